import type { RequestView } from '@baraza/contracts/brokering';
import {
  cashBands,
  contactPolicies,
  readinesses,
  sdgTargetsByGoal,
  sectors,
  urgencies,
  visibilities,
} from '@baraza/domain/brokering';
import { Details, Pair } from '@baraza/ui';
import {
  Checkboxes,
  Hidden,
  Radios,
  Select,
  TextArea,
  TextInput,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { clustersQuery } from '../clusters/index.ts';
import { sdgIds, workingLanguages } from './choices.ts';
import { CounterpartFields } from './counterpart.tsx';

interface Props {
  readonly request: RequestView | null;
}
const mostOutcomes = 5;
const mostInKind = 10;
/** The clusters that a request may be shown to alone. */
export const clusterChoice = { limit: 100 };

/** The words as they were written, whatever the reader reads. */
export const source = (reading: RequestView['title'] | undefined): string | undefined =>
  reading?.source?.text ?? reading?.text;

/** Those there are, and empty ones beside them. */
export const slotsFor = <T,>(rows: readonly T[], spare: number, most: number): (T | undefined)[] =>
  Array.from({ length: Math.min(most, rows.length + (rows.length === 0 ? spare : 1)) }, (_, i) => rows[i]);

/** Whatever may be said beyond the minimum, folded away until somebody wants to say it. */
export function MoreFields({ request }: Props) {
  const i18n = useI18n();
  return (
    <>
      <Details summary={i18n.t('brokering.form.more')}>
        <Select
          name="urgency"
          label={i18n.t('brokering.form.urgency')}
          value={request?.urgency ?? 'ordinary'}
          options={urgencies.map((id) => ({ value: id, label: i18n.t(`brokering.urgency.${id}`) }))}
        />
        <TextArea
          name="whatWeTried"
          label={i18n.t('brokering.form.whatWeTried')}
          value={source(request?.whatWeTried)}
          rows={3}
        />
        <TextArea
          name="partnerSought"
          label={i18n.t('brokering.form.partnerSought')}
          value={source(request?.partnerSought)}
          rows={3}
        />
        <Checkboxes
          name="languages"
          legend={i18n.t('brokering.form.languages')}
          options={workingLanguages.map((code) => ({ value: code, label: i18n.language(code) }))}
          chosen={request?.languages ?? []}
        />
        <Select
          name="readiness"
          label={i18n.t('brokering.form.readiness')}
          value={request?.readiness ?? ''}
          options={[
            { value: '', label: i18n.t('brokering.filter.any') },
            ...readinesses.map((id) => ({ value: id, label: i18n.t(`readiness.${id}`) })),
          ]}
        />
        <Checkboxes
          name="sectors"
          legend={i18n.t('brokering.form.sectors')}
          options={sectors.map((id) => ({ value: id, label: i18n.t(`sector.${id}`) }))}
          chosen={request?.sectors ?? []}
        />
      </Details>
      <Goals request={request} />
      <Resources request={request} />
      <Expected request={request} />
      <CounterpartFields wishes={request?.counterpart ?? null} />
      <Readers request={request} />
    </>
  );
}

/** The goals, and under each its targets: whoever chooses a target has chosen its goal. */
function Goals({ request }: Props) {
  const i18n = useI18n();
  const nameOf = (no: (typeof sdgIds)[number]) => i18n.t('brokering.form.sdg', { no, name: i18n.t(`sdg.${no}`) });
  const chosen = request?.sdgTargets ?? [];
  return (
    <Details summary={i18n.t('brokering.form.sdgs')}>
      <Checkboxes
        name="sdgs"
        legend={i18n.t('brokering.form.sdgs')}
        options={sdgIds.map((no) => ({ value: String(no), label: nameOf(no) }))}
        chosen={(request?.sdgs ?? []).map(String)}
      />
      <p className="hint">{i18n.t('brokering.form.sdgTargetsHint')}</p>
      {sdgIds.map((no) => {
        const targets = sdgTargetsByGoal.get(no) ?? [];
        return (
          <Details key={no} summary={nameOf(no)} open={targets.some((target) => chosen.includes(target))}>
            <Checkboxes
              id={`sdgTargets-${no}`}
              name="sdgTargets"
              legend={i18n.t('brokering.form.sdgTargetsOf', { no })}
              options={targets.map((target) => ({ value: target, label: target }))}
              chosen={chosen}
            />
          </Details>
        );
      })}
    </Details>
  );
}

function Resources({ request }: Props) {
  const i18n = useI18n();
  const said = request?.resources;
  return (
    <Details summary={i18n.t('brokering.form.resources')}>
      <Select
        name="resources.ownCash"
        label={i18n.t('brokering.form.ownCash')}
        value={said?.ownCash ?? ''}
        options={[
          { value: '', label: i18n.t('brokering.cash.unsaid') },
          ...cashBands.map((id) => ({ value: id, label: i18n.t(`brokering.cash.${id}`) })),
        ]}
      />
      <fieldset className="entry">
        <legend>{i18n.t('brokering.form.inKind')}</legend>
        <span className="hint">{i18n.t('brokering.form.inKindHint')}</span>
        {slotsFor(said?.inKind ?? [], 2, mostInKind).map((row, i) => (
          <div key={row?.id ?? `new ${i}`}>
            {row && <Hidden name={`resources.inKind.${i}.id`} value={row.id} />}
            <TextInput
              name={`resources.inKind.${i}.text`}
              label={i18n.t('brokering.form.line', { no: i + 1 })}
              value={source(row?.text)}
              maxLength={200}
            />
          </div>
        ))}
      </fieldset>
      <Checkboxes
        name="resources.fundingSought"
        legend={i18n.t('brokering.form.funding')}
        options={[{ value: 'true', label: i18n.t('brokering.form.fundingSought') }]}
        chosen={said?.fundingSought ? ['true'] : []}
      />
      <Checkboxes
        name="resources.triangularPartnerWanted"
        legend={i18n.t('brokering.form.third')}
        options={[{ value: 'true', label: i18n.t('brokering.form.triangularPartnerWanted') }]}
        chosen={said?.triangularPartnerWanted ? ['true'] : []}
      />
    </Details>
  );
}

function Expected({ request }: Props) {
  const i18n = useI18n();
  return (
    <Details summary={i18n.t('brokering.form.expectedOutcomes')}>
      <p className="hint">{i18n.t('brokering.form.expectedHint')}</p>
      {slotsFor(request?.expectedOutcomes ?? [], 1, mostOutcomes).map((row, i) => (
        <fieldset className="entry" key={row?.id ?? `new ${i}`}>
          <legend>{i18n.t('brokering.form.line', { no: i + 1 })}</legend>
          {row && <Hidden name={`expectedOutcomes.${i}.id`} value={row.id} />}
          <TextInput
            name={`expectedOutcomes.${i}.indicator`}
            label={i18n.t('brokering.outcome.indicator')}
            value={source(row?.indicator)}
            maxLength={300}
          />
          <TextInput
            name={`expectedOutcomes.${i}.unit`}
            label={i18n.t('brokering.outcome.unit')}
            value={row?.unit ?? undefined}
            maxLength={60}
          />
          <Pair>
            <TextInput
              name={`expectedOutcomes.${i}.baseline`}
              inputMode="numeric"
              label={i18n.t('brokering.outcome.baseline')}
              value={row?.baseline?.toString()}
            />
            <TextInput
              name={`expectedOutcomes.${i}.target`}
              inputMode="numeric"
              label={i18n.t('brokering.outcome.target')}
              value={row?.target?.toString()}
            />
          </Pair>
        </fieldset>
      ))}
    </Details>
  );
}

/** Who reads it, in which cluster, when contacts open, and who sees to it. */
function Readers({ request }: Props) {
  const i18n = useI18n();
  const { items } = useData(clustersQuery(useApi(), clusterChoice));
  const own = request?.cluster;
  const clusters = own && !items.some(({ slug }) => slug === own.slug) ? [own, ...items] : items;
  return (
    <Details summary={i18n.t('brokering.form.visibility')} open={request?.visibility === 'cluster'}>
      <Select
        name="visibility"
        label={i18n.t('brokering.form.visibility')}
        value={request?.visibility ?? 'public'}
        options={visibilities.map((id) => ({ value: id, label: i18n.t(`brokering.visibility.${id}`) }))}
      />
      <Select
        name="cluster"
        label={i18n.t('brokering.form.cluster')}
        hint={i18n.t('brokering.form.clusterHint')}
        value={own?.slug ?? ''}
        options={[
          { value: '', label: i18n.t('brokering.form.noCluster') },
          ...clusters.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <Radios
        name="contactPolicy"
        legend={i18n.t('brokering.form.contactPolicy')}
        options={contactPolicies.map((id) => ({ value: id, label: i18n.t(`brokering.contactPolicy.${id}`) }))}
        chosen={request?.contactPolicy ?? 'after_mutual_yes'}
      />
      {request?.delegates && request.delegates.length > 0 && (
        <Select
          name="delegateId"
          label={i18n.t('brokering.form.delegate')}
          hint={i18n.t('brokering.form.delegateHint')}
          value={request.delegateId ?? ''}
          options={[
            ...(request.delegates.some(({ id }) => id === request.delegateId)
              ? []
              : [{ value: '', label: i18n.t('brokering.form.noDelegate') }]),
            ...request.delegates.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </Details>
  );
}
