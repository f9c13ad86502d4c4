import type { Share, Spread } from '@baraza/contracts/brokering';
import { Facts, PageHead, Section, Stack, Table, Tabs } from '@baraza/ui';
import type { ReactNode } from 'react';
import {
  type ApiClient,
  type Located,
  type PageProps,
  PageTitle,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { promiseQuery } from './record.queries.ts';

export const data = (api: ApiClient, { search }: Located) => [promiseQuery(api, search)];

/** What the house promises, and how it kept it: each figure with what is counted, and of how many. */
export default function PromisePage({ search }: PageProps) {
  const i18n = useI18n();
  const { period, triage, answers, firstExpression, lines, funnel, groups, concentration, reciprocity } = useData(
    promiseQuery(useApi(), search),
  );
  const share = useShare();
  return (
    <Stack>
      <PageTitle>{i18n.t('kernel.place.promise')}</PageTitle>
      <PageHead title={i18n.t('kernel.place.promise')} lead={i18n.t('record.promise.lead')}>
        <p>{i18n.t('record.promise.counted')}</p>
      </PageHead>
      <Tabs
        label={i18n.t('record.period.label')}
        tabs={(['year', 'all'] as const).map((one) => ({
          href: one === 'year' ? '/promise' : '/promise?period=all',
          label: i18n.t(`record.period.${one}`),
          current: one === period,
        }))}
      />
      <Measure name="triage" words={i18n.t('record.triage.promise', { days: triage.target })}>
        <SpreadOf spread={triage} unit={(days) => i18n.t('record.workingDays', { days })} />
      </Measure>
      <Measure name="answers" words={i18n.t('record.answers.promise', { days: answers.within })}>
        <p>{share(answers)}</p>
      </Measure>
      <Measure
        name="first"
        words={i18n.t('record.first.of', { of: firstExpression.of, published: firstExpression.published })}
      >
        <SpreadOf spread={firstExpression} unit={(days) => i18n.t('record.days', { days })} />
      </Measure>
      <Measure name="lines">
        <p>{share(lines)}</p>
      </Measure>
      <Measure name="funnel">
        <Facts
          facts={[
            { term: i18n.t('record.funnel.introduced'), value: i18n.number(funnel.introduced) },
            ...(['agreed', 'active', 'alive'] as const).map((step) => ({
              term: i18n.t(`record.funnel.${step}`),
              value: share(funnel[step]),
            })),
          ]}
        />
      </Measure>
      <Measure name="groups">
        <Table
          caption={i18n.t('record.title.groups')}
          columns={[
            { label: i18n.t('record.groups.group') },
            { label: i18n.t('record.groups.demand') },
            { label: i18n.t('record.groups.partnerships') },
          ]}
          rows={groups.map(({ group, demand, partnerships }) => [
            i18n.t(`record.group.${group}`),
            share(demand),
            share(partnerships),
          ])}
        />
      </Measure>
      <Measure name="concentration">
        <p>{share(concentration)}</p>
      </Measure>
      <Measure name="reciprocity">
        <p>{share(reciprocity)}</p>
      </Measure>
      <p>
        <a href={`/api/v1/promise.csv?period=${period}`}>{i18n.t('record.csv')}</a>
      </p>
    </Stack>
  );
}

type Name = 'triage' | 'answers' | 'first' | 'lines' | 'funnel' | 'groups' | 'concentration' | 'reciprocity';

/** A figure, and what it counts in words. */
function Measure({ name, words, children }: { name: Name; words?: string; children: ReactNode }) {
  const i18n = useI18n();
  return (
    <Section id={name} title={i18n.t(`record.title.${name}`)} open>
      {words && <p>{words}</p>}
      {children}
      <p className="hint">{i18n.t(`record.means.${name}`)}</p>
    </Section>
  );
}

/** "63 %: 12 of 19", or that they are too few to say. */
function useShare(): (share: Share) => string {
  const i18n = useI18n();
  return ({ of, part }) =>
    part === null
      ? i18n.t('record.few', { of })
      : i18n.t('record.share', {
          percent: i18n.number(part / of, { style: 'percent', maximumFractionDigits: 0 }),
          part,
          of,
        });
}

function SpreadOf({ spread: { of, median, ninetieth }, unit }: { spread: Spread; unit: (days: number) => string }) {
  const i18n = useI18n();
  if (median === null || ninetieth === null) return <p>{i18n.t('record.few', { of })}</p>;
  return (
    <Facts
      facts={[
        { term: i18n.t('record.half'), value: unit(median) },
        { term: i18n.t('record.ninetieth'), value: unit(ninetieth) },
        { term: i18n.t('record.base'), value: i18n.number(of) },
      ]}
    />
  );
}
