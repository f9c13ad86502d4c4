import type { WeightsView } from '@baraza/contracts/matching';
import { Facts, Figures, FormActions, PageHead, Section, Stack } from '@baraza/ui';
import type { ReactNode } from 'react';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  MAIN_FORM,
  PageTitle,
  Submit,
  TextArea,
  TextInput,
  useApi,
  useData,
  useI18n,
  useWorld,
} from '../../platform/index.ts';
import { DeskTabs } from './desk-tabs.tsx';
import { weightsQuery } from './matching.queries.ts';

export const data = (api: ApiClient) => [weightsQuery(api)];

type Weights = WeightsView['weights'];
const keysOf = <T extends Weights['points'] | Weights['balance']['shares']>(of: T) =>
  Object.keys(of) as (keyof T & string)[];

/** Everything a suggestion's order depends on; a lead broker moves it, every broker sees it. */
export default function WeightsPage() {
  const { i18n, timeZone } = useWorld();
  const { version, weights, usual, changed, mayChange } = useData(weightsQuery(useApi()));
  const entries: readonly Entry[] = [
    ...keysOf(weights.points).map((feature) => ({
      name: `points.${feature}`,
      label: i18n.t(`matching.feature.${feature}`),
      hint: i18n.t(`matching.weightHint.${feature}`),
      value: weights.points[feature],
      usual: usual.points[feature],
    })),
    {
      name: 'least',
      label: i18n.t('matching.weights.least'),
      hint: i18n.t('matching.weights.leastHint'),
      value: weights.least,
      usual: usual.least,
    },
  ];
  const { balance } = weights;
  const balances: readonly Entry[] = [
    {
      name: 'balance.reach.group',
      label: i18n.t('matching.weights.reachGroup'),
      hint: i18n.t('matching.weights.reachHint'),
      value: balance.reach.group,
      usual: usual.balance.reach.group,
    },
    {
      name: 'balance.reach.share',
      label: i18n.t('matching.weights.reachShare'),
      hint: i18n.t('matching.weights.reachHint'),
      value: balance.reach.share,
      usual: usual.balance.reach.share,
    },
    ...keysOf(balance.shares).map((group) => ({
      name: `balance.shares.${group}`,
      label: i18n.t('matching.weights.share', { group: i18n.t(`matching.group.${group}`) }),
      hint: i18n.t('matching.weights.shareHint'),
      value: balance.shares[group],
      usual: usual.balance.shares[group],
    })),
    {
      name: 'balance.largestShare',
      label: i18n.t('matching.weights.largestShare'),
      hint: i18n.t('matching.weights.shareHint'),
      value: balance.largestShare,
      usual: usual.balance.largestShare,
    },
    {
      name: 'balance.tolerance',
      label: i18n.t('matching.weights.tolerance'),
      hint: i18n.t('matching.weights.shareHint'),
      value: balance.tolerance,
      usual: usual.balance.tolerance,
    },
  ];
  const draw = mayChange ? fieldOf : factOf;
  const parts = (
    <>
      <Section title={i18n.t('matching.weights.points')}>{draw(entries)}</Section>
      <Section title={i18n.t('matching.weights.balance')}>{draw(balances)}</Section>
    </>
  );
  return (
    <Stack>
      <PageTitle>{i18n.t('matching.weights.title')}</PageTitle>
      <PageHead title={i18n.t('matching.weights.title')} lead={i18n.t('matching.weights.lead')} />
      <DeskTabs at="/desk/weights" />
      <p className="small soft">
        {changed
          ? i18n.t('matching.weights.changed', {
              version,
              name: changed.by,
              date: i18n.date(changed.at, 'day', timeZone),
            })
          : i18n.t('matching.weights.unchanged')}
      </p>
      {mayChange ? (
        <ActionForm operation="matching.saveWeights" params={{}} id={MAIN_FORM} next="/desk/weights" className="form">
          <FormProblem />
          <Hidden name="version" value={version} />
          {parts}
          <TextArea
            name="weights.muted"
            label={i18n.t('matching.weights.muted')}
            hint={i18n.t('matching.weights.mutedHint')}
            value={weights.muted.join('\n')}
            rows={3}
          />
          <FormActions>
            <Submit>{i18n.t('matching.weights.save')}</Submit>
          </FormActions>
        </ActionForm>
      ) : (
        parts
      )}
    </Stack>
  );
}

interface Entry {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly usual: number;
}

const fieldOf = (entries: readonly Entry[]): ReactNode => (
  <Figures>
    {entries.map((entry) => (
      <NumberField key={entry.name} entry={entry} />
    ))}
  </Figures>
);
const factOf = (entries: readonly Entry[]): ReactNode => <ReadOnly entries={entries} />;

function NumberField({ entry: { name, label, hint, value, usual } }: { entry: Entry }) {
  const i18n = useI18n();
  return (
    <TextInput
      name={`weights.${name}`}
      type="number"
      step="any"
      min="0"
      label={label}
      hint={
        <>
          {hint} {i18n.t('matching.weights.usual', { value: i18n.number(usual) })}
        </>
      }
      value={String(value)}
      required
    />
  );
}

function ReadOnly({ entries }: { entries: readonly Entry[] }) {
  const i18n = useI18n();
  return (
    <Facts
      facts={entries.map(({ label, hint, value }) => ({
        term: label,
        value: (
          <>
            {i18n.number(value)} <span className="hint">{hint}</span>
          </>
        ),
      }))}
    />
  );
}
