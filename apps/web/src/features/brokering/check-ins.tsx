import type { CheckInView, PartnershipView } from '@baraza/contracts/brokering';
import { goings } from '@baraza/domain/brokering';
import { Details, Facts, Meta, Rows, Section, State } from '@baraza/ui';
import {
  ActionForm,
  Checkboxes,
  FormProblem,
  Hidden,
  Radios,
  ReadingText,
  Submit,
  TextArea,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { Files } from '../files/index.ts';
import { MoveList } from './move-form.tsx';
import { StepChip } from './step.tsx';

const looks = {
  planned: ['dashed', 'soft'],
  open: ['open', 'pen'],
  answered: ['check', 'go'],
  missed: ['cross', 'due'],
  settled: ['check', 'soft'],
  dropped: ['cross', 'soft'],
} as const;

/** The five questions; the first one alone must be answered. */
export function CheckInFields({ language }: { language: string }) {
  const i18n = useI18n();
  return (
    <>
      <FormProblem />
      <Hidden name="language" value={language} />
      <Radios
        name="going"
        legend={i18n.t('brokering.checkIn.going')}
        options={goings.map((going) => ({ value: going, label: i18n.t(`brokering.going.${going}`) }))}
      />
      <TextArea name="happened" label={i18n.t('brokering.checkIn.happened')} rows={3} />
      <TextArea name="next" label={i18n.t('brokering.checkIn.next')} rows={2} />
      <TextArea name="hindrance" label={i18n.t('brokering.checkIn.hindrance')} rows={2} />
      <Checkboxes
        name="deskWanted"
        legend={i18n.t('brokering.checkIn.desk')}
        options={[{ value: 'true', label: i18n.t('brokering.checkIn.deskWanted') }]}
      />
      <Submit>{i18n.t('kernel.send')}</Submit>
    </>
  );
}

/** What the parties said when they were asked, and what is asked now. */
export function CheckIns({ partnership }: { partnership: PartnershipView }) {
  const i18n = useI18n();
  if (partnership.checkIns.length === 0) return null;
  return (
    <div className="no-print">
      <Section title={i18n.t('brokering.checkIn.title')} note={i18n.t('brokering.conversation.private')}>
        <Rows>
          {partnership.checkIns.map((checkIn) => (
            <CheckIn key={checkIn.id} checkIn={checkIn} />
          ))}
        </Rows>
      </Section>
    </div>
  );
}

/** The form of the one that is open, for whoever may answer it. */
export function AnswerCheckIn({ partnership }: { partnership: PartnershipView }) {
  const { i18n, locale } = useWorld();
  const open = partnership.checkIns.find(({ answerAs }) => answerAs !== null);
  if (!open) return null;
  return (
    <div className="no-print">
      <Details summary={i18n.t('brokering.checkIn.answer')} open>
        <p className="hint">{i18n.t('brokering.checkIn.answerFor', { name: open.answerAs?.name ?? '' })}</p>
        <ActionForm operation="brokering.answerCheckIn" params={{ id: open.id }} className="form">
          <CheckInFields language={locale} />
        </ActionForm>
      </Details>
    </div>
  );
}

function CheckIn({ checkIn }: { checkIn: CheckInView }) {
  const { i18n, timeZone } = useWorld();
  const [square, tone] = looks[checkIn.state];
  return (
    <li>
      <Meta>
        <State square={square} tone={tone}>
          {i18n.t(`brokering.state.check_in.${checkIn.state}`)}
        </State>
        <time dateTime={checkIn.opensAt}>{i18n.date(checkIn.opensAt, 'day', timeZone)}</time>
        {checkIn.kind === 'look_back' && <span>{i18n.t('brokering.checkIn.lookBack')}</span>}
      </Meta>
      {checkIn.nextStep && <StepChip step={checkIn.nextStep} />}
      <Facts
        facts={checkIn.sides.map(({ organisation, answer }) => ({
          term: <bdi>{organisation.name}</bdi>,
          value: answer ? (
            <>
              <p>{i18n.t(`brokering.going.${answer.going}`)}</p>
              {[answer.happened, answer.next, answer.hindrance].map(
                (words) => words && <ReadingText key={words.text} reading={words} />,
              )}
              <Files shelf={answer.files} kind="check_in" subject={checkIn.id} />
              {answer.deskWanted && <p className="small soft">{i18n.t('brokering.checkIn.deskWanted')}</p>}
            </>
          ) : (
            <span className="soft">{i18n.t('brokering.checkIn.unanswered')}</span>
          ),
        }))}
      />
      {checkIn.end?.note && <ReadingText reading={checkIn.end.note} />}
      <MoveList subject="check_in" moves={checkIn.moves} version={checkIn.version} params={{ id: checkIn.id }} />
    </li>
  );
}
