import { safeguardLevels } from '@baraza/domain/brokering';
import type { Pool } from 'pg';
import { Cases } from '../brokering/case/cases.repository.ts';
import { owePartnerships, rewind } from '../brokering/case/consequences.ts';
import { oweRequest } from '../brokering/requests/request.moves.ts';
import { asSystem } from '../platform/asker.ts';
import { readSettings } from '../platform/config/settings.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { makeServer } from '../server.ts';
import { secret } from './tools.ts';

export const deskSizes = { cases: 5000, brokers: 12, cities: 1500 } as const;
/** So many transactions at once wind the clocks. */
const winders = 4;

const id = (kind: string, n: string) => `md5('bench ${kind} ' || ${n})::uuid`;
const city = (n: string) => id('desk city', `(1 + (${n}) % ${deskSizes.cities})`);
/** The focal point of that city. */
const person = (n: string) => id('member', `(1 + (${n}) % ${deskSizes.cities})`);
/** Somewhere between nothing and so many days, the same on every machine. */
const aged = (n: string, days: string) => `interval '1 day' * ((${n}) * 7919 % 997 / 997.0 * (${days}))`;
const text = (n: string, samples: number) => `(select body from bench_sample where k = (${n}) % ${samples})`;

/**
 * Where cases stand on a full desk: of each hundred so many, and for how many days at most. Nothing is older than its
 * clock lets it become, so nothing moves by itself while the bench measures; what is asked of brokers may well be late.
 */
const standing: readonly (readonly [count: number, name: string, state: string, days: number])[] = [
  [3, 'unapproved', 'submitted', 12],
  [9, 'unclaimed', 'submitted', 10],
  [3, 'answered', 'submitted', 1],
  [15, 'in review', 'in_review', 3],
  [3, 'to look at again', 'in_review', 3],
  [2, 'to be declined', 'in_review', 4],
  [7, 'asked', 'needs_info', 38],
  [2, 'declined', 'declined', 22],
  [2, 'appealed', 'appealed', 18],
  [25, 'published', 'published', 170],
  [4, 'just published', 'published', 2],
  [14, 'in matching', 'in_matching', 90],
  [6, 'in partnering', 'in_partnering', 60],
  [2, 'on hold', 'on_hold', 100],
  [3, 'expired', 'expired', 80],
];

/** Steps that somebody owes in all these cases, and those asked of a second one because the first let the time pass. */
export interface Owed {
  readonly steps: number;
  readonly late: number;
}

