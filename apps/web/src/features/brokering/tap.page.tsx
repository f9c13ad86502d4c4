import { Button, Buttons, Notice, PageHead, Ref, Section } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  Submit,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { tapQuery } from './brokering.queries.ts';

const tokenOf = (params: Located['params']): string => params['token'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [tapQuery(api, tokenOf(params))];

/** What a link in a mail leads to: one thing, one button. Nothing happens by looking. */
export default function TapPage({ params }: PageProps) {
  const i18n = useI18n();
  const token = tokenOf(params);
  const tap = useData(tapQuery(useApi(), token));
  const { ref, title, summary } = tap.request;
  const name = title?.text ?? i18n.t('brokering.untitled');
  return (
    <div className="stack">
      <PageTitle>{name}</PageTitle>
      <PageHead title={name} lang={title?.locale} meta={<Ref>{ref}</Ref>} mid>
        <p>
          <bdi>{tap.organisation.name}</bdi>
        </p>
      </PageHead>
      {summary && (
        <Section title={i18n.t('brokering.form.context')}>
          <ReadingText reading={summary} />
        </Section>
      )}
      {tap.state === 'ready' ? (
        <ActionForm operation="brokering.pressTap" params={{ token }} className="form">
          <FormProblem />
          <p>{i18n.t('brokering.tap.as', { name: tap.name, organisation: tap.organisation.name })}</p>
          <Submit>{i18n.t(`brokering.move.request.${tap.move}`)}</Submit>
        </ActionForm>
      ) : (
        <Notice tone={tap.state === 'done' ? 'success' : 'info'}>{i18n.t(`brokering.tap.${tap.state}`)}</Notice>
      )}
      <Buttons>
        <Button href={`/requests/${ref}`}>{i18n.t('brokering.tap.open')}</Button>
      </Buttons>
    </div>
  );
}
