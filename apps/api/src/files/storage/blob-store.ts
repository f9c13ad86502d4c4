import type { Readable } from 'node:stream';

/** First and last byte, both of them read. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes under the digest of what they are. Kept once however often they are attached, and whole or not at all. */
export interface BlobStore {
  /** From a file that may be moved away. */
  put(digest: string, path: string): Promise<void>;
  read(digest: string, range?: ByteRange): Promise<Readable>;
  /** What is not there is gone already. */
  remove(digest: string): Promise<void>;
}
export const BLOBS = Symbol('blobs');
