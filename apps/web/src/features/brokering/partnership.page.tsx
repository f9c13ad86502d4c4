import type { PartnershipView } from '@baraza/contracts/brokering';
import {
  Button,
  Buttons,
  Details,
  Facts,
  Notice,
  PageHead,
  Ref,
  Section,
  Signatures,
  Split,
  StatePath,
} from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  ReadingText,
  Submit,
  TextInput,
  useApi,
  useData,
  useStream,
  useWorld,
} from '../../platform/index.ts';
import { chainQuery, HowItBegan } from '../lineage/index.ts';
import { partnershipQuery } from './brokering.queries.ts';
import { AnswerCheckIn, CheckIns } from './check-ins.tsx';
import { Instrument } from './instrument.tsx';
import { Meetings } from './meetings.tsx';
import { Contributions, Milestones } from './milestones.tsx';
import { MoveList } from './move-form.tsx';
import { Outcomes } from './outcomes.tsx';
import { along } from './road.ts';
import { PartnershipStateOf } from './states.tsx';
import { StepBand } from './step.tsx';

const refOf = (params: Located['params']): string => params['ref'] ?? '';
export const data = (api: ApiClient, { params }: Located) => [
  {
    ...partnershipQuery(api, refOf(params)),
    after: ({ id }: { id: string }) => [chainQuery(api, 'partnership', id)],
  },
];
/** Moves with a form of their own. */
const ownForms = new Set(['accept', 'amend']);
const road = ['scoping', 'agreed', 'active', 'finalising', 'closed'] as const;

/** A partnership: its parties and their signatures, its plan, how it began. Prints as one page for a mayor. */
export default function PartnershipPage({ params, search }: PageProps) {
  const { i18n, timeZone } = useWorld();
  const partnership = useData(partnershipQuery(useApi(), refOf(params)));
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ['brokering'] });
  useStream(partnership.stream, partnership.seq, { onNews: again, onReset: again });
  const { ref, title } = partnership;
  const facts = [
    partnership.startsOn && {
      term: i18n.t('brokering.form.windowStart'),
      value: i18n.date(partnership.startsOn, 'day'),
    },
    partnership.endsOn && { term: i18n.t('brokering.form.windowEnd'), value: i18n.date(partnership.endsOn, 'day') },
    partnership.resumesAt && {
      term: i18n.t('brokering.partnership.resumes'),
      value: i18n.date(partnership.resumesAt, 'day', timeZone),
    },
    partnership.activeSince && {
      term: i18n.t('brokering.partnership.rhythm'),
      value: i18n.t(`brokering.rhythm.${partnership.rhythm}`),
    },
    partnership.themes.length > 0 && {
      term: i18n.t('brokering.form.themes'),
      value: i18n.list(partnership.themes.map((id) => i18n.say(`theme.${id}`))),
    },
    partnership.request && {
      term: i18n.t('lineage.kind.request'),
      value: (
        <a href={`/requests/${partnership.request.ref}`}>
          <bdi>{partnership.request.ref}</bdi>
        </a>
      ),
    },
    partnership.matchId && {
      term: i18n.t('brokering.match.title'),
      value: <a href={`/matches/${partnership.matchId}`}>{i18n.t('brokering.match.open')}</a>,
    },
  ];
  return (
    <Split
      lead={
        <>
          <PageTitle>{title.text}</PageTitle>
          <PageHead
            title={title.text}
            lang={title.locale}
            meta={
              <>
                <Ref>{ref}</Ref>
                <PartnershipStateOf state={partnership.state} />
              </>
            }
          >
            <p>{i18n.list(partnership.organisations.map(({ name }) => name))}</p>
          </PageHead>
          <Path partnership={partnership} />
        </>
      }
      early={
        <>
          <NextUp partnership={partnership} />
          {partnership.signAs && <Sign partnership={partnership} />}
          <AnswerCheckIn partnership={partnership} />
          {partnership.mayAmend && (
            <Buttons>
              <Button href={`/partnerships/${ref}/amend`}>{i18n.t('brokering.move.partnership.amend')}</Button>
            </Buttons>
          )}
          <MoveList
            subject="partnership"
            moves={partnership.moves.filter(({ move }) => !ownForms.has(move))}
            version={partnership.version}
            params={{ ref }}
          />
        </>
      }
      side={
        <>
          <Began id={partnership.id} />
          {facts.some(Boolean) && (
            <Section title={i18n.t('brokering.request.terms')}>
              <Facts facts={facts} />
            </Section>
          )}
        </>
      }
    >
      {partnership.end && <Notice>{i18n.say(`brokering.reason.${partnership.end.reason}`)}</Notice>}
      <Section title={i18n.t('brokering.partnership.signatures')}>
        <Signatures
          label={i18n.t('brokering.partnership.signatures')}
          signatures={partnership.parties.map((party) => ({
            act: i18n.t(party.acceptedAt ? 'brokering.partnership.accepted' : 'brokering.partnership.notYet'),
            name: party.signature ? (
              <bdi>{party.signature}</bdi>
            ) : party.acceptedAt ? (
              i18n.t('brokering.partnership.signed')
            ) : (
              i18n.t('brokering.partnership.unsigned')
            ),
            signed: party.acceptedAt !== null,
            by: (
              <>
                <bdi>{party.organisation.name}</bdi> · {i18n.t(`brokering.partyRole.${party.role}`)}
              </>
            ),
            ...(party.acceptedAt && { date: i18n.date(party.acceptedAt, 'day', timeZone) }),
          }))}
        />
      </Section>
      <Section title={i18n.t('brokering.partnership.plan')}>
        <ReadingText reading={partnership.plan} />
      </Section>
      <Instrument partnership={partnership} />
      <Milestones partnership={partnership} />
      <Outcomes partnership={partnership} begin={search.get('expected')} />
      <Contributions partnership={partnership} />
      <CheckIns partnership={partnership} />
      <Meetings
        meetings={partnership.meetings}
        organisations={partnership.organisations}
        propose={partnership.mayRecord ? { operation: 'brokering.meetForPartnership', params: { ref } } : null}
        record={
          partnership.mayRecordMeeting ? { operation: 'brokering.recordMeetingForPartnership', params: { ref } } : null
        }
      />
    </Split>
  );
}

