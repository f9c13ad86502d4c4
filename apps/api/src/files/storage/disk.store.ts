import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, ByteRange } from './blob-store.ts';

/** Files under `DATA_DIR/files`, named by their digest: nothing anybody types becomes a path. */
export class DiskStore implements BlobStore {
  private readonly dir: string;
  constructor(dir: string) {
    this.dir = dir;
  }

  async put(digest: string, path: string): Promise<void> {
    const to = this.pathOf(digest);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const file = await open(path, 'r');
    await file.sync().finally(() => file.close());
    await rename(path, to);
  }

  async read(digest: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(digest), 'r');
    return file.createReadStream(range);
  }

  async remove(digest: string): Promise<void> {
    await rm(this.pathOf(digest), { force: true });
  }

  private pathOf(digest: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('no digest');
    return join(this.dir, digest.slice(0, 2), digest);
  }
}
