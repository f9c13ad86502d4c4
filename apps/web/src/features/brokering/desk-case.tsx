import { Details, OpenCase, Ref, Table } from '@baraza/ui';
import { useApi, useData, useI18n } from '../../platform/index.ts';
import { Documents } from '../files/index.ts';
import { requestQuery, workloadQuery } from './brokering.queries.ts';
import { CaseFile } from './case-file.tsx';
import { MoveForm } from './move-form.tsx';
import { KindOf } from './request-card.tsx';
import { RequestLines, RequestTerms, RequestText } from './request-parts.tsx';
import { Changes, Declined } from './review.tsx';
import { RequestStateOf } from './states.tsx';
import { StepBand } from './step.tsx';

/** The key that makes a move, printed on its button. */
const keys: Readonly<Record<string, string>> = {
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

/** The open case, with what may be done and the key for each. */
export function Case({ refOf }: { refOf: string }) {
  const i18n = useI18n();
  const request = useData(requestQuery(useApi(), refOf));
  const { ref, title } = request;
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
      actions={request.moves.map((move, i) => (
        <MoveForm
          key={move.move}
          subject="request"
          move={move}
          version={request.version}
          params={{ ref }}
          main={i === 0}
          hotkey={keys[move.move]}
        />
      ))}
    >
      {request.nextStep && <StepBand step={request.nextStep} />}
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
      <Changes request={request} />
      {request.desk && <CaseFile request={request} file={request.desk} />}
    </OpenCase>
  );
}
