import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ReceivedFile, type Route } from '@baraza/contracts/kernel';
import type { FastifyMultipartBaseOptions, Multipart, MultipartFile } from '@fastify/multipart';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { awaitBody } from './body-patience.ts';
import { ProblemError } from './problem-error.ts';

type Limits = NonNullable<Route['upload']>;
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A form with a file in it, the file lying on disk until `discard`. */
export interface Received {
  readonly fields: FormFields;
  readonly file: ReceivedFile | null;
  discard(): Promise<void>;
}

/** What the plugin adds to a request. */
interface Parted {
  isMultipart(): boolean;
  parts(options: Omit<FastifyMultipartBaseOptions, 'attachFieldsToBody'>): AsyncIterableIterator<Multipart>;
}
const parted = (request: FastifyRequest): Parted => request as unknown as Parted;
export const isMultipart = (request: FastifyRequest): boolean => parted(request).isMultipart();

/** What a form may say beside its file, boundaries and headers of parts included. */
const wordsBesides = 100_000;
const partLimits = { fields: 20, fieldNameSize: 100, fieldSize: 20_000, files: 1, parts: 25, headerPairs: 50 };

/** Takes in files part by part, to a directory of their own: no file is ever held in memory, and none before its sender is known. */
@Injectable()
export class Uploads {
  private readonly dir: string;
  private readonly tickets = new Map<string, Received>();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.dir = join(settings.dataDir, 'incoming');
  }

  async receive(request: FastifyRequest, limits: Limits): Promise<Received> {
    if (!isMultipart(request)) throw new ProblemError('unsupported-media-type');
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > limits.bytes + wordsBesides) throw tooLarge(limits);
    awaitBody(request.raw, limits.seconds);
    const { path, discard } = await this.place();
    try {
      const fields: Record<string, string | string[]> = Object.create(null);
      let file: ReceivedFile | null = null;
      const options = { limits: { ...partLimits, fileSize: limits.bytes }, throwFileSizeLimit: false };
      for await (const part of parted(request).parts(options)) {
        if (part.type === 'field') add(fields, part.fieldname, String(part.value));
        else if (part.fieldname === limits.field && part.filename) file = await take(part, path, limits);
        else part.file.resume();
      }
      return { fields, file, discard };
    } catch (error) {
      request.raw.unpipe();
      request.raw.resume();
      await discard();
      throw problemOf(error, limits);
    }
  }

  /** What the house itself makes, as if somebody had sent it. */
  async lay(name: string, content: Buffer): Promise<Pick<Received, 'discard'> & { readonly file: ReceivedFile }> {
    const { path, discard } = await this.place();
    return { file: await store(name, [content], path), discard };
  }

  private async place(): Promise<Pick<Received, 'discard'> & { readonly path: string }> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const dir = await mkdtemp(join(this.dir, 'upload-'));
    return { path: join(dir, 'file'), discard: () => rm(dir, { recursive: true, force: true }) };
  }

  /** For a request that goes on inside with what came with the outer one. */
  keep(received: Received): string {
    const ticket = randomBytes(24).toString('base64url');
    this.tickets.set(ticket, received);
    return ticket;
  }
  claim(ticket: unknown): Received | undefined {
    if (typeof ticket !== 'string') return undefined;
    const received = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    return received;
  }

  /** What a process that was killed has left behind. */
  async sweep(before: Date): Promise<void> {
    for (const name of await readdir(this.dir).catch(() => [])) {
      const path = join(this.dir, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtime < before) await rm(path, { recursive: true, force: true });
    }
  }
}

async function take({ file, filename }: MultipartFile, path: string, limits: Limits): Promise<ReceivedFile> {
  const received = await store(filename, file, path);
  if (file.truncated) throw tooLarge(limits);
  return received;
}

type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;
async function store(name: string, content: Chunks, path: string): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* (chunks: Chunks) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await pipeline(content, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return new ReceivedFile({ name, path, bytes, digest: hash.digest('hex') });
}

function add(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = fields[name];
  fields[name] = before === undefined ? value : [before, value].flat();
}

const tooLarge = ({ field, bytes }: Limits): ProblemError =>
  new ProblemError('payload-too-large', 'kernel.form.fileTooLarge', {
    args: { max: bytes / 1_000_000 },
    path: `body.${field}`,
  });

/** What the parser complains of is the sender's fault; what the disk complains of is not. */
function problemOf(error: unknown, limits: Limits): unknown {
  if (error instanceof ProblemError || (error as { errno?: unknown }).errno !== undefined) return error;
  const { statusCode } = error as { statusCode?: number };
  return statusCode === 413
    ? new ProblemError('payload-too-large')
    : new ProblemError('invalid-input', undefined, { path: `body.${limits.field}` });
}
