import type { PromiseRecord, UnmetDemand } from '@baraza/contracts/brokering';

type Cell = string | number | null;
/** Numbers and names of our own only, so nothing needs quoting and no spreadsheet takes a cell for a formula. */
const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map((cell) => cell ?? '').join(',')}\r\n`).join('');

export const unmetCsv = ({ cells }: UnmetDemand): string =>
  csv(
    ['sdg', 'region', 'kind', 'requests', 'lines'],
    cells.map(({ sdg, region, kind, requests, lines }) => [sdg === 0 ? null : sdg, region, kind, requests, lines]),
  );

/** One figure a line: what, which, its value, and of how many. An empty value: too few to say. */
export function promiseCsv(record: PromiseRecord): string {
  const { triage, answers, firstExpression, lines, funnel, groups, concentration, reciprocity } = record;
  return csv(
    ['figure', 'what', 'value', 'of'],
    [
      ['triage', 'median_working_days', triage.median, triage.of],
      ['triage', 'ninetieth_working_days', triage.ninetieth, triage.of],
      ['triage', 'target_working_days', triage.target, null],
      ['answers', `within_${answers.within}_working_days`, answers.part, answers.of],
      ['first_expression', 'median_days', firstExpression.median, firstExpression.of],
      ['first_expression', 'ninetieth_days', firstExpression.ninetieth, firstExpression.of],
      ['first_expression', 'requests', firstExpression.of, firstExpression.published],
      ['lines', 'covered', lines.part, lines.of],
      ['funnel', 'introduced', funnel.introduced, null],
      ...(['agreed', 'active', 'alive'] as const).map((step) => ['funnel', step, funnel[step].part, funnel[step].of]),
      ...groups.flatMap(({ group, demand, partnerships }) => [
        [group, 'requests', demand.part, demand.of],
        [group, 'partnerships', partnerships.part, partnerships.of],
      ]),
      ['concentration', 'top_five_providers', concentration.part, concentration.of],
      ['reciprocity', 'give_and_receive', reciprocity.part, reciprocity.of],
    ],
  );
}
