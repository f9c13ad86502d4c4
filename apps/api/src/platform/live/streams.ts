import { Injectable } from '@nestjs/common';
import type { Asker } from '../asker.ts';

export type MayHear = (asker: Asker, id: string) => Promise<boolean>;

/** Which streams exist and who may hear them. Each room answers for its own kind: `thread:12`, `board:…`. */
@Injectable()
export class Streams {
  private readonly kinds = new Map<string, MayHear>();

  allow(kind: string, mayHear: MayHear): void {
    if (this.kinds.has(kind)) throw new Error(`the stream kind ${kind} is taken`);
    this.kinds.set(kind, mayHear);
  }

  /** An unknown kind, an odd name or a refusal: no. */
  async mayHear(asker: Asker, stream: unknown): Promise<boolean> {
    const [, kind = '', id = ''] = typeof stream === 'string' ? (/^([a-z]+):([\w.-]{1,60})$/.exec(stream) ?? []) : [];
    return (await this.kinds.get(kind)?.(asker, id)) ?? false;
  }
}
