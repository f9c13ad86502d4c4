import type { ExpressionView } from '@baraza/contracts/brokering';
import { Button, Buttons, Facts, Notice, PageHead, Ref, Section, Split } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  ActionForm,
  type ApiClient,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useData,
  useStream,
  useWorld,
} from '../../platform/index.ts';
import { Documents } from '../files/index.ts';
import { expressionMessagesQuery, expressionQuery, requestQuery } from './brokering.queries.ts';
import { beforeOf, Conversation } from './conversation.tsx';
import { ExpressionFields } from './expression-form.tsx';
import { ExpressionLines } from './expression-row.tsx';
import { MoveList } from './move-form.tsx';
import { ExpressionStateOf } from './states.tsx';
import { StepBand } from './step.tsx';

const idOf = (params: Located['params']): string => params['id'] ?? '';
export const data = (api: ApiClient, { params, search }: Located) => [
  {
    ...expressionQuery(api, idOf(params)),
    after: ({ mayRevise, request }: ExpressionView) => (mayRevise ? [requestQuery(api, request.ref)] : []),
  },
  ...(beforeOf(search) ? [expressionMessagesQuery(api, idOf(params), beforeOf(search))] : []),
];

/** One expression of interest, to its two sides. */
export default function ExpressionPage({ params, search }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const api = useApi();
  const expression = useData(expressionQuery(api, idOf(params)));
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ['brokering'] });
  useStream(expression.stream, 0, { onNews: again, onReset: again });
  const { id, request, organisation } = expression;
  const title = i18n.t('brokering.expression.of', { name: organisation.name });
  const facts = [
    expression.languages.length > 0 && {
      term: i18n.t('brokering.form.languages'),
      value: i18n.list(expression.languages.map((code) => i18n.language(code))),
    },
    expression.earliestStart && {
      term: i18n.t('brokering.expression.earliestStart'),
      value: i18n.date(expression.earliestStart, 'day'),
    },
    expression.sentAt && {
      term: i18n.t('brokering.state.expression.sent'),
      value: i18n.date(expression.sentAt, 'day', timeZone),
    },
  ];
  const text = (reading: typeof expression.message, heading: string) =>
    reading && (
      <Section title={heading}>
        <ReadingText reading={reading} />
      </Section>
    );
  return (
    <Split
      lead={
        <PageHead
          title={title}
          meta={
            <>
              <ExpressionStateOf state={expression.state} />
              <Ref>{request.ref}</Ref>
            </>
          }
        >
          <p>
            <a className="plain" href={`/requests/${request.ref}`} lang={request.title?.locale} dir="auto">
              {request.title?.text ?? i18n.t('brokering.untitled')}
            </a>{' '}
            <span className="soft">
              <bdi>{request.organisation.name}</bdi>
            </span>
          </p>
        </PageHead>
      }
      early={
        <>
          {expression.nextStep && <StepBand step={expression.nextStep} />}
          {expression.matchId && (
            <Buttons>
              <Button kind="go" href={`/matches/${expression.matchId}`}>
                {i18n.t('brokering.match.open')}
              </Button>
            </Buttons>
          )}
          <MoveList subject="expression" moves={expression.moves} version={expression.version} params={{ id }} />
        </>
      }
      side={<Facts facts={facts} />}
    >
      <PageTitle>{title}</PageTitle>
      {expression.end && (
        <Notice title={i18n.say(`brokering.reason.${expression.end.reason}`)}>
          {expression.end.note ? (
            <ReadingText reading={expression.end.note} />
          ) : (
            i18n.date(expression.end.at, 'day', timeZone)
          )}
        </Notice>
      )}
      {expression.mayRevise ? (
        <Revise expression={expression} />
      ) : (
        <>
          <ExpressionLines expression={expression} />
          {text(expression.message, i18n.t('brokering.expression.says', { name: expression.organisation.name }))}
          {text(expression.weBring, i18n.t('brokering.request.brings', { name: expression.organisation.name }))}
          {text(expression.conditions, i18n.t('brokering.expression.conditions'))}
        </>
      )}
      <Documents shelf={expression.files} kind="expression" subject={id} />
      {(expression.messages.items.length > 0 || expression.mayReply) && (
        <Conversation
          title={i18n.t('brokering.expression.dialogue')}
          newest={expression.messages}
          earlier={(before) => expressionMessagesQuery(api, id, before)}
          address={`/expressions/${id}`}
          before={beforeOf(search)}
          write={expression.mayReply ? { operation: 'brokering.replyExpression', params: { id } } : null}
          draft={`expression-reply:${id}`}
        />
      )}
    </Split>
  );
}

/** A draft is its own form. */
function Revise({ expression }: { expression: ExpressionView }) {
  const request = useData(requestQuery(useApi(), expression.request.ref));
  return (
    <ActionForm
      operation="brokering.reviseExpression"
      params={{ id: expression.id }}
      id={MAIN_FORM}
      next="/expressions/:id"
      draft={`expression:${expression.id}`}
      className="form"
    >
      <ExpressionFields request={request} expression={expression} />
    </ActionForm>
  );
}
