import { Button, Buttons, Notice, PageHead, Ref, Stack } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useWorld,
} from '../../platform/index.ts';
import { linkedCheckInQuery } from './brokering.queries.ts';
import { CheckInFields } from './check-ins.tsx';

const tokenOf = (params: Located['params']): string => params['token'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [linkedCheckInQuery(api, tokenOf(params))];

/** The five questions by the link in a mail: no account is asked for, and looking does nothing. */
export default function LinkedCheckInPage({ params }: PageProps) {
  const { i18n, locale } = useWorld();
  const token = tokenOf(params);
  const { state, organisation, partnership, dueAt, timeZone } = useData(linkedCheckInQuery(useApi(), token));
  const { ref, title } = partnership;
  return (
    <Stack>
      <PageTitle>{i18n.t('brokering.checkIn.linkTitle')}</PageTitle>
      <PageHead
        title={i18n.t('brokering.checkIn.linkTitle')}
        meta={<Ref>{ref}</Ref>}
        lead={
          <span lang={title.locale} dir="auto">
            {title.text}
          </span>
        }
        mid
      />
      {state === 'open' ? (
        <>
          <p>
            {i18n.t('brokering.checkIn.linkLead', { name: organisation, others: i18n.list(partnership.with) })}{' '}
            {dueAt && i18n.t('kernel.by', { date: i18n.date(dueAt, 'weekday', timeZone) })}
          </p>
          <ActionForm
            operation="brokering.answerLinkedCheckIn"
            params={{ token }}
            id={MAIN_FORM}
            draft={`check-in:${ref}`}
            className="form"
          >
            <CheckInFields language={locale} />
          </ActionForm>
        </>
      ) : (
        <>
          <Notice>{i18n.t(`brokering.checkIn.link.${state}`)}</Notice>
          <Buttons>
            <Button href={`/partnerships/${ref}`}>{i18n.t('brokering.checkIn.linkPage')}</Button>
          </Buttons>
        </>
      )}
    </Stack>
  );
}
