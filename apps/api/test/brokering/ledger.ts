import {
  finalExpressionStates,
  finalMatchStates,
  finalPartnershipStates,
  finalRequestStates,
} from '@baraza/domain/brokering';
import type { House } from '../harness.ts';

/** Everything that can be open, under the name its clock knows it by. */
const kinds = [
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
};
/** Moves after which the clock of a state begins anew, though the state stays. */
const anew = new Set(['approve', 'releaseClaim']);
/** Moves that take a held request back to where it stood, as if it had stood there all the time. */
const back = new Set(['resume', 'resumeMatching', 'resumePartnering']);
const finals: Readonly<Record<string, readonly string[]>> = {
  request: finalRequestStates,
  expression: finalExpressionStates,
  match: finalMatchStates,
  partnership: finalPartnershipStates,
};
const isOver = (subject: string, state: string): boolean =>
  finals[subject.slice(0, subject.indexOf(':'))]?.includes(state) ?? false;

/** Begins with nothing and hears everything that was told, in order (invariant I4). */
export async function replayed(house: House): Promise<Map<string, Life>> {
  const events = await house.db<Told & { move: string | null }>(
    `select stream, name, at, data ->> 'to' as "to", data ->> 'reason' as reason, data ->> 'move' as move
     from domain_event where name ~ '^brokering\\.(request|expression|match|partnership)\\.' and stream ~ '^(request|expression|match|partnership):' order by seq`,
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
  house.db<Life>(
    ['request', 'expression', 'match', 'partnership']
      .map(
        (kind) =>
          `select '${kind}:' || id as subject, state, state_since as since, ended_at as "endedAt", end_reason as "endReason" from ${kind}`,
      )
      .join(' union all '),
  );
