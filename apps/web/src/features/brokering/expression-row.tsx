import type { ExpressionView } from '@baraza/contracts/brokering';
import { Facts, Meta, Title } from '@baraza/ui';
import { ReadingText, useWorld } from '../../platform/index.ts';
import { ExpressionStateOf } from './states.tsx';
import { StepChip } from './step.tsx';

/** An expression of interest in the list of a request. */
export function ExpressionRow({ expression, as }: { expression: ExpressionView; as?: 'h2' }) {
  const { i18n, timeZone } = useWorld();
  const href = `/expressions/${expression.id}`;
  return (
    <li>
      <Title as={as} href={href}>
        <bdi>{expression.organisation.name}</bdi>
      </Title>
      <Meta>
        <ExpressionStateOf state={expression.state} />
        {expression.sentAt && (
          <span>{i18n.t('brokering.expression.sentOn', { date: i18n.date(expression.sentAt, 'day', timeZone) })}</span>
        )}
      </Meta>
      {expression.message && <ReadingText reading={expression.message} />}
      <ExpressionLines expression={expression} />
      {expression.nextStep && <StepChip step={expression.nextStep} href={href} />}
    </li>
  );
}

/** Which of the lines it answers: these a partnership that comes of it will cover. */
export function ExpressionLines({ expression: { lines } }: { expression: ExpressionView }) {
  const { i18n } = useWorld();
  const texts = lines.map(({ id, text }) => (
    <p key={id} lang={text.locale} dir="auto">
      {text.text}
    </p>
  ));
  return <Facts facts={[lines.length > 0 && { term: i18n.t('brokering.expression.lines'), value: texts }]} />;
}
