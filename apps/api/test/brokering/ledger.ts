import {
  finalCheckInStates,
  finalClarificationStates,
  finalContributionStates,
  finalExpressionStates,
  finalMatchStates,
  finalMeetingStates,
  finalMilestoneStates,
  finalOutcomeStates,
  finalPartnershipStates,
  finalRequestStates,
} from '@baraza/domain/brokering';
import type { House } from '../harness.ts';

/** Everything that can be open, under the name its clock knows it by. */
export const kinds = [
  'request',
  'clarification',
  'expression',
  'match',
  'partnership',
  'check_in',
  'meeting',
  'milestone',
  'contribution',
  'outcome',
];
const all = (columns: string): string =>
  kinds.map((kind) => `select '${kind}:' || id as subject, ${columns} from ${kind}`).join(' union all ');

/** What breaks invariant I1 now: open without its one step and its one deadline, agreeing on when and who; or over with either. */
export const withoutItsStep = (house: House) =>
  house.db(
    `with thing as (${all('ended_at')}),
       deadline as (select subject, count(*)::int as n, min(due_at) as due_at, min(responsible_kind || ':' || responsible_id) as who
         from timer where state = 'armed' and kind ~ '^brokering' and kind !~ 'remind$' group by subject)
     select t.subject, t.ended_at, s.what, s.due_at as step_due, d.due_at as timer_due, d.n, d.who
     from thing t left join brokering_step s on s.subject = t.subject left join deadline d on d.subject = t.subject
     where case when t.ended_at is null
       then s.subject is null or d.n is distinct from 1 or d.due_at <> s.due_at or d.who <> s.responsible_kind || ':' || s.responsible_id
       else s.subject is not null or d.n is not null end`,
  );

/** What is open of something that is not there. */
export const orphans = (house: House) =>
  house.db(`with thing as (${all('id')}) select subject from brokering_step where subject not in (select subject from thing)
    union all select subject from timer where state = 'armed' and kind ~ '^brokering' and subject not in (select subject from thing)`);

interface Told {
  readonly stream: string;
  readonly name: string;
  readonly at: Date;
  readonly to: string | null;
  readonly reason: string | null;
}
interface Life {
  readonly subject: string;
  readonly state: string;
  readonly since: Date;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

const first: Readonly<Record<string, string>> = {
  'brokering.request.drafted': 'draft',
  'brokering.expression.drafted': 'draft',
  'brokering.match.referred': 'referred',
  'brokering.match.suggested': 'suggested',
  'brokering.match.introduced': 'introduced',
  'brokering.partnership.proposed': 'scoping',
  'brokering.partnership.agreed': 'agreed',
  'brokering.clarification.asked': 'asked',
  'brokering.checkIn.planned': 'planned',
  'brokering.checkIn.asked': 'open',
  'brokering.meeting.proposed': 'proposed',
  'brokering.meeting.recorded': 'held',
  'brokering.outcome.claimed': 'claimed',
};
/** Moves after which the clock of a state begins anew, though the state stays. */
const anew = new Set(['approve', 'releaseClaim', 'report', 'milestoneReplanned']);
/** Moves that take a held request back to where it stood, as if it had stood there all the time. */
const back = new Set(['resume', 'resumeMatching', 'resumePartnering']);
const finals: Readonly<Record<string, readonly string[]>> = {
  request: finalRequestStates,
  expression: finalExpressionStates,
  match: finalMatchStates,
  partnership: finalPartnershipStates,
  clarification: finalClarificationStates,
  check_in: finalCheckInStates,
  meeting: finalMeetingStates,
  milestone: finalMilestoneStates,
  contribution: finalContributionStates,
  outcome: finalOutcomeStates,
};
const isOver = (subject: string, state: string): boolean =>
  finals[subject.slice(0, subject.indexOf(':'))]?.includes(state) ?? false;

/** Begins with nothing and hears everything that was told, in order (invariant I4). */
export async function replayed(house: House): Promise<Map<string, Life>> {
  const events = await house.db<Told & { move: string | null }>(
    `select stream, name, at, data ->> 'to' as "to", data ->> 'reason' as reason, coalesce(data ->> 'move', data ->> 'what') as move
     from domain_event where name ~ '^brokering\\.' and name !~ '^brokering\\.(deadline|message|file|desk)\\.' and stream ~ $1 order by seq`,
    [`^(${kinds.join('|')}):`],
  );
  const lives = new Map<string, Life>();
  const sinceBeforeHold = new Map<string, Date>();
  for (const { stream, name, at, to, reason, move } of events) {
    const before = lives.get(stream);
    const state = to ?? first[name] ?? before?.state;
    if (state === undefined) throw new Error(`${name} was told of ${stream} before it began`);
    const over = isOver(stream, state);
    if (before && move === 'hold') sinceBeforeHold.set(stream, before.since);
    const stood = back.has(move ?? '') ? sinceBeforeHold.get(stream) : undefined;
    const stays = before && before.state === state && !anew.has(move ?? '') ? before.since : undefined;
    const since = stood ?? stays ?? at;
    lives.set(stream, {
      subject: stream,
      state,
      since,
      endedAt: over ? (before?.endedAt ?? at) : null,
      endReason: over ? (before?.endReason ?? reason ?? state) : null,
    });
  }
  return lives;
}

export const stored = (house: House) =>
  house.db<Life>(all('state, state_since as since, ended_at as "endedAt", end_reason as "endReason"'));

const moved = (subject: string, where = '') =>
  `(select count(*)::int from brokering_move m where m.subject = ${subject} ${where})`;
/** As `moved`, of what happened elsewhere and counts for a thing as well. */
const happened = (where: string) => `(select count(*)::int from domain_event e where ${where})`;
const inConfidence = `('see', 'notNow', 'askAgain', 'sayYes')`;

/**
 * Versions that are not the number of moves. A request counts the suggestions made for it too; a match does not count what one
 * side answers, or is asked again: that is counted with the side, and one move may ask two again.
 */
export const miscounted = (house: House) =>
  house.db(
    `select subject, version, moves from (
       ${kinds
         .filter((kind) => kind !== 'request' && kind !== 'match')
         .map(
           (kind) =>
             `select '${kind}:' || t.id as subject, t.version, ${moved(`'${kind}:' || t.id`)} as moves from ${kind} t`,
         )
         .join(' union all ')}
       union all select 'request:' || r.id, r.version, ${moved(`'request:' || r.id`)}
         + ${happened(`e.data ->> 'requestId' = r.id::text
           and (e.name = 'brokering.match.suggested' or e.name = 'brokering.match.moved' and e.data ->> 'move' = 'send')`)} from request r
       union all select 'match:' || x.id, x.version, ${moved(`'match:' || x.id`, `and m.move not in ${inConfidence}`)} from match x
       union all select 'stance:' || p.match_id, p.version, ${happened(`e.stream = 'stance:' || p.match_id
         and e.data ->> 'move' <> 'see' and e.data -> 'organisationIds' ? p.organisation_id::text`)} from match_party p) counted
     where version <> moves`,
  );
