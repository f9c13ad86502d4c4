import type { Candidate } from '@baraza/contracts/matching';
import { Meta, Rows, Section, Title } from '@baraza/ui';
import {
  ActionForm,
  Checkboxes,
  FormProblem,
  Hidden,
  Submit,
  useApi,
  useData,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { candidatesQuery } from './matching.queries.ts';
import { Reasons } from './reasons.tsx';

interface Asked {
  readonly ref: string;
  readonly version: number;
  /** So many may be suggested at once, and are still to be. */
  readonly desk: { readonly wanted: number } | null;
}

/** Whom the matcher finds for a request, and why; a button suggests each. */
export function Candidates({ request }: { request: Asked }) {
  const i18n = useI18n();
  const { items } = useData(candidatesQuery(useApi(), request.ref));
  return (
    <Section id="partners" title={i18n.t('matching.candidates.title')}>
      <FirstOfThem request={request} items={items} />
      {items.length === 0 && <p className="soft">{i18n.t('matching.candidates.none')}</p>}
      <Rows>
        {items.map((candidate) => (
          <CandidateRow key={candidate.organisation.id} candidate={candidate} request={request} />
        ))}
      </Rows>
    </Section>
  );
}

/** The first of the list, as many as are wanted, suggested in one go; whoever does not fit is unticked. */
function FirstOfThem({ request, items }: { request: Asked; items: readonly Candidate[] }) {
  const i18n = useI18n();
  const first = items.slice(0, request.desk?.wanted ?? 0).map(({ organisation: { id, name } }) => ({ id, name }));
  if (first.length < 2) return null;
  return (
    <ActionForm operation="brokering.suggestPartners" params={{ ref: request.ref }} className="form">
      <FormProblem />
      <Hidden name="version" value={request.version} />
      <Checkboxes
        name="organisationIds"
        legend={i18n.t('matching.candidates.first', { count: first.length })}
        options={first.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        chosen={first.map(({ id }) => id)}
      />
      <Submit>{i18n.t('matching.candidates.suggestFirst')}</Submit>
    </ActionForm>
  );
}

function CandidateRow({ candidate, request }: { candidate: Candidate; request: Asked }) {
  const { i18n, timeZone } = useWorld();
  const { organisation, because, metBefore, asked, answered } = candidate;
  const { id, slug, name, country } = organisation;
  const met = metBefore && { date: i18n.date(metBefore.at, 'day', timeZone) };
  return (
    <li>
      <Title href={`/cities/${slug}`}>{name}</Title>
      <Meta>
        {country && <span>{i18n.country(country)}</span>}
        {asked > 0 && <span>{i18n.t('matching.candidates.answered', { answered, asked })}</span>}
        {met && (
          <span>
            {metBefore.agreed ? i18n.t('matching.candidates.metAgreed', met) : i18n.t('matching.candidates.met', met)}
          </span>
        )}
      </Meta>
      <Reasons reasons={because} />
      <ActionForm operation="brokering.suggestPartner" params={{ ref: request.ref }} name={`suggest ${id}`}>
        <FormProblem />
        <Hidden name="version" value={request.version} />
        <Hidden name="organisationId" value={id} />
        <Hidden name="listed" value="true" />
        <Submit kind="plain">{i18n.t('matching.candidates.suggest', { name })}</Submit>
      </ActionForm>
    </li>
  );
}
