export { CalendarChanges } from './calendar-changes.ts';
export { CalendarsModule } from './calendars.module.ts';
