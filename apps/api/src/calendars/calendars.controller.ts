import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { CalendarsService } from './calendars.service.ts';

const { calendars } = api;
type In<R extends keyof typeof calendars> = Received<(typeof calendars)[R]>;

@Controller()
export class CalendarsController {
  private readonly service: CalendarsService;
  constructor(service: CalendarsService) {
    this.service = service;
  }

  @Route(calendars.all) all(_: In<'all'>, asker: Asker) {
    return this.service.all(asker);
  }
  @Route(calendars.read) read({ params, query }: In<'read'>, asker: Asker) {
    return this.service.read(params.key, query.import, asker);
  }
  @Route(calendars.look) look({ params, body }: In<'look'>, asker: Asker) {
    return this.service.look(params.key, body, asker);
  }
  @Route(calendars.take) take({ params }: In<'take'>, asker: Asker) {
    return this.service.take(params.key, params.id, asker);
  }
  @Route(calendars.addDay) addDay({ params, body }: In<'addDay'>, asker: Asker) {
    return this.service.addDay(params.key, body, asker);
  }
  @Route(calendars.removeDay) removeDay({ params, body }: In<'removeDay'>, asker: Asker) {
    return this.service.removeDay(params.key, body.day, asker);
  }
  @Route(calendars.removeSource) removeSource({ params, query }: In<'removeSource'>, asker: Asker) {
    return this.service.removeSource(params.key, query.source, asker);
  }
  @Route(calendars.setWeekend) setWeekend({ params, body }: In<'setWeekend'>, asker: Asker) {
    return this.service.setWeekend(params.key, body.days, asker);
  }
}
