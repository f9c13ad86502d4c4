import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../platform/asker.ts';
import { calendarFile } from '../platform/calendar-file.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { type AskedRequest, askerOf } from '../platform/http/request.ts';
import { API_PREFIX, Route } from '../platform/http/route.decorator.ts';
import { ProgrammeReader } from './programme.reader.ts';
import { ProgrammeService } from './programme.service.ts';

const { programme } = api;

@Controller()
export class ProgrammeController {
  private readonly reader: ProgrammeReader;
  private readonly service: ProgrammeService;
  private readonly settings: Settings;
  constructor(reader: ProgrammeReader, service: ProgrammeService, @Inject(SETTINGS) settings: Settings) {
    this.reader = reader;
    this.service = service;
    this.settings = settings;
  }

  @Route(programme.overview)
  overview(_: Received<typeof programme.overview>, asker: Asker) {
    return this.reader.overview(asker);
  }

  @Route(programme.past)
  past({ query }: Received<typeof programme.past>, asker: Asker) {
    return this.reader.past(query, asker);
  }

  @Route(programme.series)
  series({ params }: Received<typeof programme.series>, asker: Asker) {
    return this.reader.series(params.slug, asker);
  }

  @Route(programme.session)
  session({ params }: Received<typeof programme.session>, asker: Asker) {
    return this.reader.session(params.slug, asker);
  }

  @Route(programme.announce)
  announce({ body }: Received<typeof programme.announce>, asker: Asker) {
    return this.service.announce(body, asker);
  }

  @Route(programme.reschedule)
  reschedule({ params, body }: Received<typeof programme.reschedule>, asker: Asker) {
    return this.service.reschedule(params.slug, body, asker);
  }

  @Route(programme.record)
  record({ params, body }: Received<typeof programme.record>, asker: Asker) {
    return this.service.recordOf(params.slug, body, asker);
  }

  @Route(programme.move)
  move({ params, body }: Received<typeof programme.move>, asker: Asker) {
    return this.service.move(params.slug, body, asker);
  }

  /** The session for the reader's own calendar. One whose hour nobody recorded has no place there. */
  @Get(`${API_PREFIX}/sessions/:slug/calendar.ics`)
  async calendar(@Param('slug') slug: string, @Req() request: AskedRequest, @Res() reply: FastifyReply): Promise<void> {
    const asker = askerOf(request);
    const session = await this.reader.session(slug, asker);
    if (session.time.precision !== 'instant') throw notFound();
    const url = `${this.settings.baseUrl}/programme/sessions/${session.slug}`;
    const file = calendarFile(
      {
        uid: `${session.id}@${new URL(url).host}`,
        startsAt: new Date(session.time.startsAt),
        endsAt: new Date(session.time.endsAt),
        title: session.topic.text,
        text: [session.summary?.text, url].filter(Boolean).join('\n\n'),
        url,
        cancelled: session.state === 'cancelled',
        sequence: session.version,
      },
      asker.at,
    );
    await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="session.ics"')
      .send(file);
  }
}
