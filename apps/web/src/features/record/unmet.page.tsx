import type { UnmetDemand } from '@baraza/contracts/brokering';
import { Empty, PageHead, Section, Stack, Table } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n } from '../../platform/index.ts';
import { GoalBars } from './goal-bars.tsx';
import { unmetQuery } from './record.queries.ts';

export const data = (api: ApiClient) => [unmetQuery(api)];

const kinds = ['ended', 'waiting'] as const;

/** What cities needed and nobody gave: by goal and region, each number with the needs behind it. */
export default function UnmetPage() {
  const i18n = useI18n();
  const { totals, cells, waitingDays } = useData(unmetQuery(useApi()));
  return (
    <Stack>
      <PageTitle>{i18n.t('kernel.place.unmet')}</PageTitle>
      <PageHead title={i18n.t('kernel.place.unmet')} lead={i18n.t('record.unmet.lead')}>
        <p>{i18n.t('record.unmet.counted')}</p>
      </PageHead>
      {cells.length === 0 && <Empty title={i18n.t('record.unmet.none')}>{i18n.t('record.unmet.noneWhy')}</Empty>}
      {kinds.map((kind) => {
        const total = totals.find((one) => one.kind === kind);
        return (
          total && (
            <Section key={kind} title={i18n.t(`record.unmet.${kind}`)} open>
              <p>{i18n.t('record.unmet.total', { lines: total.lines, requests: total.requests })}</p>
              <p className="hint">{i18n.t(`record.unmet.${kind}Means`, { days: waitingDays })}</p>
              <Register kind={kind} cells={cells.filter((cell) => cell.kind === kind)} />
            </Section>
          )
        );
      })}
      {cells.length > 0 && <GoalBars cells={cells} />}
      <p>
        <a href="/api/v1/unmet.csv">{i18n.t('record.csv')}</a>
      </p>
    </Stack>
  );
}

/** Goals down, regions across; a number leads to its needs. */
function Register({ kind, cells }: { kind: (typeof kinds)[number]; cells: UnmetDemand['cells'] }) {
  const i18n = useI18n();
  const regions = [...new Set(cells.map(({ region }) => region))].sort();
  const goals = [...new Set(cells.map(({ sdg }) => sdg))].sort((a, b) => (a || 18) - (b || 18));
  const goal = (sdg: number) => (sdg === 0 ? i18n.t('record.unmet.noGoal') : `${sdg} · ${i18n.say(`sdg.${sdg}`)}`);
  return (
    <Table
      caption={i18n.t(`record.unmet.${kind}`)}
      columns={[
        { label: i18n.t('record.unmet.goal') },
        ...regions.map((region) => ({ label: i18n.say(`region.${region}`), numeric: true })),
      ]}
      rows={goals.map((sdg) => [
        goal(sdg),
        ...regions.map((region) => {
          const cell = cells.find((one) => one.sdg === sdg && one.region === region);
          if (!cell) return '';
          const { lines, requests } = cell;
          const words = i18n.t('record.unmet.cell', {
            lines,
            requests,
            goal: goal(sdg),
            region: i18n.say(`region.${region}`),
          });
          return (
            <a key={region} href={`/requests?unmet=${kind}&sdg=${sdg}&region=${region}`} aria-label={words}>
              {i18n.number(lines)}
            </a>
          );
        }),
      ])}
    />
  );
}
