import type { OwedStep, RequestCard } from '@baraza/contracts/brokering';
import { Meta, Ref, Rows, Section, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { StepChip } from '../brokering/index.ts';

const pathOf = ({ kind, id }: OwedStep['subject']): string => {
  if (kind === 'clarification') return `/requests/${id}#questions`;
  return `/${kind === 'match' ? 'matches' : `${kind}s`}/${id}`;
};

/** What waits for the reader, soonest first: each with the one thing to do. What has months stands by itself, below. */
export function NeedsYou({ owed, later }: { owed: readonly OwedStep[]; later?: boolean }) {
  const i18n = useI18n();
  if (owed.length === 0) return null;
  return (
    <Section title={i18n.t(later ? 'home.later' : 'home.needsYouList')} quiet={!later} open={!later}>
      <Rows>
        {owed.map(({ step, subject, request, with: other }) => (
          <li key={`${subject.kind} ${subject.id}`}>
            {request && (
              <Title href={`/requests/${request.ref}`} lang={request.title?.locale}>
                {request.title?.text ?? i18n.t('brokering.untitled')}
              </Title>
            )}
            <Meta>
              {request && <Ref>{request.ref}</Ref>}
              {other && <bdi>{other.name}</bdi>}
            </Meta>
            <StepChip step={step} href={pathOf(subject)} />
          </li>
        ))}
      </Rows>
    </Section>
  );
}

/** What the reader's own side waits for others to do. */
export function WaitingOnOthers({ requests }: { requests: readonly RequestCard[] }) {
  const i18n = useI18n();
  if (requests.length === 0) return null;
  return (
    <Section title={i18n.t('home.waiting')}>
      <Rows>
        {requests.map(({ ref, title, nextStep }) => (
          <li key={ref}>
            <Title href={`/requests/${ref}`} lang={title?.locale} size="s">
              {title?.text ?? i18n.t('brokering.untitled')}
            </Title>
            {nextStep && <StepChip step={nextStep} />}
          </li>
        ))}
      </Rows>
    </Section>
  );
}
