import type { MatchCard, PartnershipCard } from '@baraza/contracts/brokering';
import { Meta, Ref, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { MatchStateOf, PartnershipStateOf } from './states.tsx';
import { StepChip } from './step.tsx';

export function MatchRow({ match }: { match: MatchCard }) {
  const i18n = useI18n();
  const href = `/matches/${match.id}`;
  return (
    <li>
      <Title href={href}>{i18n.list(match.organisations.map(({ name }) => name))}</Title>
      <Meta>
        <MatchStateOf state={match.state} />
        {match.shape !== 'pair' && <span>{i18n.t(`brokering.match.shape.${match.shape}`)}</span>}
        <Ref>{match.request.ref}</Ref>
      </Meta>
      {match.nextStep && <StepChip step={match.nextStep} href={href} />}
    </li>
  );
}

export function PartnershipRow({ partnership, as }: { partnership: PartnershipCard; as?: 'h2' }) {
  const i18n = useI18n();
  const href = `/partnerships/${partnership.ref}`;
  return (
    <li>
      <Title as={as} href={href} lang={partnership.title.locale}>
        {partnership.title.text}
      </Title>
      <Meta>
        <PartnershipStateOf state={partnership.state} />
        <Ref>{partnership.ref}</Ref>
        <span>{i18n.list(partnership.organisations.map(({ name }) => name))}</span>
      </Meta>
      {partnership.nextStep && <StepChip step={partnership.nextStep} href={href} />}
    </li>
  );
}
