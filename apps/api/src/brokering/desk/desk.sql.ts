import type { DeskView } from '@baraza/contracts/brokering';
import { addDays } from '@baraza/domain/kernel';
import type { Asker } from '../../platform/asker.ts';
import { type Bound, bind } from '../../platform/database/bind.ts';
import { decodeCursor } from '../../platform/database/cursor.ts';
import { stepJson } from '../case/present.ts';
import { either, readerFacts } from '../case/reader.ts';
import { impartialToRequest } from '../case/visible.ts';

const expiringDays = 30;

export interface Filter {
  readonly view: DeskView;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What officers verify, without what their own organisations are a party of; they have no desk to find it on. */
const toVerify = (belongs: readonly string[], p: Bound): string =>
  `(case when s.responsible_id = 'me_officer' then not exists (
      select 1 from outcome o join partnership_party y on y.partnership_id = o.partnership_id
      where o.id = substr(s.subject, 9)::uuid and y.organisation_id = any(${p.$(belongs)}::uuid[])) else false end)`;

/** SQL twin of `isOwedBy`: the member's own steps, and those of organisations they may take them for; and what officers verify. */
export function owedBy(actor: Asker['actor'], p: Bound): string {
  const { id, acts, belongs, officer } = readerFacts(actor);
  const focal = actor.affiliations.filter((a) => a.role === 'focal_point').map((a) => a.organisationId);
  return either([
    `(s.responsible_kind = 'member' and s.responsible_id = ${p.$(id)})`,
    `(s.responsible_kind = 'organisation' and s.seat is null and s.responsible_id = any(${p.$(acts)}::text[]))`,
    `(s.responsible_kind = 'organisation' and s.seat is not null and s.responsible_id = any(${p.$(focal)}::text[]))`,
    officer && toVerify(belongs, p),
  ]);
}

type Reader = Pick<Asker, 'actor' | 'at'>;

/** Where a list is counted instead of paged, these are gathered once, not looked up for each case. */
const withStep = (where: string): string => `r.id in (select w.request_id from brokering_step w where ${where})`;
/** One of these is what the case waits for. */
const named = (...whats: string[]): string => whats.map((what) => `'brokering.step.${what}'`).join(', ');
const steps = (...whats: string[]): string => withStep(`w.what in (${named(...whats)})`);

export function viewCondition(view: DeskView, { actor, at }: Reader, p: Bound): string {
  switch (view) {
    case 'all':
      return 'true';
    case 'mine':
      return `r.claimed_by = ${p.$(actor.id)}::uuid`;
    case 'triage':
      return `(r.state = 'submitted' and r.claimed_by is null)`;
    case 'needs_info':
      return `r.state = 'needs_info'`;
    case 'second_look':
      return steps('lookAgain', 'agreeDecline');
    case 'appeals':
      return `r.state = 'appealed'`;
    case 'suggestions':
      return steps('suggestPartners');
    // Whoever follows a match has nothing to see to before it has been quiet for its time.
    case 'dormant':
      return withStep(`w.what in (${named('followMatch', 'reviveMatch', 'dropOrExplain', 'continueOrClose', 'wakePartnership')})
        and (w.what <> ${named('followMatch')} or w.missed_at is not null or w.due_at <= ${p.$(at)})`);
    case 'silent':
      return withStep(`not w.private and (w.missed_at is not null or w.due_at <= ${p.$(at)})`);
    case 'expiring':
      return `(r.state = 'published' and r.expires_at < ${p.$(addDays(at, expiringDays))})`;
  }
}

/** Cases by their most urgent step, what is late first, without those in which the reader's own organisation is a party. */
export function deskSql(asker: Reader, { view, cursor, limit }: Filter) {
  const p = bind();
  const after = decodeCursor(cursor, 2);
  const conditions = [
    'r.next_due_at is not null',
    impartialToRequest(asker.actor, p),
    viewCondition(view, asker, p),
    after && `(r.next_due_at, r.id) > (${p.$(after[0])}::timestamptz, ${p.$(after[1])}::uuid)`,
  ].filter(Boolean);
  const sql = `select r.id, r.next_due_at as "nextDueAt", (select b.name from member b where b.id = r.claimed_by) as "brokerName", first.*
    from request r cross join lateral (
      select ${stepJson('s')} as step, s.kind, s.address, s.silent_since as "silentSince" from brokering_step s
      where s.request_id = r.id and not s.private order by coalesce(s.missed_at, s.due_at), s.subject limit 1) first
    where ${conditions.join(' and ')} order by r.next_due_at, r.id limit ${p.$(limit + 1)}`;
  return { sql, values: p.values };
}
