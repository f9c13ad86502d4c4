import { api } from '@baraza/contracts/api';
import { Id, type Received } from '@baraza/contracts/kernel';
import { mediaTypes } from '@baraza/domain/files';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { create as disposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import parseRange from 'range-parser';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { RateLimits } from '../platform/http/rate-limits.ts';
import { type AskedRequest, askerOf } from '../platform/http/request.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { FilesQueries } from './files.queries.ts';
import type { StoredFile } from './files.repository.ts';
import { FilesService } from './files.service.ts';
import { BLOBS, type BlobStore, type ByteRange } from './storage/blob-store.ts';

const { files } = api;

@Controller()
export class FilesController {
  private readonly service: FilesService;
  private readonly queries: FilesQueries;
  private readonly blobs: BlobStore;
  private readonly limits: RateLimits;
  constructor(service: FilesService, queries: FilesQueries, @Inject(BLOBS) blobs: BlobStore, limits: RateLimits) {
    this.service = service;
    this.queries = queries;
    this.blobs = blobs;
    this.limits = limits;
  }

  @Route(files.attach)
  attach({ body }: Received<typeof files.attach>, asker: Asker) {
    return this.service.attach(asker, body);
  }
  @Route(files.read)
  read({ params }: Received<typeof files.read>, asker: Asker) {
    return this.queries.read(asker, params.id);
  }
  @Route(files.change)
  change({ params, body }: Received<typeof files.change>, asker: Asker) {
    return this.service.change(asker, params.id, body);
  }
  @Route(files.remove)
  remove({ params, query }: Received<typeof files.remove>, asker: Asker) {
    return this.service.remove(asker, params.id, query.version);
  }

  /** The bytes, to whoever may read the file at this moment; a browser asks again each time, and runs nothing of it. */
  @Get('files/:id')
  async bytes(
    @Param('id') id: string,
    @Query('size') size: string | undefined,
    @Req() request: AskedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asker = askerOf(request);
    await this.limits.take(files.read, asker);
    if (!Id.safeParse(id).success) throw notFound();
    const { file } = await this.queries.open(asker, id);
    const wanted = size === 'thumb' ? thumbOf(file) : file;
    if (!wanted) throw notFound();
    const tag = `"${wanted.digest}"`;
    const { 'if-none-match': known, 'if-range': unchanged } = request.headers;
    const head = {
      etag: tag,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-disposition': disposition(file.name, { type: file.thumb ? 'inline' : 'attachment' }),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    };
    if (known === tag) return void (await reply.headers(head).status(304).send());
    const whole = unchanged !== undefined && unchanged !== tag;
    const range = whole ? undefined : rangeOf(request.headers.range, wanted.bytes);
    if (range === 'none')
      return void (await reply.headers(head).status(416).header('content-range', `bytes */${wanted.bytes}`).send());
    const stream = await this.blobs.read(wanted.digest, range);
    reply.headers(head);
    if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${wanted.bytes}`);
    await reply
      .type(mediaTypes[file.type])
      .header('content-length', range ? range.end - range.start + 1 : wanted.bytes)
      .send(stream);
  }
}

const thumbOf = ({ thumb, thumbBytes }: StoredFile): { digest: string; bytes: number } | null =>
  thumb && thumbBytes ? { digest: thumb, bytes: thumbBytes } : null;

/** One part may be asked for, to go on where a line broke; several parts, or no sense, get the whole. */
function rangeOf(header: string | undefined, bytes: number): ByteRange | 'none' | undefined {
  if (!header) return undefined;
  const ranges = parseRange(bytes, header);
  if (ranges === -1) return 'none';
  return ranges !== -2 && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
}
