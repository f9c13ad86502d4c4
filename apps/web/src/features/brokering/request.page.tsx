import type { RequestView } from '@baraza/contracts/brokering';
import { Button, Buttons, Notice, PageHead, Ref, Split } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useData,
  useStream,
  useWorld,
} from '../../platform/index.ts';
import { Documents } from '../files/index.ts';
import { chainQuery, HowItBegan } from '../lineage/index.ts';
import { requestQuery } from './brokering.queries.ts';
import { CaseFacts } from './case-facts.tsx';
import { CaseFile, TakeCase } from './case-file.tsx';
import { LinesForm } from './lines-form.tsx';
import { MoveList } from './move-form.tsx';
import { Questions } from './questions.tsx';
import { KindOf } from './request-card.tsx';
import { ExpectedOutcomes, RequestLines, RequestPath, RequestTerms, RequestText } from './request-parts.tsx';
import { BrokerQuestions, Changes, Declined } from './review.tsx';
import { RequestStateOf } from './states.tsx';
import { StepBand } from './step.tsx';
import { SuggestForm, suggestQueries } from './suggest-form.tsx';
import { WhatCame } from './what-came.tsx';

/** A partner is found, and the reader has to say what became of the lines that nobody covers yet. */
const mustSettle = ({ lines, mayMarkLines, nextStep }: RequestView): boolean =>
  mayMarkLines &&
  nextStep?.what === 'brokering.step.settleRemaining' &&
  lines.some(({ state }) => state === 'open' || state === 'partly_covered');

const refOf = (params: Located['params']): string => params['ref'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [
  {
    ...requestQuery(api, refOf(params)),
    after: (request: RequestView) => [chainQuery(api, 'request', request.id), ...suggestQueries(api, request)],
  },
];

/** One request: what is asked, where it stands, who acts next, what the reader may do. */
export default function RequestPage({ params }: PageProps) {
  const { i18n } = useWorld();
  const request = useData(requestQuery(useApi(), refOf(params)));
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ['brokering'] });
  useStream(request.stream, request.seq, { onNews: again, onReset: again });
  // What hangs on the case is told to its parties and the desk, not on the page that everybody hears.
  useStream(request.alsoHeard?.stream ?? null, request.alsoHeard?.seq ?? 0, { onNews: again, onReset: again });
  const { ref, title } = request;
  const name = title?.text ?? i18n.t('brokering.untitled');
  const revise = request.mayRevise && (
    <Buttons>
      <Button href={`/requests/${ref}/edit`}>{i18n.t('brokering.edit.title')}</Button>
    </Buttons>
  );
  return (
    <Split
      lead={
        <>
          <PageTitle>{name}</PageTitle>
          <PageHead
            title={name}
            lang={title?.locale}
            meta={
              <>
                <KindOf kind={request.kind} />
                <Ref>{ref}</Ref>
                <RequestStateOf state={request.state} />
              </>
            }
          >
            <p>
              <a className="plain" href={`/cities/${request.organisation.slug}`}>
                <bdi>{request.organisation.name}</bdi>
              </a>
            </p>
          </PageHead>
          <RequestPath request={request} />
        </>
      }
      early={
        <>
          {request.nextStep && <StepBand step={request.nextStep} />}
          {request.answerAs.length > 0 && (
            <Buttons>
              <Button kind="go" href={`/requests/${ref}/answer`}>
                {i18n.t('brokering.expression.new')}
              </Button>
            </Buttons>
          )}
          {request.mayRefer && (
            <Buttons>
              <Button href={`/requests/${ref}/refer`}>{i18n.t('brokering.refer.title')}</Button>
            </Buttons>
          )}
          {request.nextStep?.what === 'brokering.step.suggestPartners' && request.maySuggest && (
            <Buttons>
              <Button kind="go" href="#partners">
                {i18n.t('matching.candidates.title')}
              </Button>
            </Buttons>
          )}
          {mustSettle(request) && (
            <Buttons>
              <Button kind="go" href="#lines">
                {i18n.t('brokering.lines.mark')}
              </Button>
            </Buttons>
          )}
          {request.state === 'draft' && revise}
          <MoveList
            subject="request"
            moves={request.moves}
            version={request.version}
            params={{ ref }}
            yours={request.nextStep?.who === 'you'}
          />
          <TakeCase request={request} />
          {request.state !== 'draft' && revise}
        </>
      }
      side={
        <>
          <Began id={request.id} />
          <CaseFacts request={request} />
          {request.desk && <CaseFile request={request} file={request.desk} />}
        </>
      }
    >
      {request.end?.note && (
        <Notice title={i18n.say(`brokering.reason.${request.end.reason}`)}>
          <ReadingText reading={request.end.note} />
        </Notice>
      )}
      <BrokerQuestions request={request} />
      <Declined request={request} />
      <Changes request={request} />
      <RequestText request={request} part="context" title={i18n.t('brokering.form.context')} />
      <RequestText request={request} part="wantedResult" title={i18n.t('brokering.request.wantedResult')} />
      <RequestLines request={request} />
      {request.mayMarkLines && <LinesForm request={request} />}
      <RequestText
        request={request}
        part="whatWeBring"
        title={i18n.t('brokering.request.brings', { name: request.organisation.name })}
      />
      <RequestText request={request} part="whatWeTried" title={i18n.t('brokering.request.whatWasTried')} />
      <ExpectedOutcomes request={request} />
      <RequestTerms request={request} />
      <Documents shelf={request.files} kind="request" subject={request.id} />
      <Questions request={request} />
      <WhatCame request={request} />
      {request.maySuggest && <SuggestForm request={request} />}
    </Split>
  );
}

function Began({ id }: { id: string }) {
  const { beads } = useData(chainQuery(useApi(), 'request', id));
  return <HowItBegan beads={beads} />;
}
