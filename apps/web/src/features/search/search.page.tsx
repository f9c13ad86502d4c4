import { Button, Empty, Field, Form, FormActions, PageHead, Rows, Section } from '@baraza/ui';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { LineRow } from './line-row.tsx';
import { searchQuery } from './search.queries.ts';

const wordsIn = (search: URLSearchParams): string => (search.get('q') ?? '').trim().slice(0, 100);

export const data = (api: ApiClient, { search }: Located) => [searchQuery(api, wordsIn(search))];

/** Where words occur, by kind of thing, in what this reader may see. */
export default function SearchPage({ search }: PageProps) {
  const i18n = useI18n();
  const q = wordsIn(search);
  const { groups } = useData(searchQuery(useApi(), q));
  return (
    <div className="stack">
      <PageTitle>{q ? i18n.t('search.titleFor', { q }) : i18n.t('search.title')}</PageTitle>
      <PageHead title={i18n.t('search.title')} mid />
      <Form method="get" action="/search" key={q}>
        <Field
          name="q"
          type="search"
          label={i18n.t('search.label')}
          hint={i18n.t('search.hint')}
          defaultValue={q}
          maxLength={100}
          dir="auto"
        />
        <FormActions>
          <Button kind="go" icon="search">
            {i18n.t('search.submit')}
          </Button>
        </FormActions>
      </Form>
      {q && groups.length === 0 && <Empty title={i18n.t('search.empty', { q })}>{i18n.t('search.emptyHint')}</Empty>}
      {groups.map(({ kind, items, more }) => (
        <Section key={kind} title={i18n.say(`search.kind.${kind}`)}>
          <Rows brief>
            {items.map((line) => (
              <LineRow key={line.id} line={line} />
            ))}
          </Rows>
          {more && <p className="small soft">{i18n.t('search.more')}</p>}
        </Section>
      ))}
    </div>
  );
}
