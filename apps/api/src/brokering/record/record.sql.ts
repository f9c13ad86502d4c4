import { brokeringTerms } from '@baraza/domain/brokering';

const { aliveDays, most } = brokeringTerms.record;

// Each figure of the record in one statement; `$1` is the beginning of the period. Public requests, and partnerships that
// are not confidential: nothing that a visitor may not read is counted.

/**
 * The desk's first answer to a request since it was last sent: a question, a yes or a no. What waits for it still counts
 * as long as it has waited, `$3` being now.
 */
export const triageSql = `
  select r.submitted_at as "from", coalesce(a.at, $3) as "to", a.at is null as waiting from request r
  cross join lateral (select min(v.at) as at from brokering_move v
    where v.subject = 'request:' || r.id and v.by_kind = 'desk' and v.move in ('ask', 'publish', 'decline') and v.at >= r.submitted_at) a
  where r.visibility = 'public' and r.submitted_at > $1 and (a.at is not null or r.state in ('submitted', 'in_review'))
  order by r.submitted_at desc limit $2`;

export const answersSql = `
  select e.sent_at as "sentAt", r.organisation_id as "organisationId",
    e.state = 'withdrawn' or e.end_reason is not distinct from 'request_ended' as gone,
    (select min(v.at) from brokering_move v where v.subject = 'expression:' || e.id
      and v.move in ('discuss', 'accept', 'decline')) as "answeredAt"
  from expression e join request r on r.id = e.request_id and r.visibility = 'public'
  where e.sent_at > $1 order by e.sent_at desc limit ${most}`;

/** Days from publication to the first expression, where one came. */
export const firstExpressionSql = `
  select count(*)::int as published,
    coalesce(json_agg(round(extract(epoch from f.at - r.published_at) / 86400, 1)) filter (where f.at is not null), '[]') as days
  from request r
  cross join lateral (select min(e.sent_at) as at from expression e where e.request_id = r.id and e.sent_at >= r.published_at) f
  where r.visibility = 'public' and r.published_at > $1`;

/** From introduction to agreement and beginning: each introduction counts once, whatever number of partnerships it led to. */
export const funnelSql = `
  with introduced as (
    select distinct m.id from brokering_move v
    join match m on m.id = substr(v.subject, 7)::uuid
    join request r on r.id = m.request_id and r.visibility = 'public'
    where v.to_state = 'introduced' and v.at > $1
  ), led as (
    select i.id, bool_or(s.agreed_at is not null) as agreed, bool_or(s.active_since is not null) as active
    from introduced i left join partnership s on s.match_id = i.id and not s.confidential group by i.id
  )
  select count(*)::int as introduced, count(*) filter (where agreed)::int as agreed, count(*) filter (where active)::int as active
  from led`;

/** Partnerships whose first birthday was in the period, `$2` being now, and those that lived on it: once for each introduction. */
export const birthdaysSql = `
  with born as (
    select s.match_id, s.id, s.active_since + interval '${aliveDays} days' as birthday
    from partnership s join request r on r.id = s.request_id and r.visibility = 'public'
    where not s.confidential and s.active_since > $1::timestamptz - interval '${aliveDays} days'
      and s.active_since <= $2::timestamptz - interval '${aliveDays} days'
  ), lived as (
    select b.match_id, bool_or((
      select then_.to_state in ('active', 'finalising', 'suspended')
        or (then_.to_state = 'closed' and then_.reason in ('completed', 'partly_completed'))
      from brokering_move then_ where then_.subject = 'partnership:' || b.id and then_.at <= b.birthday
      order by then_.id desc limit 1)) as alive
    from born b group by b.match_id
  )
  select count(*)::int as of, count(*) filter (where alive)::int as part from lived`;

export const demandSql = `
  select o.country, count(*)::int as requests from request r join organisation o on o.id = r.organisation_id
  where r.kind = 'need' and r.visibility = 'public' and r.published_at > $1 group by o.country`;

/** What became of what was asked for, line by line. */
export const linesSql = `
  select count(*)::int as of, count(*) filter (where l.line ->> 'state' = 'covered')::int as part
  from request r cross join lateral jsonb_array_elements(r.lines) as l (line)
  where r.kind <> 'offer' and r.visibility = 'public' and r.published_at > $1 and l.line ->> 'state' <> 'dropped'`;

export const seatsSql = `
  select pp.partnership_id as "partnershipId", pp.organisation_id as "organisationId", o.country, pp.role
  from partnership s join partnership_party pp on pp.partnership_id = s.id join organisation o on o.id = pp.organisation_id
  where s.agreed_at > $1 and not s.confidential`;
