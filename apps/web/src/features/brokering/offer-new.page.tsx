import { autonyms, locales } from '@baraza/i18n';
import { FormActions, Notice, PageHead, Section, Split } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  Checkboxes,
  FormProblem,
  Hidden,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  Select,
  Submit,
  TextArea,
  TextInput,
  useApi,
  useData,
  useWorld,
} from '../../platform/index.ts';
import { offeringQuery } from './brokering.queries.ts';
import { workingLanguages } from './choices.ts';

const slugOf = (params: Located['params']): string => params['slug'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [offeringQuery(api, slugOf(params))];

/** Offer a city something that it did not ask for: a few words now, the rest in the draft that comes of them. */
export default function NewOfferPage({ params }: PageProps) {
  const { i18n, locale } = useWorld();
  const { organisation, offerAs } = useData(offeringQuery(useApi(), slugOf(params)));
  const { id, slug, name } = organisation;
  const title = i18n.t('brokering.offer.title', { name });
  const [own] = offerAs;
  return (
    <Split
      lead={
        <PageHead
          title={title}
          meta={
            <a className="plain" href={`/cities/${slug}`}>
              <bdi>{name}</bdi>
            </a>
          }
          lead={i18n.t('brokering.offer.lead')}
          mid
        />
      }
      side={
        <Section title={i18n.t('brokering.offer.after')}>
          <p className="small soft">{i18n.t('brokering.offer.draft')}</p>
          <p className="small soft">{i18n.t('brokering.offer.desk', { name })}</p>
          <p className="small soft">{i18n.t('cities.contact')}</p>
        </Section>
      }
    >
      <PageTitle>{title}</PageTitle>
      {own ? (
        <ActionForm
          operation="brokering.draftRequest"
          id={MAIN_FORM}
          next="/requests/:ref/edit"
          draft={`offer:${slug}`}
          className="form"
        >
          <FormProblem />
          <Hidden name="kind" value="offer" />
          <Hidden name="addressedTo" value={id} />
          <Hidden name="visibility" value="brokers_only" />
          {offerAs.length > 1 ? (
            <Select
              name="organisationId"
              label={i18n.t('brokering.expression.for')}
              options={offerAs.map((one) => ({ value: one.id, label: one.name }))}
            />
          ) : (
            <Hidden name="organisationId" value={own.id} />
          )}
          <Select
            name="language"
            label={i18n.t('brokering.form.language')}
            hint={i18n.t('brokering.form.languageHint')}
            value={locale}
            options={locales.map((to) => ({ value: to, label: autonyms[to], lang: to }))}
          />
          <TextInput name="title" label={i18n.t('brokering.offer.what')} maxLength={200} required />
          <TextArea name="whatWeBring" label={i18n.t('brokering.offer.bring')} rows={4} required />
          <TextArea name="wantedResult" label={i18n.t('brokering.offer.for')} rows={3} required />
          <TextInput name="window.start" type="date" label={i18n.t('brokering.expression.earliestStart')} />
          <Checkboxes
            name="languages"
            legend={i18n.t('brokering.form.languages')}
            options={workingLanguages.map((code) => ({ value: code, label: i18n.language(code) }))}
          />
          <FormActions note={i18n.t('brokering.offer.note', { name })}>
            <Submit>{i18n.t('brokering.offer.submit')}</Submit>
          </FormActions>
        </ActionForm>
      ) : (
        <Notice>{i18n.t('brokering.offer.notNow')}</Notice>
      )}
    </Split>
  );
}
