import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../platform/asker.ts';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type AskedRequest, askerOf } from '../../platform/http/request.ts';
import { API_PREFIX, Route } from '../../platform/http/route.decorator.ts';
import { MeetingsService } from './meetings.service.ts';

const { brokering } = api;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Controller()
export class MeetingsController {
  private readonly service: MeetingsService;
  private readonly settings: Settings;
  constructor(service: MeetingsService, @Inject(SETTINGS) settings: Settings) {
    this.service = service;
    this.settings = settings;
  }

  @Route(brokering.meetForMatch)
  meetForMatch({ params, body }: Received<typeof brokering.meetForMatch>, asker: Asker) {
    return this.service.proposeForMatch(asker, params.id, body);
  }
  @Route(brokering.meetForPartnership)
  meetForPartnership({ params, body }: Received<typeof brokering.meetForPartnership>, asker: Asker) {
    return this.service.proposeForPartnership(asker, params.ref, body);
  }
  @Route(brokering.recordMeetingForMatch)
  recordForMatch({ params, body }: Received<typeof brokering.recordMeetingForMatch>, asker: Asker) {
    return this.service.recordForMatch(asker, params.id, body);
  }
  @Route(brokering.recordMeetingForPartnership)
  recordForPartnership({ params, body }: Received<typeof brokering.recordMeetingForPartnership>, asker: Asker) {
    return this.service.recordForPartnership(asker, params.ref, body);
  }
  @Route(brokering.counterMeeting)
  counter({ params, body }: Received<typeof brokering.counterMeeting>, asker: Asker) {
    return this.service.counter(asker, params.id, body);
  }
  @Route(brokering.acceptMeeting)
  accept({ params, body }: Received<typeof brokering.acceptMeeting>, asker: Asker) {
    return this.service.accept(asker, params.id, body);
  }
  @Route(brokering.holdMeeting)
  hold({ params, body }: Received<typeof brokering.holdMeeting>, asker: Asker) {
    return this.service.hold(asker, params.id, body);
  }
  @Route(brokering.noShowMeeting)
  noShow({ params, body }: Received<typeof brokering.noShowMeeting>, asker: Asker) {
    return this.service.end(asker, params.id, 'noShow', body);
  }
  @Route(brokering.cancelMeeting)
  cancel({ params, body }: Received<typeof brokering.cancelMeeting>, asker: Asker) {
    return this.service.end(asker, params.id, 'cancel', body);
  }

  @Get(`${API_PREFIX}/meetings/:id/calendar.ics`)
  async calendar(@Param('id') id: string, @Req() request: AskedRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!uuid.test(id)) throw notFound();
    const file = await this.service.calendar(askerOf(request), id, this.settings.baseUrl);
    await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="meeting.ics"')
      .send(file);
  }
}