/** The most urgent step of the whole file: an open check-in comes before the next one. */
function NextUp({ partnership }: { partnership: PartnershipView }) {
  const { checkIns, meetings, milestones, contributions, outcomes } = partnership;
  const hanging = [...checkIns, ...meetings, ...milestones, ...contributions, ...outcomes].map((one) => one.nextStep);
  const [first] = [partnership.nextStep, ...hanging]
    .filter((step) => step !== null)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return first ? <StepBand step={first} /> : null;
}

function Path({ partnership }: { partnership: PartnershipView }) {
  const { i18n, timeZone } = useWorld();
  return (
    <StatePath
      label={i18n.t('brokering.path.label')}
      steps={along(road, partnership.state, partnership.path).map(({ name, at, since }) => ({
        name: i18n.t(`brokering.state.partnership.${name}`),
        at,
        ...(since && { date: i18n.date(since, 'brief', timeZone), dateTime: since }),
      }))}
    >
      {i18n.t('brokering.path.since', {
        state: i18n.t(`brokering.state.partnership.${partnership.state}`),
        since: i18n.date(partnership.stateSince, 'day', timeZone),
      })}
    </StatePath>
  );
}

/** The typed name is the signature; it commits the organisation, and the words say so. */
function Sign({ partnership }: { partnership: PartnershipView }) {
  const { i18n } = useWorld();
  return (
    <Details summary={i18n.t('brokering.move.partnership.accept')} open>
      <ActionForm
        operation="brokering.acceptPartnership"
        params={{ ref: partnership.ref }}
        id={MAIN_FORM}
        className="form"
      >
        <FormProblem />
        <Hidden name="version" value={partnership.version} />
        <TextInput
          name="name"
          label={i18n.t('brokering.partnership.typeName')}
          hint={i18n.t('brokering.partnership.signFor', { name: partnership.signAs?.name ?? '' })}
          autoComplete="name"
          required
        />
        <Submit>{i18n.t('brokering.move.partnership.accept')}</Submit>
      </ActionForm>
    </Details>
  );
}

function Began({ id }: { id: string }) {
  const { beads } = useData(chainQuery(useApi(), 'partnership', id));
  return <HowItBegan beads={beads} />;
}
