import type { ExpressionView } from '@baraza/contracts/brokering';
import { Meta, Title } from '@baraza/ui';
import { ReadingText, useWorld } from '../../platform/index.ts';
import { ExpressionStateOf } from './states.tsx';
import { StepChip } from './step.tsx';

/** An expression of interest in the list of a request. */
export function ExpressionRow({ expression }: { expression: ExpressionView }) {
  const { i18n, timeZone } = useWorld();
  const href = `/expressions/${expression.id}`;
  return (
    <li>
      <Title href={href}>
        <bdi>{expression.organisation.name}</bdi>
      </Title>
      <Meta>
        <ExpressionStateOf state={expression.state} />
        {expression.sentAt && (
          <span>{i18n.t('brokering.expression.sentOn', { date: i18n.date(expression.sentAt, 'day', timeZone) })}</span>
        )}
      </Meta>
      {expression.message && <ReadingText reading={expression.message} />}
      {expression.nextStep && <StepChip step={expression.nextStep} href={href} />}
    </li>
  );
}
