import type { MatchView } from '@baraza/contracts/brokering';
import { Button, Buttons, Facts, Notice, PageHead, Ref, Rows, Section, Split } from '@baraza/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  ReadingText,
  useApi,
  useData,
  useI18n,
  useStream,
  useWorld,
} from '../../platform/index.ts';
import { Reasons } from '../matching/index.ts';
import { matchQuery, messagesQuery } from './brokering.queries.ts';
import { CircleParties, Ties } from './circle.tsx';
import { beforeOf, Conversation } from './conversation.tsx';
import { PartnershipRow } from './match-row.tsx';
import { Meetings } from './meetings.tsx';
import { MoveList } from './move-form.tsx';
import { MatchStateOf } from './states.tsx';
import { StepBand } from './step.tsx';
import './contacts.css';

const idOf = (params: Located['params']): string => params['id'] ?? '';
export const data = (api: ApiClient, { params, search }: Located) => [
  matchQuery(api, idOf(params)),
  ...(beforeOf(search) ? [messagesQuery(api, idOf(params), beforeOf(search))] : []),
];

/** Those introduced: their contacts, their private room, and the way to a partnership. */
export default function MatchPage({ params, search }: PageProps) {
  const i18n = useI18n();
  const api = useApi();
  const match = useData(matchQuery(api, idOf(params)));
  useSeen(match);
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ['brokering'] });
  useStream(match.stream, match.seq, { onNews: again, onReset: again });
  const { id } = match;
  const title = i18n.list(match.organisations.map(({ name }) => name));
  return (
    <Split
      lead={
        <PageHead
          title={title}
          meta={
            <>
              <MatchStateOf state={match.state} />
              {match.shape !== 'pair' && <span>{i18n.t(`brokering.match.shape.${match.shape}`)}</span>}
              <Ref>{match.request.ref}</Ref>
            </>
          }
        >
          <p>
            <a className="plain" href={`/requests/${match.request.ref}`} lang={match.request.title?.locale} dir="auto">
              {match.request.title?.text ?? i18n.t('brokering.untitled')}
            </a>
          </p>
        </PageHead>
      }
      early={
        <>
          {match.nextStep && <StepBand step={match.nextStep} />}
          {match.mayPropose && (
            <Buttons>
              <Button kind={match.state === 'scoping' ? 'go' : 'plain'} href={`/matches/${id}/propose`}>
                {i18n.t('brokering.partnership.propose')}
              </Button>
            </Buttons>
          )}
          <MoveList
            subject="match"
            moves={match.moves.filter(({ move }) => move !== 'see')}
            version={match.version}
            params={{ id }}
          />
        </>
      }
      side={
        <>
          <CircleParties match={match} />
          <Contacts match={match} />
          <Answers match={match} />
          <Origin match={match} />
        </>
      }
    >
      <PageTitle>{title}</PageTitle>
      {match.end && <Notice>{i18n.say(`brokering.reason.${match.end.reason}`)}</Notice>}
      {match.because && (
        <Section title={i18n.t(match.shape === 'pair' ? 'brokering.match.because' : 'brokering.match.becauseAll')}>
          <ReadingText reading={match.because} />
        </Section>
      )}
      <Ties match={match} />
      {match.reasons.length > 0 && (
        <Section title={i18n.t('brokering.match.reasons')}>
          <Reasons reasons={match.reasons} />
        </Section>
      )}
      {match.partnerships.length > 0 && (
        <Section title={i18n.t('brokering.partnerships.title')}>
          <Rows>
            {match.partnerships.map((p) => (
              <PartnershipRow key={p.id} partnership={p} />
            ))}
          </Rows>
        </Section>
      )}
      <Meetings
        meetings={match.meetings}
        organisations={match.organisations}
        propose={match.mayMeet ? { operation: 'brokering.meetForMatch', params: { id } } : null}
        record={match.mayRecordMeeting ? { operation: 'brokering.recordMeetingForMatch', params: { id } } : null}
      />
      {(match.mayWrite || match.messages.items.length > 0) && (
        <Conversation
          title={i18n.t('brokering.match.room')}
          newest={match.messages}
          earlier={(before) => messagesQuery(api, id, before)}
          address={`/matches/${id}`}
          before={beforeOf(search)}
          write={match.mayWrite ? { operation: 'brokering.writeMessage', params: { id } } : null}
          draft={`match:${id}`}
        />
      )}
    </Split>
  );
}

/** Told once that a side has read it: the clock goes on all the same. */
function useSeen({ id, moves }: MatchView): void {
  const api = useApi();
  const unseen = moves.some(({ move }) => move === 'see');
  useEffect(() => {
    if (unseen) void api.brokering.seeMatch({ params: { id } }).catch(() => undefined);
  }, [api, id, unseen]);
}

/** What each side said, as far as the reader may know it. */
function Answers({ match }: { match: MatchView }) {
  const i18n = useI18n();
  const known = match.parties.flatMap(({ organisation, stance }) => (stance ? [{ organisation, stance }] : []));
  const refusal = match.parties.find((party) => party.refusal)?.refusal;
  // One's own silence is the step above.
  if (known.every(({ stance }) => stance === 'unseen' || stance === 'seen') && known.length < 2) return null;
  return (
    <Section title={i18n.t('brokering.match.answers')}>
      <Facts
        facts={known.map(({ organisation, stance }) => ({
          term: <bdi>{organisation.name}</bdi>,
          value: i18n.t(`brokering.stance.${stance}`),
        }))}
      />
      {refusal && (
        <>
          {refusal.reason !== 'unstated' && <p>{i18n.say(`brokering.reason.${refusal.reason}`)}</p>}
          {refusal.note && <ReadingText reading={refusal.note} />}
          <p className="small soft">{i18n.t('brokering.match.inConfidence')}</p>
        </>
      )}
      {match.shape !== 'pair' && match.state === 'suggested' && known.length < match.parties.length && (
        <p className="small soft">{i18n.t('brokering.match.answersKept')}</p>
      )}
    </Section>
  );
}

/** Who found the partner; and, to the one who said “not now”, when they are asked again. */
function Origin({ match }: { match: MatchView }) {
  const { i18n, timeZone } = useWorld();
  const until = match.parties.find((party) => party.until)?.until;
  return (
    <Section title={i18n.t('brokering.match.origin')}>
      <p>{i18n.t(`brokering.match.originOf.${match.origin}`)}</p>
      {match.referredBy && (
        <Facts facts={[{ term: i18n.t('brokering.match.referredBy'), value: <bdi>{match.referredBy}</bdi> }]} />
      )}
      {until && <p>{i18n.t('brokering.match.askedAgain', { date: i18n.date(until, 'day', timeZone) })}</p>}
    </Section>
  );
}

/** Open to each side once all have said yes; before that, the words say so. */
function Contacts({ match }: { match: MatchView }) {
  const { i18n } = useWorld();
  return (
    <Section title={i18n.t('brokering.request.contacts')}>
      {match.contacts ? (
        <ul className="contacts">
          {match.contacts.map((contact) => (
            <li key={contact.email}>
              <bdi>{contact.name}</bdi>
              <span className="small soft">
                <bdi>{contact.organisation.name}</bdi> · {i18n.t(`kernel.affiliation.${contact.role}`)}
              </span>
              <a className="small" href={`mailto:${contact.email}`} dir="ltr">
                {contact.email}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="small soft">
          {match.shape !== 'pair' && match.contactPolicy === 'after_mutual_yes'
            ? i18n.t('brokering.match.contactsToAll')
            : i18n.t(`brokering.contactPolicy.${match.contactPolicy}`)}
        </p>
      )}
    </Section>
  );
}
