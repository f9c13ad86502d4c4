import type { ForumSummary } from '@baraza/contracts/forums';
import { Button, Buttons, PageHead, Rows, Section } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n, useReader } from '../../platform/index.ts';
import { overviewQuery } from './forums.queries.ts';
import { ThreadRow } from './thread-row.tsx';
import './forums.css';

export const data = (api: ApiClient) => [overviewQuery(api)];

/** Where the cities talk: each forum with what was said last. */
export default function ForumsPage() {
  const i18n = useI18n();
  const reader = useReader();
  const { forums } = useData(overviewQuery(useApi()));
  return (
    <div className="stack">
      <PageTitle>{i18n.t('kernel.place.forums')}</PageTitle>
      <PageHead title={i18n.t('kernel.place.forums')} lead={i18n.t('forums.lead')} />
      <Buttons>
        <Button href="/threads">{i18n.t('forums.all')}</Button>
        {reader && <Button href="/threads?only=unread">{i18n.t('forums.unread')}</Button>}
        {reader && <Button href="/threads?only=following">{i18n.t('forums.following')}</Button>}
      </Buttons>
      {forums.map((forum) => (
        <Forum key={forum.slug} forum={forum} />
      ))}
    </div>
  );
}

function Forum({ forum }: { forum: ForumSummary }) {
  const i18n = useI18n();
  const { slug, name, latest, threads, unread } = forum;
  const counts = [i18n.t('forums.threads', { count: threads })];
  if (unread) counts.push(i18n.t('forums.unreadThreads', { count: unread }));
  const title = (
    <a className="plain" href={`/forums/${slug}`}>
      <bdi>{name}</bdi>
    </a>
  );
  return (
    <Section title={title} note={threads > 0 && i18n.list(counts)}>
      {latest.length > 0 ? (
        <Rows brief>
          {latest.map((thread) => (
            <ThreadRow key={thread.no} thread={thread} brief />
          ))}
        </Rows>
      ) : (
        <p className="small soft">{i18n.t('forums.empty')}</p>
      )}
      <p className="small forum-more">
        {threads > latest.length && <a href={`/forums/${slug}`}>{i18n.t('forums.allIn', { forum: name })}</a>}
        {forum.may.start && <a href={`/forums/${slug}/new`}>{i18n.t('forums.start')}</a>}
      </p>
    </Section>
  );
}
