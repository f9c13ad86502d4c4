import type { Locale } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { Asker } from './asker.ts';

/** What a thing is called and where it is, for one reader. */
export interface Described {
  readonly id: string;
  readonly title: string;
  /** The language the title is in. */
  readonly locale: Locale;
  readonly href: string;
  /** When it came to be. */
  readonly at: Date | string | null;
  /** What else this reader is told of it, in a sentence of the catalogues. */
  readonly note?: { readonly key: string; readonly args: Readonly<Record<string, string>> } | null;
}

/** Describes those of `ids` that this reader may see, in their language where it is there; leaves out the others. */
export type Describe = (ids: readonly string[], asker: Asker) => Promise<readonly Described[]>;

/**
 * How rooms speak of one another's things without knowing one another: each says, per kind, what its things are called.
 * Whether the reader may see them is decided here, at the moment of showing.
 */
@Injectable()
export class Things {
  private readonly kinds = new Map<string, Describe>();

  describe(kind: string, describe: Describe): void {
    if (this.kinds.has(kind)) throw new Error(`things of the kind ${kind} are described already`);
    this.kinds.set(kind, describe);
  }

  /** By `kind:id`. One question per kind. */
  async of(
    wanted: readonly { readonly kind: string; readonly id: string }[],
    asker: Asker,
  ): Promise<ReadonlyMap<string, Described>> {
    const ids = new Map<string, Set<string>>();
    for (const { kind, id } of wanted) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
    const found = new Map<string, Described>();
    const ask = async (kind: string, of: Set<string>) => {
      for (const thing of (await this.kinds.get(kind)?.([...of], asker)) ?? []) found.set(`${kind}:${thing.id}`, thing);
    };
    await Promise.all([...ids].map(([kind, of]) => ask(kind, of)));
    return found;
  }
}
