import { z } from 'zod';

/** A file as the server has received it, not yet looked into: no JSON becomes one, so nobody names a path from outside. */
export class ReceivedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  constructor(received: { name: string; path: string; bytes: number; digest: string }) {
    this.name = received.name;
    this.path = received.path;
    this.bytes = received.bytes;
    this.digest = received.digest;
  }
  /** What makes two uploads the same wish. */
  toJSON() {
    return { name: this.name, digest: this.digest };
  }
}

/** A part of a `multipart/form-data` body: whoever calls sends a `File`, the handler gets what was received. */
export const Upload = z
  .custom<ReceivedFile>((value) => value instanceof ReceivedFile, { params: { sentence: 'kernel.form.fileMissing' } })
  .meta({ type: 'string', format: 'binary' }) as unknown as z.ZodType<ReceivedFile, Blob>;
