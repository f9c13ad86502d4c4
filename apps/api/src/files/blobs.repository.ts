import { fileTerms } from '@baraza/domain/files';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.ts';
import { Uploads } from '../platform/http/uploads.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { BLOBS, type BlobStore } from './storage/blob-store.ts';

interface Kept {
  readonly digest: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * Which bytes are kept. They are noted before they are stored and stored before any file names them, so that a crash in
 * between leaves bytes nobody refers to, and never a file without bytes. Those are swept once nobody has touched them for long.
 */
@Injectable()
export class Blobs {
  private readonly logger = new Logger(Blobs.name);
  private readonly dataSource: DataSource;
  private readonly store: BlobStore;
  private readonly clock: Clock;
  private readonly uploads: Uploads;

  constructor(dataSource: DataSource, @Inject(BLOBS) store: BlobStore, clock: Clock, uploads: Uploads, jobs: Jobs) {
    this.dataSource = dataSource;
    this.store = store;
    this.clock = clock;
    this.uploads = uploads;
    jobs.every('41 3 * * *', 'file-sweep', async () => void (await this.sweep()));
  }

  async keep(pieces: readonly Kept[]): Promise<void> {
    for (const { digest, path, bytes } of pieces) {
      await this.dataSource.query(
        `insert into file_blob (digest, bytes, touched_at) values ($1, $2, $3)
         on conflict (digest) do update set touched_at = excluded.touched_at`,
        [digest, bytes, this.clock.now()],
      );
      await this.store.put(digest, path);
    }
  }

  /** Removes what nothing refers to; returns how many. While bytes are removed nobody can note the same ones anew. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - fileTerms.orphanHours * 3_600_000);
    await this.uploads.sweep(before);
    const orphans: { digest: string }[] = await this.dataSource.query(
      `select digest from file_blob b where touched_at < $1 and not exists (select 1 from file f where f.digest = b.digest or f.thumb = b.digest)`,
      [before],
    );
    let removed = 0;
    for (const { digest } of orphans)
      await this.dataSource.transaction(async (tx) => {
        const [still]: unknown[] = await tx.query(
          `select 1 from file_blob b where digest = $1 and touched_at < $2
             and not exists (select 1 from file f where f.digest = b.digest or f.thumb = b.digest) for update of b skip locked`,
          [digest, before],
        );
        if (!still) return;
        await this.store.remove(digest);
        await tx.query('delete from file_blob where digest = $1', [digest]);
        removed += 1;
      });
    if (removed > 0) this.logger.log(`${removed} files nobody refers to were removed`);
    return removed;
  }
}
