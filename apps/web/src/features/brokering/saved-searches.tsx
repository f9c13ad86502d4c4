import type { SavedSearch } from '@baraza/contracts/brokering';
import { Meta, Notice, Rows, Section } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Submit, useApi, useData, useI18n } from '../../platform/index.ts';
import { searchesQuery } from './brokering.queries.ts';

const lists = ['kind', 'theme', 'sdg', 'modality', 'region', 'language'] as const;
const words = ['cluster', 'organisation', 'q'] as const;
type Interest = SavedSearch['interest'];

/** As the address of the list has it, each filter in an order of its own. */
function addressOf(valuesOf: (name: string) => readonly (string | number)[]): string {
  const search = new URLSearchParams();
  for (const name of [...lists, ...words])
    for (const value of valuesOf(name).map(String).filter(Boolean).sort()) search.append(name, value);
  return search.size > 0 ? `/requests?${search}` : '/requests';
}
const addressOfSaved = (interest: Interest): string =>
  addressOf((name) => [interest[name as keyof Interest] ?? []].flat());

/** Ask to hear of new requests like those listed, or hear no more of them. */
export function SaveSearch({ search }: { search: URLSearchParams }) {
  const i18n = useI18n();
  const { items } = useData(searchesQuery(useApi()));
  const address = addressOf((name) => search.getAll(name));
  const kept = items.find(({ interest }) => addressOfSaved(interest) === address);
  if (kept)
    return (
      <Notice>
        <p>{i18n.t('brokering.search.kept')}</p>
        <StopSearch id={kept.id} />
      </Notice>
    );
  return (
    <ActionForm operation="brokering.saveSearch">
      <FormProblem />
      {[...lists, ...words].flatMap((name) =>
        search.getAll(name).map((value) => <Hidden key={`${name} ${value}`} name={name} value={value} />),
      )}
      <Submit kind="plain">
        {i18n.t(address === '/requests' ? 'brokering.search.saveAll' : 'brokering.search.save')}
      </Submit>
    </ActionForm>
  );
}

/** All that the reader asked to hear of. */
export function SavedSearches() {
  const i18n = useI18n();
  const { items } = useData(searchesQuery(useApi()));
  return (
    <Section title={i18n.t('brokering.search.title')}>
      <p className="soft">{i18n.t(items.length > 0 ? 'brokering.search.hint' : 'brokering.search.none')}</p>
      <Rows>
        {items.map(({ id, interest }) => (
          <li key={id}>
            <p>
              <a href={addressOfSaved(interest)}>
                {i18n.list(wordsFor(interest, i18n)) || i18n.t('brokering.search.everything')}
              </a>
            </p>
            <Meta>
              <StopSearch id={id} />
            </Meta>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

const StopSearch = ({ id }: { id: string }) => {
  const i18n = useI18n();
  return (
    <ActionForm operation="brokering.dropSearch" params={{ id }} name={`stop ${id}`}>
      <FormProblem />
      <Submit kind="link">{i18n.t('brokering.search.stop')}</Submit>
    </ActionForm>
  );
};

/** What it says, in the reader's words. */
function wordsFor(
  { kind, theme, sdg, modality, region, language, cluster, organisation, q }: Interest,
  i18n: ReturnType<typeof useI18n>,
) {
  return [
    ...kind.map((one) => i18n.t(`brokering.kind.${one}`)),
    ...(q ? [`“${q}”`] : []),
    ...theme.map((one) => i18n.say(`theme.${one}`)),
    ...sdg.map((one) => (one === 0 ? i18n.t('brokering.filter.noGoal') : i18n.say(`sdg.${one}`))),
    ...modality.map((one) => i18n.say(`modality.${one}`)),
    ...region.map((one) => i18n.say(`region.${one}`)),
    ...language.map((one) => i18n.language(one)),
    ...[cluster, organisation].filter((one) => one !== undefined),
  ];
}
