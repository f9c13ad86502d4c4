import { Button, Buttons, Empty, Field, Filters, PageHead, Pager, Rows } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { storiesQuery } from './knowledge.queries.ts';
import { LanguageLine } from './language-line.tsx';
import { StoryRow } from './story-row.tsx';
import './knowledge.css';

const names = ['theme', 'sdg', 'cluster'] as const;
const filterOf = (search: URLSearchParams) => {
  const goal = Number(search.get('sdg'));
  return {
    theme: search.get('theme') || undefined,
    sdg: goal >= 1 && goal <= 17 ? Math.trunc(goal) : undefined,
    cluster: search.get('cluster') || undefined,
    cursor: search.get('cursor') || undefined,
  };
};
const queryOf = (api: ApiClient, search: URLSearchParams) =>
  storiesQuery(api, filterOf(search) as Parameters<typeof storiesQuery>[1]);

export const data = (api: ApiClient, { search }: Located) => [queryOf(api, search)];

/** What cities did and what came of it. */
export default function StoriesPage({ search }: PageProps) {
  const i18n = useI18n();
  const { items, next, total, choices } = useData(queryOf(useApi(), search));
  const filter = filterOf(search);
  const on = names.filter((name) => filter[name] !== undefined).length;
  const addressOf = (cursor: string | null) => {
    const kept = new URLSearchParams();
    for (const name of names) if (filter[name] !== undefined) kept.set(name, String(filter[name]));
    if (cursor) kept.set('cursor', cursor);
    return kept.size > 0 ? `/stories?${kept}` : '/stories';
  };
  const byLabel = new Intl.Collator(i18n.locale).compare;
  const select = (name: (typeof names)[number], options: readonly { value: string; label: string }[]) => (
    <Field as="select" name={name} label={i18n.t(`knowledge.filter.${name}`)} defaultValue={String(filter[name] ?? '')}>
      <option value="">{i18n.t('knowledge.filter.any')}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Field>
  );
  return (
    <div className="stack">
      <PageTitle>{i18n.t('knowledge.stories.title')}</PageTitle>
      <PageHead
        title={i18n.t('knowledge.stories.title')}
        meta={<span>{i18n.t('knowledge.stories.found', { count: total })}</span>}
      >
        <p>{i18n.t('knowledge.stories.lead')}</p>
      </PageHead>
      <Filters
        key={search.toString()}
        summary={on > 0 ? i18n.t('knowledge.filter.on', { count: on }) : i18n.t('knowledge.filter.title')}
        action="/stories"
        submit={i18n.t('knowledge.filter.apply')}
        clear={on > 0 ? { href: '/stories', label: i18n.t('knowledge.filter.clear') } : undefined}
        open={on > 0}
      >
        {select(
          'theme',
          choices.themes
            .map((theme) => ({ value: theme, label: i18n.say(`theme.${theme}`) }))
            .sort((a, b) => byLabel(a.label, b.label)),
        )}
        {select(
          'sdg',
          choices.sdgs.map((goal) => ({
            value: String(goal),
            label: `${i18n.number(goal)} ${i18n.say(`sdg.${goal}`)}`,
          })),
        )}
        {select(
          'cluster',
          choices.clusters.map(({ slug, name }) => ({ value: slug, label: name })),
        )}
      </Filters>
      {items.length > 0 ? (
        <>
          <LanguageLine reading={items[0]?.title} />
          <Rows>
            {items.map((story) => (
              <StoryRow key={story.slug} story={story} />
            ))}
          </Rows>
        </>
      ) : (
        <Empty title={i18n.t('knowledge.stories.none.title')}>{i18n.t('knowledge.stories.none.text')}</Empty>
      )}
      {(next || filter.cursor) && (
        <Pager
          label={i18n.t('knowledge.pages')}
          previous={filter.cursor ? { href: addressOf(null), label: i18n.t('knowledge.fromTheStart') } : undefined}
          next={next ? { href: addressOf(next), label: i18n.t('kernel.next') } : undefined}
        />
      )}
      <Buttons>
        <Button href="/recommendations">{i18n.t('knowledge.recommendations.title')}</Button>
        <Button href="/glossary">{i18n.t('knowledge.glossary.title')}</Button>
      </Buttons>
    </div>
  );
}
