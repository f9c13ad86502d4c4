import { Button, Buttons, Icon, PageHead, Section, Split } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
  useStream,
} from '../../platform/index.ts';
import { FollowForm } from './follow-form.tsx';
import { forumQuery, threadsQuery } from './forums.queries.ts';
import { filterIn, ThreadList } from './thread-list.tsx';
import './forums.css';

const slugOf = (params: Located['params']) => params['slug'] ?? '';

export const data = (api: ApiClient, { params, search }: Located) => [
  forumQuery(api, slugOf(params)),
  threadsQuery(api, filterIn(search, slugOf(params))),
];

/** One forum: its threads, and the way to start one. */
export default function ForumPage({ params, search }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const queries = useQueryClient();
  const forum = useData(forumQuery(api, slugOf(params)));
  const page = useData(threadsQuery(api, filterIn(search, forum.slug)));
  const again = () => void queries.invalidateQueries({ queryKey: ['forums'] });
  useStream(`cluster:${forum.id}`, forum.seq, { onNews: again, onReset: again });
  const path = `/forums/${forum.slug}`;
  const start = forum.may.start ? `${path}/new` : undefined;
  return (
    <Split
      lead={
        <>
          <PageTitle>{forum.name}</PageTitle>
          <PageHead
            title={<bdi>{forum.name}</bdi>}
            meta={
              <>
                <a className="plain" href="/forums">
                  <Icon name="forums" size="s" /> {i18n.t('kernel.place.forums')}
                </a>
                <span>{i18n.t('forums.threads', { count: forum.threads })}</span>
                {forum.unread ? <span>{i18n.t('forums.unreadThreads', { count: forum.unread })}</span> : null}
              </>
            }
          />
          <Buttons>
            {start ? (
              <Button kind="go" href={start}>
                {i18n.t('forums.start')}
              </Button>
            ) : (
              <SignIn to={path} />
            )}
            <Button kind="link" href={`/clusters/${forum.slug}`}>
              {i18n.t('forums.about')}
            </Button>
          </Buttons>
        </>
      }
      side={
        forum.may.follow && (
          <Section title={i18n.t('forums.follow')}>
            <FollowForm operation="forums.followForum" params={{ slug: forum.slug }} level={forum.level} />
          </Section>
        )
      }
    >
      <ThreadList page={page} path={path} search={search} start={start} />
    </Split>
  );
}

/** For visitors, the door; a member who may not write here finds out why on the cluster's own page. */
function SignIn({ to }: { to: string }) {
  const i18n = useI18n();
  return <Button href={`/sign-in?next=${encodeURIComponent(to)}`}>{i18n.t('forums.signInToWrite')}</Button>;
}