/** The cases as rows, then every clock in them wound by the house's own hand. Needs `generate`'s samples and members. */
export async function generateDesk(pool: Pool, url: string): Promise<Owed> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from bench_sample');
  const samples = rows[0]?.count ?? 0;
  const { cases, brokers, cities } = deskSizes;
  const stand = standing.flatMap(([count, name, state, days]) =>
    Array.from({ length: count }, () => `('${name}', '${state}', ${days})`),
  );
  const broker = (n: string) => id('broker', `(1 + (${n}) % ${brokers})`);
  await pool.query(`
    insert into member (id, name, email, email_verified, locale)
      select ${id('broker', 'n')}, 'Broker ' || n, 'broker-' || n || '@bench.example', true, 'en' from generate_series(1, ${brokers}) n on conflict do nothing;
    insert into member_role (member_id, role)
      select ${id('broker', 'n')}, role from generate_series(1, ${brokers}) n, unnest(array['broker', 'lead_broker']) role
      where role = 'broker' or n <= 2 on conflict do nothing;
    insert into organisation (id, slug, kind, names, country, time_zone, languages)
      select ${id('desk city', 'n')}, 'bench-desk-city-' || n, 'city', jsonb_build_object('en', 'Bench desk city ' || n),
        (array['KE','CN','IN','BR','BJ','KZ','EG'])[1 + n % 7], (array['Africa/Nairobi','Asia/Shanghai','Asia/Kolkata','America/Sao_Paulo'])[1 + n % 4], array['en']
      from generate_series(1, ${cities + brokers}) n on conflict do nothing;
    insert into affiliation (member_id, organisation_id, role, state, verified_by, valid_from)
      select ${id('member', 'n')}, ${id('desk city', 'n')}, 'focal_point', 'active', 'admin', timestamptz '2026-01-01' from generate_series(1, ${cities}) n
      union all select ${id('broker', 'n')}, ${id('desk city', `(${cities} + n)`)}, 'staff', 'active', 'admin', timestamptz '2026-01-01' from generate_series(1, ${brokers}) n
      on conflict do nothing;

    create table bench_case as
      select n, ${id('case', 'n')} as id, name, state, now() - ${aged('n', 'days')} as since, ${broker('n')} as broker
      from generate_series(1, ${cases}) n
      join (select row_number() over () - 1 as lot, * from (values ${stand.join(', ')}) s (name, state, days)) s on s.lot = n * 37 % ${stand.length};

    insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, context, wanted_result, what_we_bring,
        themes, sdgs, modalities, languages, "window", lines, state, state_since, last_activity_at, created_at, submitted_at, approved_by, claimed_by,
        lease_until, review_left, clarifications, proposal, decline, appeal, published_at, last_confirmed_at, expires_at, held_from, held_until,
        suggestions, counterpart_ids)
      select id, 'REQ-2021-' || lpad(n::text, 5, '0'), (array['need', 'need', 'need', 'offer', 'exchange'])[1 + n % 5], ${city('n')}, ${person('n')},
        'africa', (array['public', 'members'])[1 + n % 2], 'en', ${text('n', samples)}, ${text('n * 3 + 1', samples)}, ${text('n * 5 + 2', samples)},
        ${text('n * 7 + 3', samples)}, array['logistics', 'ports'], array[1 + n % 17], array['training'], array['en', 'fr'],
        '{"start": "2026-01-01", "end": "2030-01-01"}',
        jsonb_build_array(jsonb_build_object('id', md5('line' || n)::uuid, 'text', ${text('n * 11', samples)}, 'quantity', null, 'state', 'open')),
        state, since, since, since - interval '9 days', since - interval '7 days',
        case when name <> 'unapproved' then ${person('n')} end,
        case when name not in ('unapproved', 'unclaimed') then broker end,
        case when name = 'in review' then since + interval '4 days' end,
        case when name in ('asked', 'answered') then 2 end,
        case when name in ('asked', 'answered') then jsonb_build_array(jsonb_build_object('question', ${text('n', samples)}, 'askedBy', broker,
          'askedAt', since, 'answer', null, 'answeredBy', null, 'answeredAt', null)) else '[]' end,
        case when name in ('to look at again', 'to be declined') then jsonb_build_object('move', case name when 'to be declined' then 'decline' else 'publish' end,
          'by', broker, 'at', since, 'reason', 'incomplete', 'note', ${text('n', samples)}) end,
        case when state in ('declined', 'appealed') then jsonb_build_object('reason', 'incomplete', 'note', ${text('n', samples)}, 'by', jsonb_build_array(broker), 'at', since) end,
        case when state = 'appealed' then jsonb_build_object('grounds', ${text('n', samples)}, 'by', ${person('n')}, 'at', since) end,
        opened, opened, opened + interval '180 days', case when state = 'on_hold' then 'published' end,
        case when state = 'on_hold' then since + interval '110 days' end,
        case when name = 'just published' or opened is null then 0 else 1 + n % 4 end,
        case when opened is not null then array[${city('n + 31')}, ${city('n + 57')}] else '{}' end
      from bench_case, lateral (select case state when 'expired' then since - interval '180 days' when 'in_matching' then since - interval '20 days'
        when 'in_partnering' then since - interval '60 days' when 'on_hold' then since - interval '30 days' when 'published' then since end as opened) o;

    insert into clarification (id, request_id, organisation_id, author_id, open, question, state, state_since, last_activity_at, created_at)
      select ${id('question', 'n')}, id, ${city('n + 77')}, ${person('n + 77')}, true, ${text('n', samples)}, 'asked', at, at, at
      from bench_case, lateral (select greatest(since, now() - ${aged('n', '10')}) as at) a where state = 'published' and n % 5 = 0;
    insert into expression (id, request_id, organisation_id, author_id, locale, message, languages, sent_at, state, state_since, last_activity_at, created_at)
      select ${id('expression', "(n || '.' || e)")}, id, ${city('n + 31 + 26 * e')}, ${person('n + 31 + 26 * e')}, 'en', ${text('n + e', samples)}, array['en'],
        at, (array['sent', 'seen', 'in_dialogue', 'accepted'])[1 + (n + e) % 4], at, at, at
      from bench_case cross join generate_series(0, 1) e, lateral (select greatest(since, now() - ${aged('n + 13 * e', '22')}) as at) a
      where state in ('published', 'in_matching', 'on_hold') and n % 3 >= e;

    insert into match (id, request_id, origin, because, state, state_since, last_activity_at, created_at, end_reason, ended_by, ended_at)
      select ${id('match', "(n || '.' || m)")}, id, 'broker', ${text('n + m', samples)}, as_, at, at, at,
        case when as_ = 'agreed' then 'agreed' end, case when as_ = 'agreed' then 'system' end, case when as_ = 'agreed' then at end
      from bench_case cross join generate_series(0, 2) m,
        lateral (select case when m > 0 then 'suggested' when state = 'in_partnering' then 'agreed' when n % 2 = 0 then 'introduced' else 'scoping' end as as_) s,
        lateral (select case when m > 0 then greatest(since, now() - ${aged('n + 17 * m', '18')}) else since end as at) a
      where state in ('in_matching', 'in_partnering') and n % 4 >= m or state = 'published' and m > 0 and n % 4 >= m;
    insert into match_party (match_id, organisation_id, position, part, stance)
      select m.id, case p when 0 then ${city('n')} else ${city('n + 57 + 3 * m.nth')} end, p, (array['requester', 'provider'])[1 + p],
        case when m.nth > 0 and p = 1 then (array['unseen', 'seen'])[1 + n % 2] else 'interested' end
      from bench_case c cross join generate_series(0, 1) p
      join lateral (select ${id('match', "(c.n || '.' || nth)")} as id, nth from generate_series(0, 2) nth) m on exists (select 1 from match where match.id = m.id);

    insert into partnership (id, ref, match_id, request_id, claimed_by, locale, title, plan, themes, state, state_since, last_activity_at, created_at,
        agreed_at, active_since, rhythm_since, check_ins, resume_at)
      select ${id('partnership', 'n')}, 'PRT-2021-' || lpad(n::text, 5, '0'), ${id('match', "(n || '.0')")}, id, broker, 'en', ${text('n', samples)}, ${text('n * 3', samples)},
        array['logistics'], as_, since, since, since, case when as_ <> 'scoping' then since end, case when as_ not in ('scoping', 'agreed') then since end,
        case when as_ not in ('scoping', 'agreed') then since end, case when since < now() - interval '29 days' then 1 else 0 end,
        case when as_ = 'suspended' then since + interval '170 days' end
      from bench_case, lateral (select case when state = 'in_matching' then 'scoping'
        else (array['agreed', 'active', 'active', 'active', 'finalising', 'suspended', 'dormant'])[1 + n / 100 % 7] end as as_) s
      where state = 'in_partnering' or state = 'in_matching' and n % 6 = 1;
    insert into partnership_party (partnership_id, organisation_id, position, role)
      select ${id('partnership', 'n')}, case p when 0 then ${city('n')} else ${city('n + 57')} end, p, (array['requester', 'provider'])[1 + p]
      from bench_case cross join generate_series(0, 1) p where exists (select 1 from partnership s where s.id = ${id('partnership', 'n')});
    insert into check_in (id, partnership_id, kind, opens_at, sides, state, state_since, last_activity_at, created_at)
      select ${id('check-in', 'n')}, s.id, 'regular', at, jsonb_build_array(
          jsonb_build_object('organisationId', ${city('n')}, 'answer', null, 'missedBefore', 0),
          jsonb_build_object('organisationId', ${city('n + 57')}, 'answer', null, 'missedBefore', 0)), 'open', at, at, at
      from bench_case join partnership s on s.id = ${id('partnership', 'n')}, lateral (select greatest(since, now() - ${aged('n', '13')}) as at) a where s.state = 'active';

    insert into safeguard_flag (id, request_id, level, category, note, raised_by, changed_by, at)
      select ${id('flag', 'n')}, id, '${safeguardLevels[0]}', 'other', ${text('n', samples)}, broker, broker, since from bench_case where n % 10 = 0;
    update request set safeguard = '${safeguardLevels[0]}' where id in (select request_id from safeguard_flag);
    insert into case_note (id, request_id, author_id, text, at)
      select ${id('note', "(n || '.' || nth)")}, id, broker, ${text('n + nth', samples)}, since from bench_case cross join generate_series(1, 2) nth where n % 3 = 0;
    insert into brokering_move (subject, move, from_state, to_state, at, by_kind, by_id, on_behalf_of)
      select 'request:' || id, move, from_state, to_state, since - interval '1 day' * ago, by_kind, case by_kind when 'desk' then broker else ${person('n')} end,
        case by_kind when 'organisation' then ${city('n')} end
      from bench_case join (values (9, 'draft', null, 'draft', 'organisation', '{}'::text[]), (7, 'submit', 'draft', 'submitted', 'organisation', '{}'),
        (4, 'claim', 'submitted', 'in_review', 'desk', '{unapproved, unclaimed}'), (0, 'publish', 'in_review', 'published', 'desk',
        '{unapproved, unclaimed, answered, in review, to look at again, to be declined, asked, declined, appealed}')) moves (ago, move, from_state, to_state, by_kind, not_yet)
      on not name = any (not_yet);
  `);
  await wind(pool, url);
  await pool.query('analyze');
  const { rows: owed } = await pool.query<Owed>(
    'select count(*)::int as steps, count(missed_at)::int as late from brokering_step',
  );
  return owed[0] ?? { steps: 0, late: 0 };
}

/** Who owes what in each case, and by when, as the house says it when whoever holds a case leaves. */
async function wind(pool: Pool, url: string): Promise<void> {
  const settings = readSettings({ BARAZA_DEMO: '0', WORKERS: '0', LOG_LEVEL: 'silent', SECRET: secret }, process.cwd());
  const app = await makeServer(settings, url, null);
  const { rows } = await pool.query<{ id: string }>('select id from bench_case order by n');
  const all = app.get(Cases, { strict: false });
  const units = app.get(UnitOfWork, { strict: false });
  const asker = asSystem(new Date());
  const part = Math.ceil(rows.length / (winders * 25));
  const parts = Array.from({ length: Math.ceil(rows.length / part) }, (_, i) => rows.slice(i * part, (i + 1) * part));
  await Promise.all(
    Array.from({ length: winders }, async () => {
      for (let some = parts.shift(); some; some = parts.shift()) {
        const keys = some;
        await units.run(asker, async (work) => {
          for (const key of keys) {
            const c = await all.open(work, asker, key);
            await oweRequest(c);
            await rewind(c);
            await owePartnerships(c);
          }
        });
      }
    }),
  );
  await app.close();
}
