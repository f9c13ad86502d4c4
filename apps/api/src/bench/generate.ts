import { readFileSync } from 'node:fs';
import { type Locale, locales } from '@baraza/domain/kernel';
import { hashOf } from '@baraza/domain/translation';
import type { Pool } from 'pg';
import { renderMarkdown } from '../platform/markdown/markdown.ts';

export const sizes = { members: 10_000, threads: 20_000, posts: 200_000 } as const;

interface Sample {
  readonly lang: Locale;
  readonly text: string;
}

/** Real sentences in all seven languages: the posts of the demo threads. */
function samples(): Sample[] {
  const threads = JSON.parse(readFileSync(new URL('../../content/threads.json', import.meta.url), 'utf8')) as {
    posts: { lang: string; body: string }[];
  }[];
  const found = threads.flatMap(({ posts }) => posts.map(({ lang, body }) => ({ lang: lang as Locale, text: body })));
  const missing = locales.filter((locale) => !found.some(({ lang }) => lang === locale));
  if (missing.length > 0) throw new Error(`the sample has no text in ${missing.join(', ')}`);
  // as many of each language, whatever the sample has most of
  return Array.from({ length: 20 }, (_, round) =>
    locales.map((locale) => found.filter(({ lang }) => lang === locale)).map((of) => of[round % of.length] as Sample),
  ).flat();
}

const localized = (lang: Locale, text: string, hash = hashOf(text)) =>
  JSON.stringify({ sourceLocale: lang, sourceText: text, sourceHash: hash, variants: [] });

/** The same community on every machine: ten thousand members, twenty thousand threads, two hundred thousand posts. */
export async function generate(pool: Pool): Promise<void> {
  await pool.query(
    'create table if not exists bench_sample (k int primary key, lang text, body jsonb, html jsonb, excerpt text, title jsonb)',
  );
  const all = samples();
  for (const [n, { lang, text }] of all.entries()) {
    const { html, excerpt } = renderMarkdown(text);
    const title = `${text.slice(0, 60).trim()}…`;
    await pool.query('insert into bench_sample values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
      n,
      lang,
      localized(lang, text),
      localized(lang, html, hashOf(text)),
      excerpt,
      localized(lang, title),
    ]);
  }
  const of = all.length;
  const each = sizes.posts / sizes.threads;
  const id = (kind: string, n: string) => `md5('bench ${kind} ' || ${n})::uuid`;
  await pool.query(`
    insert into organisation (id, slug, kind, names, country)
      select ${id('organisation', 'n')}, 'bench-city-' || n, 'city', jsonb_build_object('en', 'Bench city ' || n), (array['KE','CN','IN','BR','BJ','KZ','EG'])[1 + n % 7]
      from generate_series(1, 200) n on conflict do nothing;
    insert into cluster (id, slug, kind, names, description, position)
      select ${id('cluster', 'n')}, 'bench-forum-' || n, 'forum', jsonb_build_object('en', 'Bench forum ' || n), (select body from bench_sample where bench_sample.k = 0), n
      from generate_series(1, 6) n on conflict do nothing;
    insert into member (id, name, email, email_verified, locale)
      select ${id('member', 'n')}, 'Practitioner ' || n, 'bench-' || n || '@bench.example', true, (array['en','fr','es','pt','ru','ar','zh'])[1 + n % 7]
      from generate_series(1, ${sizes.members}) n on conflict do nothing;
    insert into affiliation (member_id, organisation_id, role, state, verified_by, valid_from)
      select ${id('member', 'n')}, ${id('organisation', '(1 + n % 200)')}, 'staff', 'active', 'admin', '2026-01-01'
      from generate_series(1, ${sizes.members}) n on conflict do nothing;
    insert into cluster_member (cluster_id, member_id)
      select ${id('cluster', '(1 + n % 6)')}, ${id('member', 'n')} from generate_series(1, ${sizes.members}) n on conflict do nothing;
    insert into thread (id, cluster_id, type, state, visibility, title, language, author_id, on_behalf_of, speaking_as, posts, last_no, organisations, languages, last_activity_at, created_at)
      select ${id('thread', 'n')}, ${id('cluster', '(1 + n % 6)')}, 'discussion', 'open', 'public', s.title, s.lang,
        ${id('member', `(1 + n * 7 % ${sizes.members})`)}, ${id('organisation', `(1 + (1 + n * 7 % ${sizes.members}) % 200)`)}, 'staff', ${each}, ${each},
        array[${id('organisation', `(1 + (1 + n * 7 % ${sizes.members}) % 200)`)}], array[s.lang], timestamptz '2026-03-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(1, ${sizes.threads}) n join bench_sample s on s.k = n % ${of};
    insert into post (id, thread_id, no, author_id, on_behalf_of, speaking_as, lang, body, html, excerpt, created_at)
      select ${id('post', "(t || '.' || no)")}, ${id('thread', 't')}, no, ${id('member', `(1 + (t * 7 + (no - 1) * 13) % ${sizes.members})`)},
        ${id('organisation', `(1 + (1 + (t * 7 + (no - 1) * 13) % ${sizes.members}) % 200)`)}, 'staff', s.lang, s.body, s.html, s.excerpt,
        timestamptz '2026-01-01' + t * interval '1 minute' + no * interval '1 hour'
      from generate_series(1, ${sizes.threads}) t cross join generate_series(1, ${each}) no join bench_sample s on s.k = (t * 3 + no) % ${of};
  `);
  await pool.query('analyze');
}
