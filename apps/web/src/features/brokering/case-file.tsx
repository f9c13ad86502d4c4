import type { CaseFile as File, RequestView } from '@baraza/contracts/brokering';
import { safeguardCategories, safeguardLevels } from '@baraza/domain/brokering';
import { AuthorLine, Details, Notice, Rows, Section, State, type Tone } from '@baraza/ui';
import {
  ActionForm,
  FormProblem,
  Hidden,
  ReadingText,
  Select,
  Submit,
  TextArea,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { Screenings } from './screenings.tsx';

interface Props {
  readonly request: RequestView;
  readonly file: File;
}
type Flag = File['flags'][number];

/** What brokers keep among themselves about a case. */
export function CaseFile({ request, file }: Props) {
  const i18n = useI18n();
  return (
    <>
      <Section title={i18n.t('brokering.file.title')} note={i18n.t('brokering.file.private')}>
        <Proposed file={file} />
        {file.secondLook && !file.proposal && <Notice>{i18n.t('brokering.file.secondLook')}</Notice>}
        <Enough file={file} />
        <Flags request={request} file={file} />
        <Notes request={request} file={file} />
        <HandOver request={request} file={file} />
      </Section>
      <Screenings file={file} />
    </>
  );
}

function Proposed({ file: { proposal } }: { file: File }) {
  const { i18n, timeZone } = useWorld();
  if (!proposal) return null;
  const { by, you, at, reason, note } = proposal;
  return (
    <Notice
      tone="warning"
      title={i18n.t(`brokering.file.proposed.${proposal.move}`, {
        name: you ? i18n.t('kernel.you') : by,
        date: i18n.date(at, 'day', timeZone),
      })}
    >
      {reason && <p>{i18n.say(`brokering.reason.${reason}`)}</p>}
      {note && <ReadingText reading={note} />}
    </Notice>
  );
}

/** Why no more partners are suggested. */
function Enough({ file: { enough } }: { file: File }) {
  const { i18n, timeZone } = useWorld();
  if (!enough) return null;
  const date = i18n.date(enough.at, 'day', timeZone);
  return (
    <Notice title={i18n.t('brokering.file.enough', { name: enough.by, date })}>
      <ReadingText reading={enough.note} />
    </Notice>
  );
}

const tones: Record<NonNullable<Flag['level']>, Tone> = {
  observation: 'soft',
  risk: 'due',
  escalated: 'due',
  red: 'stop',
};

function Flags({ request: { ref }, file: { flags, mayFlag } }: Props) {
  const { i18n, timeZone } = useWorld();
  const levels = safeguardLevels.map((level) => ({ value: level, label: i18n.t(`brokering.flag.level.${level}`) }));
  return (
    <>
      {flags.length > 0 && (
        <Rows brief>
          {flags.map((flag) => (
            <li key={flag.id}>
              <State square={flag.level ? 'full' : 'cross'} tone={flag.level ? tones[flag.level] : 'soft'}>
                {i18n.t(`brokering.flag.level.${flag.level ?? 'cleared'}`)}
              </State>{' '}
              {i18n.t(`brokering.flag.category.${flag.category}`)}
              <AuthorLine
                name={<bdi>{flag.by}</bdi>}
                detail={<time dateTime={flag.at}>{i18n.date(flag.at, 'day', timeZone)}</time>}
              />
              <ReadingText reading={flag.note} />
              {flag.mayLower && <FlagChange flag={flag} levels={levels} />}
            </li>
          ))}
        </Rows>
      )}
      {mayFlag && (
        <Details summary={i18n.t('brokering.flag.raise')}>
          <ActionForm operation="brokering.raiseFlag" params={{ ref }} name={`flag ${ref}`} className="form">
            <FormProblem />
            <Select name="level" label={i18n.t('brokering.flag.grade')} options={levels} />
            <Select
              name="category"
              label={i18n.t('brokering.flag.about')}
              options={safeguardCategories.map((id) => ({
                value: id,
                label: i18n.t(`brokering.flag.category.${id}`),
              }))}
            />
            <TextArea name="note" label={i18n.t('brokering.flag.note')} rows={3} required />
            <Submit kind="plain">{i18n.t('brokering.flag.raise')}</Submit>
          </ActionForm>
        </Details>
      )}
    </>
  );
}

function FlagChange({ flag, levels }: { flag: Flag; levels: readonly { value: string; label: string }[] }) {
  const i18n = useI18n();
  const { id, version, level } = flag;
  const others = [...levels, { value: 'cleared', label: i18n.t('brokering.flag.level.cleared') }].filter(
    ({ value }) => value !== (level ?? 'cleared'),
  );
  return (
    <Details summary={i18n.t('brokering.flag.change')}>
      <ActionForm operation="brokering.changeFlag" params={{ id }} name={`flag ${id}`} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <Select name="level" label={i18n.t('brokering.flag.grade')} options={others} />
        <TextArea name="note" label={i18n.t('brokering.flag.note')} rows={3} required />
        <Submit kind="plain">{i18n.t('brokering.flag.change')}</Submit>
      </ActionForm>
    </Details>
  );
}

function Notes({ request: { ref }, file: { notes } }: Props) {
  const { i18n, timeZone } = useWorld();
  return (
    <>
      {notes.length > 0 && (
        <Rows brief>
          {notes.map(({ id, by, you, text, at }) => (
            <li key={id}>
              <AuthorLine
                name={you ? i18n.t('kernel.you') : <bdi>{by}</bdi>}
                detail={<time dateTime={at}>{i18n.dateTime(at, timeZone)}</time>}
              />
              <ReadingText reading={text} />
            </li>
          ))}
        </Rows>
      )}
      <Details summary={i18n.t('brokering.file.write')}>
        <ActionForm operation="brokering.writeNote" params={{ ref }} draft={`note:${ref}`} className="form">
          <FormProblem />
          <TextArea name="text" label={i18n.t('brokering.file.note')} rows={3} required />
          <Submit kind="plain">{i18n.t('brokering.file.write')}</Submit>
        </ActionForm>
      </Details>
    </>
  );
}

/** A case that nobody holds, and that is past being claimed, is the reader's with one press. */
export function TakeCase({
  request: { ref, version, broker, desk },
  hotkey,
}: Pick<Props, 'request'> & { hotkey?: string }) {
  const i18n = useI18n();
  const you = !broker && desk?.handTo.find((one) => one.you);
  if (!you) return null;
  return (
    <ActionForm operation="brokering.handOver" params={{ ref }} name={`take ${ref}`} className="form">
      <FormProblem />
      <Hidden name="version" value={version} />
      <Hidden name="to" value={you.id} />
      <Submit kind="plain" {...(hotkey && { hotkey })}>
        {i18n.t('brokering.move.request.claim')}
      </Submit>
    </ActionForm>
  );
}

function HandOver({ request: { ref, version, broker }, file }: Props) {
  const i18n = useI18n();
  const handTo = file.handTo.filter(({ you }) => broker || !you);
  if (handTo.length === 0) return null;
  return (
    <Details summary={i18n.t('brokering.file.handOver')}>
      <ActionForm operation="brokering.handOver" params={{ ref }} className="form">
        <FormProblem />
        <Hidden name="version" value={version} />
        <Select
          name="to"
          label={i18n.t('kernel.role.broker')}
          options={handTo.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Submit kind="plain">{i18n.t('brokering.file.handOver')}</Submit>
      </ActionForm>
    </Details>
  );
}
