import type { RequestCard } from '@baraza/contracts/brokering';
import { Icon, Meta, Ref, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { RequestStateOf } from './states.tsx';
import { StepChip } from './step.tsx';

/** Need, offer or exchange, with its sign. */
export function KindOf({ kind }: { kind: RequestCard['kind'] }) {
  const i18n = useI18n();
  return (
    <span>
      <Icon name={kind === 'exchange' ? 'requests' : kind} size="s" /> {i18n.t(`brokering.kind.${kind}`)}
    </span>
  );
}

/** A request in a list: what, whose, where it stands, who acts next. */
export function RequestRow({ request }: { request: RequestCard }) {
  const i18n = useI18n();
  const href = `/requests/${request.ref}`;
  return (
    <li>
      <Title as="h2" href={href} lang={request.title?.locale}>
        {request.title?.text ?? i18n.t('brokering.untitled')}
      </Title>
      <Meta>
        <KindOf kind={request.kind} />
        <bdi>{request.organisation.name}</bdi>
        <Ref>{request.ref}</Ref>
        <RequestStateOf state={request.state} />
      </Meta>
      {request.summary && (
        <p className="voice clip" lang={request.summary.locale} dir="auto">
          {request.summary.text}
        </p>
      )}
      {request.themes.length > 0 && (
        <p className="small soft">{i18n.list(request.themes.map((theme) => i18n.say(`theme.${theme}`)))}</p>
      )}
      {request.nextStep && <StepChip step={request.nextStep} href={href} />}
    </li>
  );
}
