import { Icon, PageHead } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { threadsQuery } from './forums.queries.ts';
import { filterIn, ThreadList } from './thread-list.tsx';
import './forums.css';

export const data = (api: ApiClient, { search }: Located) => [threadsQuery(api, filterIn(search))];

/** The threads of every forum: what is new, what one follows. */
export default function ThreadsPage({ search }: PageProps) {
  const i18n = useI18n();
  const page = useData(threadsQuery(useApi(), filterIn(search)));
  return (
    <div className="stack">
      <PageTitle>{i18n.t('forums.all')}</PageTitle>
      <PageHead
        title={i18n.t('forums.all')}
        meta={
          <a className="plain" href="/forums">
            <Icon name="forums" size="s" /> {i18n.t('kernel.place.forums')}
          </a>
        }
      />
      <ThreadList page={page} path="/threads" search={search} everywhere />
    </div>
  );
}
