import { api } from '@baraza/contracts/api';
import { RecordFilter } from '@baraza/contracts/brokering';
import type { Received } from '@baraza/contracts/kernel';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../platform/asker.ts';
import { type AskedRequest, askerOf } from '../../platform/http/request.ts';
import { API_PREFIX, Route } from '../../platform/http/route.decorator.ts';
import { promiseCsv, unmetCsv } from './record.csv.ts';
import { RecordQueries } from './record.queries.ts';

const { brokering } = api;

/** What the house says of itself, as a page, for programs, and as a sheet. */
@Controller()
export class RecordController {
  private readonly queries: RecordQueries;
  constructor(queries: RecordQueries) {
    this.queries = queries;
  }

  @Route(brokering.unmet)
  unmet(_: Received<typeof brokering.unmet>, { at }: Asker) {
    return this.queries.unmet(at);
  }

  @Route(brokering.promise)
  promise({ query }: Received<typeof brokering.promise>, { at }: Asker) {
    return this.queries.promise(query.period, at);
  }

  @Get(`${API_PREFIX}/unmet.csv`)
  async unmetSheet(@Req() request: AskedRequest, @Res() reply: FastifyReply): Promise<void> {
    await sheet(reply, 'unmet-demand', unmetCsv(await this.queries.unmet(askerOf(request).at)));
  }

  /** A period that is none is the last year. */
  @Get(`${API_PREFIX}/promise.csv`)
  async promiseSheet(@Query() query: unknown, @Req() request: AskedRequest, @Res() reply: FastifyReply): Promise<void> {
    const { period } = RecordFilter.safeParse(query).data ?? RecordFilter.parse({});
    await sheet(reply, `record-${period}`, promiseCsv(await this.queries.promise(period, askerOf(request).at)));
  }
}

const sheet = (reply: FastifyReply, name: string, text: string) =>
  reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.csv"`).send(text);
