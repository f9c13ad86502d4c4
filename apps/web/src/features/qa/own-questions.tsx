import type { OwnQuestion } from '@baraza/contracts/qa';
import { Button, Details, FormActions, Mine, SendState, UserText } from '@baraza/ui';
import {
  ActionForm,
  actionUrl,
  discard,
  FormProblem,
  Hidden,
  type Kept,
  Submit,
  TextArea,
  useI18n,
  useKept,
} from '../../platform/index.ts';
import type { Board } from './board-state.ts';

/** One's own questions: what waits on this device, what a moderator reads, what stands on the board. */
export function OwnQuestions({ board }: { board: Board }) {
  const i18n = useI18n();
  const kept = useKept(actionUrl('qa.ask', { code: board.code }));
  const mine = board.mine.filter(({ state }) => state !== 'withdrawn');
  if (mine.length === 0 && kept.length === 0) return null;
  return (
    <Mine title={i18n.t('qa.mine')}>
      {kept.map((item) => (
        <KeptQuestion key={item.key} item={item} />
      ))}
      {mine.map((question) => (
        <Own key={question.id} question={question} />
      ))}
    </Mine>
  );
}

function useSteps(last: string) {
  const i18n = useI18n();
  return [
    { label: i18n.t('kernel.sendState.saved'), icon: 'phone' },
    { label: i18n.t('kernel.sendState.sending') },
    { label: last },
  ] as const;
}

function KeptQuestion({ item }: { item: Kept }) {
  const i18n = useI18n();
  const words = new URLSearchParams(item.body);
  const steps = useSteps(i18n.t('kernel.sendState.sent'));
  const refused = item.state === 'refused';
  return (
    <div className="own">
      <UserText lang={words.get('locale') ?? ''} text={words.get('text') ?? ''} />
      <SendState
        label={i18n.t('qa.sendState')}
        steps={steps}
        now={item.state === 'saved' ? 0 : 1}
        outcome={refused ? 'failed' : undefined}
      />
      {refused && (
        <>
          <p className="small stop">{i18n.t('qa.notTaken', { why: item.detail ?? '' })}</p>
          <Button type="button" kind="link" onClick={() => discard(item.key)}>
            {i18n.t('qa.discard')}
          </Button>
        </>
      )}
    </div>
  );
}

function Own({ question }: { question: OwnQuestion }) {
  const i18n = useI18n();
  const { id, version, state, text, original, moves, dismissalReason } = question;
  const waits = state === 'pending' || state === 'submitted';
  return (
    <div className="own">
      <UserText lang={text.sourceLocale} text={text.sourceText} />
      <SendState
        label={i18n.t('qa.sendState')}
        steps={[
          { label: i18n.t('kernel.sendState.sent') },
          { label: i18n.t('qa.state.question.pending') },
          ...(waits
            ? [{ label: i18n.t('qa.state.question.published') }]
            : [{ label: i18n.t(`qa.state.question.${state}`) }]),
        ]}
        now={waits ? 1 : 2}
        outcome={state === 'dismissed' ? 'failed' : waits ? undefined : 'sent'}
      />
      {original && <p className="small soft">{i18n.t('qa.edited')}</p>}
      {dismissalReason && <p className="small">{i18n.say(`qa.dismissal.${dismissalReason}`)}</p>}
      {moves.includes('resend') && (
        <Details summary={i18n.t('qa.move.question.resend')}>
          <ActionForm operation="qa.move" params={{ id }} name={`resend-${id}`} className="form">
            <FormProblem />
            <Hidden name="version" value={version} />
            <Hidden name="move" value="resend" />
            <TextArea
              name="text"
              label={i18n.t('qa.ask')}
              hint={i18n.t('qa.resendHint')}
              value={text.sourceText}
              rows={3}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('qa.move.question.resend')}</Submit>
            </FormActions>
          </ActionForm>
        </Details>
      )}
      {moves.includes('withdraw') && (
        <ActionForm operation="qa.move" params={{ id }} name={`withdraw-${id}`}>
          <FormProblem />
          <Hidden name="version" value={version} />
          <Submit kind="link" name="move" value="withdraw">
            {i18n.t('qa.move.question.withdraw')}
          </Submit>
        </ActionForm>
      )}
    </div>
  );
}
