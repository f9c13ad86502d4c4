import type { UnmetDemand } from '@baraza/contracts/brokering';
import { Chart } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

const row = 22;
const [start, length, after] = [34, 320, 40];

/** The same lines as the tables, one bar for each goal: dark what ended, light what waits. */
export function GoalBars({ cells }: { cells: UnmetDemand['cells'] }) {
  const i18n = useI18n();
  const goals = [...new Set(cells.map(({ sdg }) => sdg).filter((sdg) => sdg > 0))].sort((a, b) => a - b);
  const linesOf = (sdg: number, kind: string) =>
    cells.filter((cell) => cell.sdg === sdg && cell.kind === kind).reduce((sum, { lines }) => sum + lines, 0);
  const bars = goals.map((sdg) => ({ sdg, ended: linesOf(sdg, 'ended'), waiting: linesOf(sdg, 'waiting') }));
  const most = Math.max(1, ...bars.map(({ ended, waiting }) => ended + waiting));
  const wide = (lines: number) => (lines / most) * length;
  if (bars.length === 0) return null;
  const whole = start + length + after;
  /** Where what is so far from the beginning of a line, and so wide, has its left edge. */
  const at = (x: number, width = 0) => (i18n.dir === 'rtl' ? whole - x - width : x);
  return (
    <Chart
      mirrored
      viewBox={`0 0 ${whole} ${bars.length * row}`}
      label={i18n.t('record.unmet.chart', { count: bars.length })}
      caption={i18n.t('record.unmet.chartKey')}
    >
      {bars.map(({ sdg, ended, waiting }, n) => (
        <g key={sdg} transform={`translate(0 ${n * row})`}>
          <text x={at(start - 8)} y={15} textAnchor="end">
            {i18n.number(sdg)}
          </text>
          <rect x={at(start, wide(ended))} y={4} width={wide(ended)} height={14} fill="var(--ink)" />
          <rect x={at(start + wide(ended), wide(waiting))} y={4} width={wide(waiting)} height={14} fill="var(--edge)" />
          <text className="now" x={at(start + wide(ended + waiting) + 6)} y={15}>
            {i18n.number(ended + waiting)}
          </text>
        </g>
      ))}
    </Chart>
  );
}
