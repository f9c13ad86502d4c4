import type { ThreadLine } from '@baraza/contracts/forums';
import type { Locale } from '@baraza/domain/kernel';
import { autonyms, locales } from '@baraza/i18n';
import { Button, Empty, Field, Filters, Pager, Rows, Tabs } from '@baraza/ui';
import { useI18n, useReader } from '../../platform/index.ts';
import type { ThreadFilter } from './forums.queries.ts';
import { withPart } from './places.ts';
import { ThreadRow } from './thread-row.tsx';

const states = ['open', 'resolved', 'locked'] as const satisfies readonly ThreadFilter['state'][];
const types = [
  'question',
  'discussion',
  'experience',
  'announcement',
] as const satisfies readonly ThreadFilter['type'][];
const views = ['unread', 'following'] as const;
const parts = ['state', 'type', 'language'] as const;

const known = <T extends string>(value: string | null, among: readonly T[]): T | undefined =>
  among.find((one) => one === value);

/** The list an address asks for; a word it does not know filters nothing. */
export function filterIn(search: URLSearchParams, forum?: string): ThreadFilter {
  const state = known(search.get('state'), states);
  const type = known(search.get('type'), types);
  const language = known<Locale>(search.get('language'), locales);
  const only = known(search.get('only'), views);
  const cursor = search.get('cursor');
  return {
    ...(forum && { forum }),
    ...(state && { state }),
    ...(type && { type }),
    ...(language && { language }),
    ...(only && { only }),
    ...(cursor && { cursor: cursor.slice(0, 200) }),
  };
}

interface ListProps {
  readonly page: { readonly items: readonly ThreadLine[]; readonly next: string | null };
  readonly path: string;
  readonly search: URLSearchParams;
  /** Of every forum: each line says which. */
  readonly everywhere?: boolean;
  /** Where a first thread is started, for who may. */
  readonly start?: string | undefined;
}

/** Threads with their views, filters and pages; every choice is in the address. */
export function ThreadList({ page, path, search, everywhere, start }: ListProps) {
  const i18n = useI18n();
  const reader = useReader();
  const only = known(search.get('only'), views);
  const on = parts.filter((part) => search.get(part)).length;
  const view = (value: (typeof views)[number] | null, label: string) => ({
    href: withPart(path, search, 'only', value),
    label,
    current: (only ?? null) === value,
  });
  const select = (
    part: (typeof parts)[number],
    options: readonly { value: string; label: string; lang?: string }[],
  ) => (
    <Field
      as="select"
      id={`by-${part}`}
      name={part}
      label={i18n.t(`forums.filterBy.${part}`)}
      defaultValue={search.get(part) ?? ''}
    >
      <option value="">{i18n.t('forums.filterBy.any')}</option>
      {options.map(({ value, label, lang }) => (
        <option key={value} value={value} lang={lang}>
          {label}
        </option>
      ))}
    </Field>
  );
  return (
    <div className="thread-list">
      {reader && (
        <Tabs
          label={i18n.t('forums.which')}
          tabs={[
            view(null, i18n.t('forums.all')),
            view('unread', i18n.t('forums.unread')),
            view('following', i18n.t('forums.following')),
          ]}
        />
      )}
      <Filters
        summary={i18n.t('forums.filter', { count: on })}
        action={path}
        submit={i18n.t('forums.filterBy.apply')}
        clear={on > 0 ? { href: path, label: i18n.t('forums.filterBy.clear') } : undefined}
        open={on > 0}
      >
        {only && <input type="hidden" name="only" value={only} />}
        {select(
          'state',
          states.map((value) => ({ value, label: i18n.t(`forums.state.thread.${value}`) })),
        )}
        {select(
          'type',
          types.map((value) => ({ value, label: i18n.t(`forums.type.${value}`) })),
        )}
        {select(
          'language',
          locales.map((value) => ({ value, label: autonyms[value], lang: value })),
        )}
      </Filters>
      {page.items.length === 0 ? (
        <NoThread only={only} filtered={on > 0 || search.has('cursor')} start={start} />
      ) : (
        <Rows>
          {page.items.map((thread) => (
            <ThreadRow key={thread.no} thread={thread} forum={everywhere ?? false} />
          ))}
        </Rows>
      )}
      {(page.next || search.has('cursor')) && (
        <Pager
          label={i18n.t('forums.pages')}
          previous={
            search.has('cursor')
              ? { href: withPart(path, search, 'cursor', null), label: i18n.t('forums.newest') }
              : undefined
          }
          next={
            page.next ? { href: withPart(path, search, 'cursor', page.next), label: i18n.t('forums.older') } : undefined
          }
        />
      )}
    </div>
  );
}

interface NoThreadProps {
  readonly only: (typeof views)[number] | undefined;
  readonly filtered: boolean;
  readonly start: string | undefined;
}

/** Why nothing is here, and the first step. */
function NoThread({ only, filtered, start }: NoThreadProps) {
  const i18n = useI18n();
  if (filtered) return <Empty title={i18n.t('forums.emptyFilter')} />;
  if (only === 'unread') return <Empty title={i18n.t('forums.emptyUnread')} />;
  if (only === 'following')
    return <Empty title={i18n.t('forums.emptyFollowing')}>{i18n.t('forums.emptyFollowingHint')}</Empty>;
  return (
    <Empty
      title={i18n.t('forums.empty')}
      action={
        start && (
          <Button kind="go" href={start}>
            {i18n.t('forums.start')}
          </Button>
        )
      }
    >
      {i18n.t('forums.emptyHint')}
    </Empty>
  );
}
