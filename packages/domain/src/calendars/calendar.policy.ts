import { isFocalPointOf, type Policy } from '../kernel/index.ts';
import type { Calendar } from './calendar.facts.ts';

/** The days of a country and of the desk are the house's; an organisation's own are its focal point's. */
export const calendarPolicy: Policy<'keep', Calendar> = {
  keep: (actor, calendar) =>
    calendar.kind === 'organisation' ? isFocalPointOf(actor, calendar.organisationId) : actor.roles.includes('admin'),
};
