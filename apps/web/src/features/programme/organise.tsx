import type { SessionView } from '@baraza/contracts/programme';
import { Button, Buttons, Details, FormActions, Pair, Section } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, Submit, TextInput, useI18n } from '../../platform/index.ts';
import './programme.css';

/** What the organisers of a session may do with it now. */
export function Organise({ session }: { session: SessionView }) {
  const i18n = useI18n();
  const { slug, version, moves, edit, board, state } = session;
  if (!edit) return null;
  const params = { slug };
  return (
    <Section title={i18n.t('programme.organise')}>
      <div className="organise">
        <ActionForm operation="programme.move" params={params}>
          <FormProblem />
          <Hidden name="version" value={version} />
          <Buttons>
            {moves.map((move, i) => (
              <Submit
                key={move}
                kind={i === 0 && move !== 'cancel' ? 'go' : move === 'cancel' ? 'link' : 'plain'}
                name="move"
                value={move}
              >
                {i18n.t(`programme.move.session.${move}`)}
              </Submit>
            ))}
          </Buttons>
        </ActionForm>
        {board && board.phase !== 'scheduled' && (
          <Buttons>
            <Button href={`/b/${board.code}/moderate`}>{i18n.t('programme.moderate')}</Button>
            <Button href={`/b/${board.code}/stage`}>{i18n.t('programme.stage')}</Button>
          </Buttons>
        )}
        {(state === 'announced' || state === 'open') && <Reschedule session={session} />}
        <Details summary={i18n.t('programme.record')} open={state === 'wrap_up'}>
          <ActionForm operation="programme.record" params={params} className="form">
            <FormProblem />
            <Hidden name="version" value={version} />
            <TextInput
              name="recordingUrl"
              type="url"
              inputMode="url"
              label={i18n.t('programme.form.recordingUrl')}
              value={session.recordingUrl ?? ''}
            />
            <TextInput
              name="slidesUrl"
              type="url"
              inputMode="url"
              label={i18n.t('programme.form.slidesUrl')}
              value={session.slidesUrl ?? ''}
            />
            <TextInput
              name="noRecordReason"
              label={i18n.t('programme.form.noRecordReason')}
              value={session.noRecordReason ?? ''}
            />
            <FormActions>
              <Submit kind="plain">{i18n.t('programme.saveRecord')}</Submit>
            </FormActions>
          </ActionForm>
        </Details>
      </div>
    </Section>
  );
}

/** Day and hour as the clock of the host shows them. */
function localParts(at: string, timeZone: string): { day: string; hour: string } {
  const [day = '', hour = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .split(' ');
  return { day, hour };
}

function Reschedule({ session: { slug, version, time } }: { session: SessionView }) {
  const i18n = useI18n();
  const { day, hour } = localParts(time.startsAt, time.timeZone);
  const minutes = (Date.parse(time.endsAt) - Date.parse(time.startsAt)) / 60_000;
  return (
    <Details summary={i18n.t('programme.reschedule')}>
      <ActionForm operation="programme.reschedule" params={{ slug }} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <TimeFields day={day} hour={hour} minutes={minutes} timeZone={time.timeZone} />
        <FormActions>
          <Submit kind="plain">{i18n.t('programme.reschedule')}</Submit>
        </FormActions>
      </ActionForm>
    </Details>
  );
}

/** A time where it is hosted: the fields of announcing and of changing it. */
export function TimeFields({
  day = '',
  hour = '',
  minutes,
  timeZone,
}: {
  day?: string;
  hour?: string;
  minutes: number;
  timeZone: string;
}) {
  const i18n = useI18n();
  return (
    <>
      <Pair>
        <TextInput name="day" type="date" label={i18n.t('programme.form.day')} value={day} required />
        <TextInput name="hour" type="time" label={i18n.t('programme.form.hour')} value={hour} required />
      </Pair>
      <Pair>
        <TextInput
          name="minutes"
          inputMode="numeric"
          label={i18n.t('programme.form.minutes')}
          value={String(minutes)}
          required
        />
        <TextInput
          name="timeZone"
          label={i18n.t('programme.form.timeZone')}
          hint={i18n.t('programme.form.timeZoneHint')}
          value={timeZone}
          required
        />
      </Pair>
    </>
  );
}
