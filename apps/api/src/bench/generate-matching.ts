import type { Pool } from 'pg';

export const matchingSizes = { organisations: 2000, facts: 8, requests: 10_000 } as const;

/** Organisations with records and open requests of theirs, in all seven languages, the same on every machine. Needs `generate`'s samples and members. */
export async function generateMatching(pool: Pool, { organisations, facts, requests } = matchingSizes): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from bench_sample');
  const samples = rows[0]?.count ?? 0;
  const id = (kind: string, n: string) => `md5('bench ${kind} ' || ${n})::uuid`;
  const text = (k: string) => `(select body from bench_sample where k = (${k}) % ${samples})`;
  const theme = (n: string) =>
    `(array['logistics','customs','sme-finance','talent','tourism','payments','ports','agriculture','women','branding'])[1 + (${n}) % 10]`;
  await pool.query(`
    insert into source (id, title, publisher, language) values ('bench', 'Bench', 'Bench', 'en') on conflict do nothing;
    insert into organisation (id, slug, kind, names, country, time_zone, languages)
      select ${id('partner', 'n')}, 'bench-partner-' || n, 'city', jsonb_build_object('en', 'Bench partner ' || n),
        (array['KE','CN','IN','BR','BJ','KZ','EG'])[1 + n % 7], 'UTC', array[(array['en','fr','es','pt','ru','ar','zh'])[1 + n % 7]]
      from generate_series(1, ${organisations}) n on conflict do nothing;
    insert into organisation_fact (organisation_id, kind, position, tags, text, source_id)
      select ${id('partner', 'n')}, (array['strength','strength','lesson','challenge'])[1 + f % 4], f, array[${theme('n * 3 + f')}], ${text('n * 7 + f * 13')}, 'bench'
      from generate_series(1, ${organisations}) n cross join generate_series(1, ${facts}) f on conflict do nothing;
    insert into request (id, ref, kind, organisation_id, author_id, region, visibility, locale, title, context, wanted_result, what_we_bring,
        themes, modalities, state, state_since, last_activity_at, created_at, approved_by, published_at, expires_at)
      select ${id('request', 'n')}, 'REQ-2020-' || lpad(n::text, 5, '0'), case n % 4 when 0 then 'offer' else 'need' end,
        ${id('partner', `(1 + n * 11 % ${organisations})`)}, ${id('member', '1')}, 'africa', 'public', 'en', ${text('n')}, ${text('n * 3 + 1')},
        ${text('n * 5 + 2')}, ${text('n * 7 + 3')}, array[${theme('n')}, ${theme('n * 7 + 1')}], array['training'], 'published', now(), now(), now(),
        ${id('member', '1')}, now(), now() + interval '180 days'
      from generate_series(1, ${requests}) n on conflict do nothing;
    insert into member_role (member_id, role) values (${id('member', '1')}, 'broker') on conflict do nothing;
  `);
  await pool.query('analyze');
}
