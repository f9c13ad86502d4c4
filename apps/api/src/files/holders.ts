import type { FileRules, FileSubject } from '@baraza/domain/files';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import type { Work } from '../platform/database/unit-of-work.ts';

export type Db = Work['tx'];
/** What a thing says about its files, to this reader; null when it is not there. `lock`: nobody may change the thing meanwhile. */
export type Hold = (asker: Asker, id: string, db: Db, lock: boolean) => Promise<FileRules | null>;

/** How files hang on things of rooms this one does not know: each room answers, by its own policy, for its own kinds. */
@Injectable()
export class FileHolders {
  private readonly kinds = new Map<FileSubject, Hold>();

  offer(kind: FileSubject, hold: Hold): void {
    if (this.kinds.has(kind)) throw new Error(`files on a ${kind} are kept already`);
    this.kinds.set(kind, hold);
  }

  rules(kind: FileSubject, id: string, asker: Asker, db: Db, lock = false): Promise<FileRules | null> {
    const hold = this.kinds.get(kind);
    if (!hold) throw new Error(`nobody keeps files on a ${kind}`);
    return hold(asker, id, db, lock);
  }
}
