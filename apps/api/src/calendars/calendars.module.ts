import { Module } from '@nestjs/common';
import { CalendarChanges } from './calendar-changes.ts';
import { CalendarsController } from './calendars.controller.ts';
import { CalendarsQueries } from './calendars.queries.ts';
import { CalendarsService } from './calendars.service.ts';

@Module({
  controllers: [CalendarsController],
  providers: [CalendarChanges, CalendarsQueries, CalendarsService],
  exports: [CalendarChanges],
})
export class CalendarsModule {}
