import type { DeskItem, RequestView } from '@baraza/contracts/brokering';
import { DeskFoot, Empty, KeyHints, LiveRegion, Pager, Queue, QueueGroup, QueueItem, Tabs } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useDeskKeys,
  useI18n,
  useNow,
  useWorld,
} from '../../platform/index.ts';
import { DeskTabs } from '../matching/index.ts';
import { deskCountsQuery, deskQuery, requestQuery, workloadQuery } from './brokering.queries.ts';
import { Case, keys, Workload } from './desk-case.tsx';
import { useStep } from './step.tsx';
import { suggestQueries } from './suggest-form.tsx';

const views = [
  'all',
  'mine',
  'triage',
  'needs_info',
  'second_look',
  'appeals',
  'suggestions',
  'silent',
  'dormant',
  'expiring',
] as const;
type View = (typeof views)[number];
const viewOf = (search: URLSearchParams): View => views.find((view) => view === search.get('view')) ?? 'all';
const cursorOf = (search: URLSearchParams): string | undefined => search.get('cursor') ?? undefined;

export const data = (api: ApiClient, { search }: Located) => {
  const open = search.get('case');
  const queue = deskQuery(api, viewOf(search), cursorOf(search));
  const first = (page: Awaited<ReturnType<typeof queue.queryFn>>) => {
    const ref = open ?? page.items[0]?.ref;
    return ref ? [{ ...requestQuery(api, ref), after: (request: RequestView) => suggestQueries(api, request) }] : [];
  };
  return [{ ...queue, after: first }, deskCountsQuery(api), workloadQuery(api)];
};

const address = (view: View, more: Readonly<Record<string, string | undefined>> = {}): string => {
  const search = new URLSearchParams();
  if (view !== 'all') search.set('view', view);
  for (const [name, value] of Object.entries(more)) if (value) search.set(name, value);
  return search.size > 0 ? `/desk?${search}` : '/desk';
};

/** The brokers' desk: one list, one case open beside it, everything by keyboard. */
export default function DeskPage({ search }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const view = viewOf(search);
  const cursor = cursorOf(search);
  const { items, next } = useData(deskQuery(api, view, cursor));
  const counts = useData(deskCountsQuery(api));
  const open = search.get('case') ?? items[0]?.ref;
  const subject = items.find(({ ref }) => ref === open)?.subject;
  useDeskKeys();
  const late = items.filter(({ step }) => step.late);
  const inTime = items.filter(({ step }) => !step.late);
  const group = (name: string, of: readonly DeskItem[]) =>
    of.length > 0 && (
      <QueueGroup name={name} count={i18n.number(of.length)}>
        {of.map((item) => (
          <CaseLine
            key={item.ref}
            item={item}
            href={address(view, { case: item.ref, cursor })}
            current={item.ref === open}
          />
        ))}
      </QueueGroup>
    );
  return (
    <>
      <PageTitle>{i18n.t('kernel.place.desk')}</PageTitle>
      <Queue
        title={i18n.t('kernel.place.desk')}
        count={i18n.t('brokering.desk.open', { count: counts.all })}
        back={search.has('case') ? { href: address(view, { cursor }), label: i18n.t('kernel.back') } : undefined}
      >
        <Tabs
          label={i18n.t('brokering.desk.views')}
          tabs={views.map((name) => ({
            href: address(name),
            label: i18n.t(`brokering.desk.view.${name}`),
            current: name === view,
            count: i18n.number(counts[name]),
          }))}
        />
        <DeskTabs at="/desk" />
        {items.length === 0 && (
          <Empty title={i18n.t('brokering.desk.empty')}>{i18n.t('brokering.desk.emptyHint')}</Empty>
        )}
        {group(i18n.t('brokering.desk.late'), late)}
        {group(i18n.t('brokering.desk.inTime'), inTime)}
        <Workload />
        {(next || cursor) && (
          <Pager
            label={i18n.t('brokering.list.pages')}
            previous={cursor ? { href: address(view), label: i18n.t('brokering.list.first') } : undefined}
            next={next ? { href: address(view, { cursor: next }), label: i18n.t('kernel.next') } : undefined}
          />
        )}
      </Queue>
      {/* a case of its own each: nothing typed for one is sent to another, and each is read from its beginning */}
      {open && <Case key={open} refOf={open} subject={subject} />}
      <DeskFoot>
        <LiveRegion />
        {open && <Keys refOf={open} subject={subject} />}
      </DeskFoot>
    </>
  );
}

/** The keys that do something for the case that is open. */
function Keys({ refOf, subject }: { refOf: string; subject: DeskItem['subject'] | undefined }) {
  const i18n = useI18n();
  const request = useData(requestQuery(useApi(), refOf));
  const mayTake = !request.broker && request.desk?.handTo.some(({ you }) => you);
  const moves = request.moves.flatMap(({ move }) => {
    const key = keys[move];
    return key ? [{ keys: [key], does: i18n.say(`brokering.move.request.${move}`) }] : [];
  });
  return (
    <KeyHints
      hints={[
        { keys: ['j', 'k'], does: i18n.t('brokering.desk.walk') },
        ...moves,
        ...(mayTake ? [{ keys: ['c'], does: i18n.t('brokering.move.request.claim') }] : []),
        ...(subject ? [{ keys: ['o'], does: i18n.t(`brokering.desk.openSubject.${subject.kind}`) }] : []),
      ]}
    />
  );
}

function CaseLine({ item, href, current }: { item: DeskItem; href: string; current: boolean }) {
  const { i18n, timeZone } = useWorld();
  const now = useNow();
  const step = useStep()(item.step);
  // what was due and not done stands there with the day it was due
  const { missed } = item.step;
  const due = missed?.dueAt ?? item.step.dueAt;
  const sameYear = new Date(due).getUTCFullYear() === now.getUTCFullYear();
  return (
    <QueueItem
      href={href}
      current={current}
      due={{
        date: i18n.date(due, sameYear ? 'brief' : 'short', timeZone),
        left: missed ? undefined : i18n.time(due, timeZone),
        tone: item.step.late ? 'late' : step.soon ? 'soon' : undefined,
      }}
      title={item.title?.text ?? i18n.t('brokering.untitled')}
      lang={item.title?.locale}
      who={step.who}
      tone={step.tone}
      what={step.what}
      caseRef={item.ref}
      aside={
        item.silentDays > 0
          ? {
              icon: 'silent',
              text: i18n.t('brokering.desk.silent', { days: item.silentDays }),
              long: item.silentDays > 10,
            }
          : undefined
      }
    />
  );
}
