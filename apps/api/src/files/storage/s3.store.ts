import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../../platform/config/settings.ts';
import type { BlobStore, ByteRange } from './blob-store.ts';

/** Milliseconds for one file on its way between the house and its bucket. */
const patience = 60_000;

/** Where a bucket is, without a slash at the end. */
export function bucketAt({
  endpoint,
  bucket,
  pathStyle,
}: Pick<S3Settings, 'endpoint' | 'bucket' | 'pathStyle'>): string {
  const { protocol, host, pathname } = new URL(endpoint);
  const root = pathname.replace(/\/+$/, '');
  return pathStyle ? `${protocol}//${host}${root}/${bucket}` : `${protocol}//${bucket}.${host}${root}`;
}

/** Any store that speaks S3: the digest a file is kept under is also what its bytes are signed with. */
export class S3Store implements BlobStore {
  private readonly client: AwsClient;
  private readonly base: string;
  constructor(settings: S3Settings) {
    const { region, key, secret } = settings;
    this.client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: 2 });
    this.base = bucketAt(settings);
  }

  async put(digest: string, path: string): Promise<void> {
    await this.ask('PUT', digest, { body: await openAsBlob(path), headers: { 'x-amz-content-sha256': digest } });
  }

  async read(digest: string, range?: ByteRange): Promise<Readable> {
    const headers = range ? { range: `bytes=${range.start}-${range.end}` } : undefined;
    const { body } = await this.ask('GET', digest, headers ? { headers } : {});
    return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]);
  }

  async remove(digest: string): Promise<void> {
    await this.ask('DELETE', digest, {}, [404]);
  }

  private async ask(method: string, digest: string, init: RequestInit, fine: readonly number[] = []) {
    const url = `${this.base}/files/${digest.slice(0, 2)}/${digest}`;
    const answer = await this.client.fetch(url, { ...init, method, signal: AbortSignal.timeout(patience) });
    if (answer.ok || fine.includes(answer.status)) return answer;
    throw new Error(`${method} ${digest} at the file store: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  }
}
