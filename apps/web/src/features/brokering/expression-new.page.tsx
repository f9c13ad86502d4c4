import { Notice, PageHead, Ref, Split } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { requestQuery } from './brokering.queries.ts';
import { ExpressionFields } from './expression-form.tsx';
import { RequestLines, RequestText } from './request-parts.tsx';

const refOf = (params: Located['params']): string => params['ref'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [requestQuery(api, refOf(params))];

/** Answer a request for one's organisation. */
export default function NewExpressionPage({ params }: PageProps) {
  const i18n = useI18n();
  const request = useData(requestQuery(useApi(), refOf(params)));
  const { ref, title } = request;
  const head = (
    <PageHead
      title={i18n.t('brokering.expression.new')}
      meta={
        <>
          <Ref>{ref}</Ref>
          <a className="plain" href={`/requests/${ref}`} lang={title?.locale} dir="auto">
            {title?.text ?? i18n.t('brokering.untitled')}
          </a>
        </>
      }
      mid
    />
  );
  const told = (
    <>
      <RequestText request={request} part="context" title={i18n.t('brokering.form.context')} />
      <RequestLines request={request} />
    </>
  );
  return (
    <Split lead={head} side={told}>
      <PageTitle>{i18n.t('brokering.expression.new')}</PageTitle>
      {request.answerAs.length === 0 ? (
        <Notice>{i18n.t('brokering.expression.notYours')}</Notice>
      ) : (
        <ActionForm
          operation="brokering.draftExpression"
          params={{ ref }}
          id={MAIN_FORM}
          next="/expressions/:id"
          draft={`expression:${ref}`}
          className="form"
        >
          <ExpressionFields request={request} expression={null} />
          <p className="small soft">{i18n.t('files.later')}</p>
        </ActionForm>
      )}
    </Split>
  );
}
