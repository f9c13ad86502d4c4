import type { RequestView } from '@baraza/contracts/brokering';
import { Button, Buttons, Rows, Section } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { ExpressionRow } from './expression-row.tsx';
import { MatchRow, PartnershipRow } from './match-row.tsx';

/** What came of a request so far: partnerships, introductions and suggestions, and who expressed interest. */
export function WhatCame({ request }: { request: RequestView }) {
  const i18n = useI18n();
  const { ref, partnerships, matches, expressions, expressionCount } = request;
  return (
    <>
      {partnerships.length > 0 && (
        <Section title={i18n.t('brokering.partnerships.title')}>
          <Rows>
            {partnerships.map((p) => (
              <PartnershipRow key={p.id} partnership={p} />
            ))}
          </Rows>
        </Section>
      )}
      {matches.length > 0 && (
        <Section title={i18n.t('brokering.match.title')}>
          <Rows>
            {matches.map((m) => (
              <MatchRow key={m.id} match={m} />
            ))}
          </Rows>
        </Section>
      )}
      {expressions.length > 0 && (
        <Section
          title={i18n.t('brokering.expression.title')}
          note={expressionCount === null ? undefined : i18n.t('brokering.expression.count', { count: expressionCount })}
        >
          <Rows>
            {expressions.map((e) => (
              <ExpressionRow key={e.id} expression={e} />
            ))}
          </Rows>
          {expressionCount !== null && expressionCount > expressions.length && (
            <Buttons>
              <Button href={`/requests/${ref}/expressions`}>{i18n.t('brokering.expression.all')}</Button>
            </Buttons>
          )}
        </Section>
      )}
    </>
  );
}
