import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bucketAt, S3Store } from './s3.store.ts';

const key = 'AKIAHOUSE';
const secret = 'a secret of the bucket';
const region = 'eu-south-1';
const hash = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (by: string | Buffer, data: string): Buffer => createHmac('sha256', by).update(data).digest();

/** The signature AWS asks for, reckoned from what arrived and from nothing of the client's (Signature Version 4). */
function isSigned(request: IncomingMessage): boolean {
  const { authorization = '' } = request.headers;
  const [, scope = '', names = '', signature] =
    /Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)/.exec(authorization) ?? [];
  const header = (name: string) => String(request.headers[name] ?? '').trim();
  const headers = names.split(';').map((name) => `${name}:${header(name)}\n`);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [request.method, path, query, headers.join(''), names, header('x-amz-content-sha256')].join('\n');
  const date = header('x-amz-date');
  const [whose, day = '', where, service, end] = scope.split('/');
  if (whose !== key || where !== region || service !== 's3' || end !== 'aws4_request') return false;
  const toSign = ['AWS4-HMAC-SHA256', date, scope.slice(key.length + 1), hash(canonical)].join('\n');
  const signing = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  return hmac(signing, toSign).toString('hex') === signature;
}

describe('a bucket', () => {
  const objects = new Map<string, Buffer>();
  let failures = 0;
  let server: Server;
  let dir: string;
  let store: S3Store;
  let settings: ConstructorParameters<typeof S3Store>[0];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'baraza-s3-'));
    server = createServer(async (request, reply) => {
      const body = await buffer(request);
      const path = request.url ?? '';
      if (failures > 0) {
        failures -= 1;
        return reply.writeHead(503).end();
      }
      if (!isSigned(request)) return reply.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>');
      const digest = request.headers['x-amz-content-sha256'];
      if (request.method === 'PUT') {
        if (digest !== hash(body)) return reply.writeHead(400).end('<Code>XAmzContentSHA256Mismatch</Code>');
        if (request.headers['content-length'] !== String(body.length)) return reply.writeHead(411).end();
        objects.set(path, body);
        return reply.writeHead(200).end();
      }
      const found = objects.get(path);
      if (request.method === 'DELETE') {
        objects.delete(path);
        return reply.writeHead(found ? 204 : 404).end();
      }
      if (!found) return reply.writeHead(404).end('<Code>NoSuchKey</Code>');
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      return from ? reply.writeHead(206).end(found.subarray(Number(from), Number(to) + 1)) : reply.end(found);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    settings = { endpoint, bucket: 'house', region, key, secret, pathStyle: true };
    store = new S3Store(settings);
  });
  afterAll(async () => {
    await new Promise((done) => server.close(done));
    await rm(dir, { recursive: true });
  });

  const put = async (content: Buffer) => {
    const path = join(dir, 'file');
    await writeFile(path, content);
    await store.put(hash(content), path);
    return hash(content);
  };

  it('keeps bytes under their digest, signed over what they are, and gives them back', async () => {
    const content = Buffer.from('x'.repeat(300_000));
    const digest = await put(content);
    expect([...objects.keys()]).toEqual([`/house/files/${digest.slice(0, 2)}/${digest}`]);
    expect((await buffer(await store.read(digest))).equals(content)).toBe(true);
    const part = await buffer(await store.read(digest, { start: 10, end: 19 }));
    expect(part.length).toBe(10);
  });

  it('is asked again when it is out of breath', async () => {
    failures = 2;
    const digest = await put(Buffer.from('again'));
    expect((await buffer(await store.read(digest))).toString()).toBe('again');
  });

  it('lets go of what is removed, and of what was not there', async () => {
    const digest = await put(Buffer.from('gone'));
    await store.remove(digest);
    await store.remove(digest);
    await expect(store.read(digest)).rejects.toThrow('404');
  });

  it('takes nothing from whoever has another secret, and the store says so', async () => {
    const stranger = new S3Store({ ...settings, secret: 'another' });
    await expect(stranger.read('0'.repeat(64))).rejects.toThrow('SignatureDoesNotMatch');
  });

  it('is found by its name, in the path or in the host', () => {
    const at = { endpoint: 'https://s3.example.org/', bucket: 'house' };
    expect(bucketAt({ ...at, pathStyle: true })).toBe('https://s3.example.org/house');
    expect(bucketAt({ ...at, pathStyle: false })).toBe('https://house.s3.example.org');
    expect(bucketAt({ endpoint: 'http://store:9000/eu', bucket: 'house', pathStyle: true })).toBe(
      'http://store:9000/eu/house',
    );
  });
});
