import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { CheckInRow } from '../check-ins/check-in.row.ts';
import { ClarificationRow } from '../clarifications/clarification.row.ts';
import { ExpressionRow } from '../expressions/expression.row.ts';
import { MatchPartyRow, MatchRow } from '../matches/match.row.ts';
import { MeetingRow } from '../meetings/meeting.row.ts';
import { OutcomeRow } from '../outcomes/outcome.row.ts';
import { PartnershipRow } from '../partnerships/partnership.row.ts';
import { ContributionRow, MilestoneRow } from '../partnerships/records.row.ts';
import type { Case } from './case.ts';
import { alsoAnsweredBy, inWordsOf, type MatchFile } from './cases.repository.ts';

type States = readonly string[];

/** The expressions on the request of a case that are not in one of these states. */
export const expressionsOf = ({ work, request }: Case, without: States): Promise<ExpressionRow[]> =>
  work.tx.find(ExpressionRow, {
    where: { requestId: request.id, state: Not(In([...without])) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });

export const clarificationsOf = ({ work, request }: Case, without: States): Promise<ClarificationRow[]> =>
  work.tx.find(ClarificationRow, {
    where: { requestId: request.id, state: Not(In([...without])) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });

export async function matchesOf({ work: { tx }, request }: Case, without: States, id?: string): Promise<MatchFile[]> {
  const rows = await tx.find(MatchRow, {
    where: { requestId: request.id, state: Not(In([...without])), ...(id && { id }) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const ids = rows.map((row) => row.id);
  const parties = await tx.find(MatchPartyRow, { where: { matchId: In(ids) }, order: { position: 'ASC' } });
  const also = await alsoAnsweredBy(tx, ids);
  const inWords = await inWordsOf(tx, ids);
  return rows.map((row) => ({
    row,
    parties: parties.filter((party) => party.matchId === row.id),
    alsoAnswers: also.get(row.id) ?? [],
    inWords: inWords.has(row.id),
  }));
}

/** What goes on about a request, in its own case or in a ring of another that answers it. */
export interface GoingOn {
  readonly introduced: boolean;
  /** A partnership, agreed or still in words. */
  readonly partnership: boolean;
  readonly agreed: boolean;
}
export async function goingOn({ work: { tx }, request }: Case): Promise<GoingOn> {
  const [row]: GoingOn[] = await tx.query(
    `with own as (select id from match where request_id = $1 union all select match_id from ring_request where request_id = $1),
       open as (select state from partnership where (request_id = $1 or match_id in (select id from own)) and state not in ('cancelled', 'closed'))
     select exists (select 1 from match where id in (select id from own) and state in ('introduced', 'scoping')) as introduced,
       exists (select 1 from open) as partnership, exists (select 1 from open where state <> 'scoping') as agreed`,
    [request.id],
  );
  return row ?? { introduced: false, partnership: false, agreed: false };
}

/** One of these requests stands in a ring that is not over, as its first or as another. */
export async function areInRings(tx: EntityManager, requestIds: readonly string[]): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from ring_request x join match m on m.id = x.match_id
     where m.ended_at is null and (x.request_id = any($1::uuid[]) or m.request_id = any($1::uuid[])) limit 1`,
    [requestIds],
  );
  return rows.length > 0;
}

/** A partnership came of it that was agreed and not cancelled, also one of a ring that answers it. */
export async function isPartnered({ work: { tx }, request }: Case): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from partnership p where p.agreed_at is not null and p.state <> 'cancelled'
       and (p.request_id = $1 or p.match_id in (select x.match_id from ring_request x where x.request_id = $1)) limit 1`,
    [request.id],
  );
  return rows.length > 0;
}

/** Partnerships of the case that are agreed or under way, or wait for signatures. */
export const partnershipsOf = ({ work, request }: Case): Promise<PartnershipRow[]> =>
  work.tx.find(PartnershipRow, { where: { requestId: request.id, state: Not(In(['cancelled', 'closed'])) } });

/** All of them: a file has open ends also once its partnership is over. */
export const everyPartnershipOf = ({ work, request }: Case): Promise<PartnershipRow[]> =>
  work.tx.find(PartnershipRow, { where: { requestId: request.id } });

/** The check-ins of a partnership that nobody has closed: one at most, or none. */
export const openCheckInsOf = ({ work }: Case, partnershipId: string): Promise<CheckInRow[]> =>
  work.tx.findBy(CheckInRow, { partnershipId, endedAt: IsNull() });

export const lastCheckInOf = ({ work }: Case, partnershipId: string): Promise<CheckInRow | null> =>
  work.tx.findOne(CheckInRow, { where: { partnershipId }, order: { createdAt: 'DESC', id: 'DESC' } });

type Place = { readonly matchId: string } | { readonly partnershipId: string };
/** Meetings that are still to be held. */
export const openMeetingsOf = ({ work }: Case, place: Place): Promise<MeetingRow[]> =>
  work.tx.findBy(MeetingRow, { ...place, endedAt: IsNull() });

/** Results that somebody still has to confirm, verify or settle. */
export const openOutcomesOf = ({ work }: Case, partnershipId: string): Promise<OutcomeRow[]> =>
  work.tx.findBy(OutcomeRow, { partnershipId, endedAt: IsNull() });

/** Milestones that are neither reached nor given up. */
export const openMilestonesOf = ({ work }: Case, partnershipId: string): Promise<MilestoneRow[]> =>
  work.tx.findBy(MilestoneRow, { partnershipId, endedAt: IsNull() });

/** Contributions that nobody has confirmed. */
export const openContributionsOf = ({ work }: Case, partnershipId: string): Promise<ContributionRow[]> =>
  work.tx.findBy(ContributionRow, { partnershipId, endedAt: IsNull() });
