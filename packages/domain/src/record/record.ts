import { brokeringTerms, type PartyRole } from '../brokering/index.ts';
import { addDays, addWorkingDays, type WorkingCalendar } from '../kernel/index.ts';
import { type CountryGroup, countryGroups, groupsOf } from '../matching/index.ts';

export const recordPeriods = ['year', 'all'] as const;
export type RecordPeriod = (typeof recordPeriods)[number];
export const periodStart = (period: RecordPeriod, now: Date): Date =>
  period === 'year' ? addDays(now, -brokeringTerms.record.periodDays) : new Date(0);

/** Half of them took so long at most, and nine in ten; of fewer than five nothing is said. */
export interface Spread {
  readonly of: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
}
/** So many of so many; of fewer than five nothing is said. */
export interface Share {
  readonly of: number;
  readonly part: number | null;
}
const enough = (of: number): boolean => of >= brokeringTerms.record.fewest;

/** The smallest value that so large a part of the values does not exceed. */
const percentile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.ceil(sorted.length * part) - 1] ?? null;

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const of = sorted.length;
  return enough(of)
    ? { of, median: percentile(sorted, 0.5), ninetieth: percentile(sorted, 0.9) }
    : { of, median: null, ninetieth: null };
}
export const shareOf = (part: number, of: number): Share => ({ of, part: enough(of) ? part : null });

export interface AnswerGiven {
  readonly sentAt: Date;
  readonly answeredAt: Date | null;
  /** The sender took it back, or the request ended: nobody's fault. */
  readonly gone: boolean;
}
/** Whether it was answered in time, in the working days of whoever had to; null while that cannot be said, or need not. */
export function answeredInTime({ sentAt, answeredAt, gone }: AnswerGiven, calendar: WorkingCalendar, now: Date) {
  const due = addWorkingDays(sentAt, brokeringTerms.expression.answerWithin, calendar);
  if (answeredAt) return answeredAt <= due;
  return gone || due > now ? null : false;
}

/** One party of one agreed partnership. */
export interface Seat {
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly country: string | null;
  readonly role: PartyRole;
}
const gives = ({ role }: Seat): boolean => role === 'provider' || role === 'mutual';
const receives = ({ role }: Seat): boolean => role === 'requester' || role === 'mutual';
const distinct = (seats: readonly Seat[]): Set<string> => new Set(seats.map(({ organisationId }) => organisationId));

/** How much of all that is given comes from the five who give most often. */
export function concentration(seats: readonly Seat[]): Share {
  const given = new Map<string, number>();
  for (const { organisationId } of seats.filter(gives)) given.set(organisationId, (given.get(organisationId) ?? 0) + 1);
  const counts = [...given.values()].sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return shareOf(sum(counts.slice(0, brokeringTerms.record.topProviders)), sum(counts));
}

/** Of the organisations in partnerships, how many both give and receive. */
export function reciprocity(seats: readonly Seat[]): Share {
  const receivers = distinct(seats.filter(receives));
  const both = [...distinct(seats.filter(gives))].filter((id) => receivers.has(id)).length;
  return shareOf(both, distinct(seats.filter((seat) => gives(seat) || receives(seat))).size);
}

export interface Demand {
  readonly country: string | null;
  readonly requests: number;
}
/** Of what is asked for, and of the partnerships, how much concerns each group of countries. */
export function groupShares(demand: readonly Demand[], seats: readonly Seat[]) {
  const asked = demand.reduce((sum, { requests }) => sum + requests, 0);
  const partnerships = new Set(seats.map(({ partnershipId }) => partnershipId)).size;
  const within = (group: CountryGroup) => (one: { readonly country: string | null }) =>
    groupsOf(one.country).includes(group);
  return countryGroups.map((group) => ({
    group,
    demand: shareOf(
      demand.filter(within(group)).reduce((sum, { requests }) => sum + requests, 0),
      asked,
    ),
    partnerships: shareOf(
      new Set(seats.filter(within(group)).map(({ partnershipId }) => partnershipId)).size,
      partnerships,
    ),
  }));
}
