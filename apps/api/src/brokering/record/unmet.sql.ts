import { answerableStates, brokeringTerms } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import { type UnmetKind, unmetReasons } from '@baraza/domain/record';
import { type Bound, bind } from '../../platform/database/bind.ts';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** Lines of `r` that were never met. A request without lines is one itself, unless some of it found a partner. */
const openLines = `(select case when count(*) = 0 then (r.end_reason is distinct from 'partly_partnered')::int
    else count(*) filter (where coalesce(l ->> 'state', 'open') in ('open', 'partly_covered'))::int end
  from jsonb_array_elements(r.lines) l)`;

const found = ['introduced', 'scoping', 'agreed'];

/** The one definition of unmet demand, for the register and for the list behind each of its numbers. Public needs only. */
export function unmetWhere(kind: UnmetKind, now: Date, p: Bound): string {
  const ended = `(r.state = 'expired' or (r.state = 'closed' and r.end_reason in (${listed(unmetReasons)})))`;
  const waiting = () => `(r.state in (${listed(answerableStates)})
    and r.published_at < ${p.$(addDays(now, -brokeringTerms.record.waitingDays))}
    and not exists (select 1 from match m where m.request_id = r.id and m.state in (${listed(found)}))
    and not exists (select 1 from ring_request x join match m on m.id = x.match_id where x.request_id = r.id and m.state in (${listed(found)})))`;
  return `(r.kind = 'need' and r.visibility = 'public' and r.published_at is not null and ${kind === 'ended' ? ended : waiting()} and ${openLines} > 0)`;
}

/** The whole register in one statement: each need once in the totals, and once in the row of each of its goals. */
export function unmetSql(now: Date) {
  const p = bind();
  const of = (kind: UnmetKind) =>
    `select r.region, r.sdgs, '${kind}' as kind, ${openLines} as lines from request r where ${unmetWhere(kind, now, p)}`;
  const sql = `with unmet as materialized (${of('ended')} union all ${of('waiting')})
    select coalesce((select json_agg(t) from (
        select kind, count(*)::int as requests, sum(lines)::int as lines from unmet group by kind order by kind) t), '[]') as totals,
      coalesce((select json_agg(c) from (
        select goal as sdg, region, kind, count(*)::int as requests, sum(lines)::int as lines
        from unmet cross join lateral unnest(case when cardinality(sdgs) = 0 then '{0}' else sdgs end) goal
        group by 1, 2, 3 order by 1, 2, 3) c), '[]') as cells`;
  return { sql, values: p.values };
}
