import type { MatchView } from '@baraza/contracts/brokering';
import { Facts, Icon, Meta, Ref, Rows, Section } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { Reasons } from '../matching/index.ts';

type Tie = MatchView['ties'][number];

/** Who would give what to whom: in a ring each to the one above, and the first to the last. */
export function Ties({ match }: { match: MatchView }) {
  const i18n = useI18n();
  if (match.ties.length === 0) return null;
  return (
    <Section title={i18n.t('brokering.match.ties')}>
      <Rows ordered>
        {match.ties.map((tie) => (
          <TieRow key={`${tie.giver.id} ${tie.receiver.id}`} tie={tie} />
        ))}
      </Rows>
    </Section>
  );
}

function TieRow({ tie: { giver, receiver, part, request, because } }: { tie: Tie }) {
  const i18n = useI18n();
  const names = { giver: giver.name, receiver: receiver.name };
  const helps = part.startsWith('triangular') || part === 'facilitator';
  return (
    <li>
      <p>
        <strong>
          <bdi>{giver.name}</bdi> <Icon name="arrow" size="s" /> <bdi>{receiver.name}</bdi>
        </strong>
      </p>
      <p>{helps ? i18n.t('brokering.match.tieHelps', names) : i18n.t('brokering.match.tieHas', names)}</p>
      {request && !helps && (
        <Meta>
          <a href={`/requests/${request.ref}`} lang={request.title?.locale} dir="auto">
            {request.title?.text ?? i18n.t('brokering.untitled')}
          </a>
          <Ref>{request.ref}</Ref>
        </Meta>
      )}
      {because.length > 0 && <Reasons reasons={because} shown={1} />}
    </li>
  );
}

/** Who is in it and with what part: a link leads to what is known of each. */
export function CircleParties({ match }: { match: MatchView }) {
  const i18n = useI18n();
  return (
    <Section title={i18n.t('brokering.match.parties')}>
      <Facts
        facts={match.parties.map(({ organisation, part }) => ({
          term: (
            <a href={`/cities/${organisation.slug}`}>
              <bdi>{organisation.name}</bdi>
            </a>
          ),
          value: i18n.t(`brokering.partyRole.${part}`),
        }))}
      />
    </Section>
  );
}
