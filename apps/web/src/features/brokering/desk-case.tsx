import type { DeskItem } from '@baraza/contracts/brokering';
import { Button, Buttons, Details, OpenCase, Ref, Table } from '@baraza/ui';
import { useApi, useData, useI18n } from '../../platform/index.ts';
import { Documents } from '../files/index.ts';
import { requestQuery, workloadQuery } from './brokering.queries.ts';
import { CaseFile, TakeCase } from './case-file.tsx';
import { inOrder, MoveForm } from './move-form.tsx';
import { Questions } from './questions.tsx';
import { KindOf } from './request-card.tsx';
import { RequestLines, RequestTerms, RequestText } from './request-parts.tsx';
import { BrokerQuestions, Changes, Declined } from './review.tsx';
import { RequestStateOf } from './states.tsx';
import { StepBand } from './step.tsx';
import { SuggestForm } from './suggest-form.tsx';
import { WhatCame } from './what-came.tsx';

/** The key that makes a move, printed on its button. */
export const keys: Readonly<Record<string, string>> = {
  claim: 'c',
  publish: 'p',
  ask: 'a',
  decline: 'x',
  releaseClaim: 'r',
  close: 'e',
  agree: 'g',
  sendBack: 'b',
  grant: 'g',
  uphold: 'x',
  hold: 'h',
  resume: 'h',
};

/** Who holds how much, so that a lead broker sees where to hand over. */
export function Workload() {
  const i18n = useI18n();
  const { brokers } = useData(workloadQuery(useApi()));
  return (
    <Details summary={i18n.t('brokering.desk.workload')}>
      <Table
        caption={i18n.t('brokering.desk.workload')}
        small
        columns={[
          { label: i18n.t('kernel.role.broker') },
          { label: i18n.t('brokering.desk.cases'), numeric: true },
          { label: i18n.t('brokering.desk.steps'), numeric: true },
          { label: i18n.t('brokering.desk.late'), numeric: true },
        ]}
        rows={brokers.map(({ name, you, cases, steps, late }) => [
          you ? i18n.t('kernel.you') : name,
          i18n.number(cases),
          i18n.number(steps),
          i18n.number(late),
        ])}
      />
    </Details>
  );
}

/** Where the thing is that the step is about. A question has no page of its own. */
const addressOf = ({ kind, id }: DeskItem['subject'], ref: string): string =>
  ({
    request: `/requests/${ref}`,
    clarification: `/requests/${ref}#questions`,
    expression: `/expressions/${id}`,
    match: `/matches/${id}`,
    partnership: `/partnerships/${id}`,
  })[kind];

/** The open case, with what may be done and the key for each. */
export function Case({ refOf, subject }: { refOf: string; subject?: DeskItem['subject'] | undefined }) {
  const i18n = useI18n();
  const request = useData(requestQuery(useApi(), refOf));
  const { ref, title } = request;
  const { ordered, main } = inOrder(request.moves, request.nextStep?.who === 'you');
  return (
    <OpenCase
      meta={
        <>
          <KindOf kind={request.kind} />
          <Ref>{ref}</Ref>
          <RequestStateOf state={request.state} />
          <bdi>{request.organisation.name}</bdi>
        </>
      }
      title={
        <a className="plain" href={`/requests/${ref}`}>
          {title?.text ?? i18n.t('brokering.untitled')}
        </a>
      }
      lang={title?.locale}
      actions={
        <>
          {ordered.map((move) => (
            <MoveForm
              key={move.move}
              subject="request"
              move={move}
              version={request.version}
              params={{ ref }}
              main={move === main}
              hotkey={keys[move.move]}
            />
          ))}
          <TakeCase request={request} hotkey="c" />
        </>
      }
    >
      {request.nextStep && <StepBand step={request.nextStep} />}
      {subject && (
        <Buttons>
          <Button href={addressOf(subject, ref)} hotkey="o">
            {i18n.t(`brokering.desk.openSubject.${subject.kind}`)}
          </Button>
        </Buttons>
      )}
      <BrokerQuestions request={request} />
      <Changes request={request} />
      <RequestText request={request} part="context" title={i18n.t('brokering.form.context')} />
      <RequestText request={request} part="wantedResult" title={i18n.t('brokering.request.wantedResult')} />
      <RequestLines request={request} />
      <RequestText
        request={request}
        part="whatWeBring"
        title={i18n.t('brokering.request.brings', { name: request.organisation.name })}
      />
      <RequestTerms request={request} />
      <Documents shelf={request.files} kind="request" subject={request.id} />
      <Declined request={request} />
      <Questions request={request} />
      <WhatCame request={request} />
      {request.maySuggest && <SuggestForm request={request} />}
      {request.desk && <CaseFile request={request} file={request.desk} />}
    </OpenCase>
  );
}
