import type { RequestView } from '@baraza/contracts/brokering';
import { Facts, Needs, Section, type Square, State, StatePath, Table, type Tone } from '@baraza/ui';
import { ReadingText, useI18n, useWorld } from '../../platform/index.ts';
import { useCounterpartFacts } from './counterpart.tsx';
import { along } from './road.ts';

const lineLooks: Record<RequestView['lines'][number]['state'], readonly [Square, Tone?]> = {
  open: ['open'],
  partly_covered: ['half', 'due'],
  covered: ['check', 'go'],
  dropped: ['cross', 'soft'],
};
const road = ['draft', 'submitted', 'in_review', 'published', 'in_matching', 'in_partnering', 'closed'] as const;

/** Where it stands between draft and closed, with the day of each change; a detour (a question, an end) is said in the sentence. */
export function RequestPath({ request }: { request: RequestView }) {
  const { i18n, timeZone } = useWorld();
  const state = i18n.t(`brokering.state.request.${request.state}`);
  const since = i18n.date(request.stateSince, 'day', timeZone);
  return (
    <StatePath
      label={i18n.t('brokering.path.label')}
      steps={along(road, request.state, request.path).map(({ name, at, since }) => ({
        name: i18n.t(`brokering.state.request.${name}`),
        at,
        ...(since && { date: i18n.date(since, 'brief', timeZone), dateTime: since }),
      }))}
    >
      {request.heldUntil
        ? i18n.t('brokering.path.heldUntil', { state, since, until: i18n.date(request.heldUntil, 'day', timeZone) })
        : request.expiresAt && request.state === 'published'
          ? i18n.t('brokering.path.openUntil', { state, since, until: i18n.date(request.expiresAt, 'day', timeZone) })
          : request.end
            ? i18n.t('brokering.path.ended', {
                state,
                since,
                reason: i18n.say(`brokering.reason.${request.end.reason}`),
              })
            : i18n.t('brokering.path.since', { state, since })}
    </StatePath>
  );
}

/** What is needed, line by line. */
export function RequestLines({ request }: { request: RequestView }) {
  const i18n = useI18n();
  if (request.lines.length === 0) return null;
  const covered = request.lines.filter((line) => line.state === 'covered').length;
  return (
    <Section
      title={i18n.t(request.kind === 'offer' ? 'brokering.request.offered' : 'brokering.request.needed')}
      note={i18n.t('brokering.request.coveredOf', { covered, all: request.lines.length })}
    >
      <Needs
        lines={request.lines.map((line) => {
          const [square, tone] = lineLooks[line.state];
          return {
            key: line.id,
            text: line.text.text,
            lang: line.text.locale,
            state: (
              <State square={square} tone={tone}>
                {i18n.t(`brokering.line.${line.state}`)}
              </State>
            ),
            ...(line.quantity && { by: line.quantity }),
          };
        })}
      />
    </Section>
  );
}

/** What there is to work with, and what is still looked for. */
function useResourceFacts({ ownCash, inKind, fundingSought, triangularPartnerWanted }: RequestView['resources']) {
  const i18n = useI18n();
  return [
    ownCash && { term: i18n.t('brokering.form.ownCash'), value: i18n.t(`brokering.cash.${ownCash}`) },
    inKind.length > 0 && {
      term: i18n.t('brokering.form.inKind'),
      value: inKind.map(({ id, text }) => <ReadingText key={id} reading={text} />),
    },
    fundingSought && { term: i18n.t('brokering.form.funding'), value: i18n.t('brokering.form.fundingSought') },
    triangularPartnerWanted && {
      term: i18n.t('brokering.form.third'),
      value: i18n.t('brokering.form.triangularPartnerWanted'),
    },
  ];
}

/** By what it could be told that it worked. */
export function ExpectedOutcomes({ request: { expectedOutcomes } }: { request: RequestView }) {
  const i18n = useI18n();
  if (expectedOutcomes.length === 0) return null;
  const figure = (value: number | null) => (value === null ? '' : i18n.number(value));
  return (
    <Section title={i18n.t('brokering.form.expectedOutcomes')}>
      <Table
        caption={i18n.t('brokering.form.expectedOutcomes')}
        small
        pile
        columns={[
          { label: i18n.t('brokering.outcome.indicator') },
          { label: i18n.t('brokering.outcome.baseline'), numeric: true },
          { label: i18n.t('brokering.outcome.target'), numeric: true },
          { label: i18n.t('brokering.outcome.unit') },
        ]}
        rows={expectedOutcomes.map(({ id, indicator, unit, baseline, target }) => [
          <ReadingText key={id} reading={indicator} />,
          figure(baseline),
          figure(target),
          <bdi key="unit">{unit}</bdi>,
        ])}
      />
    </Section>
  );
}

type Told = 'context' | 'wantedResult' | 'whatWeTried' | 'whatWeBring';
export function RequestText({ request, part, title }: { request: RequestView; part: Told; title: string }) {
  const reading = request[part];
  if (!reading) return null;
  return (
    <Section title={title}>
      <ReadingText reading={reading} />
    </Section>
  );
}

/** The terms, as facts. */
export function RequestTerms({ request }: { request: RequestView }) {
  const i18n = useI18n();
  const { window } = request;
  const counterpart = useCounterpartFacts(request.counterpart);
  const facts = [
    request.partnerSought && {
      term: i18n.t('brokering.form.partnerSought'),
      value: <ReadingText reading={request.partnerSought} />,
    },
    request.modalities.length > 0 && {
      term: i18n.t('brokering.form.modalities'),
      value: i18n.list(request.modalities.map((id) => i18n.t(`modality.${id}`))),
    },
    window?.start &&
      window.end && { term: i18n.t('brokering.request.window'), value: i18n.range(window.start, window.end) },
    request.languages.length > 0 && {
      term: i18n.t('brokering.form.languages'),
      value: i18n.list(request.languages.map((code) => i18n.language(code))),
    },
    request.themes.length > 0 && {
      term: i18n.t('brokering.form.themes'),
      value: i18n.list(request.themes.map((id) => i18n.say(`theme.${id}`))),
    },
    request.sdgs.length > 0 && {
      term: i18n.t('brokering.form.sdgs'),
      value: i18n.list(request.sdgs.map((no) => i18n.t('brokering.form.sdg', { no, name: i18n.say(`sdg.${no}`) }))),
    },
    request.sdgTargets.length > 0 && {
      term: i18n.t('brokering.form.sdgTargets'),
      value: i18n.list(request.sdgTargets),
    },
    request.sectors.length > 0 && {
      term: i18n.t('brokering.form.sectors'),
      value: i18n.list(request.sectors.map((id) => i18n.t(`sector.${id}`))),
    },
    request.urgency !== 'ordinary' && {
      term: i18n.t('brokering.form.urgency'),
      value: i18n.t(`brokering.urgency.${request.urgency}`),
    },
    ...useResourceFacts(request.resources),
    request.readiness && { term: i18n.t('brokering.form.readiness'), value: i18n.t(`readiness.${request.readiness}`) },
    ...counterpart,
    request.addressedTo && {
      term: i18n.t('brokering.offer.to'),
      value: (
        <a className="plain" href={`/cities/${request.addressedTo.slug}`}>
          <bdi>{request.addressedTo.name}</bdi>
        </a>
      ),
    },
    { term: i18n.t('brokering.request.contacts'), value: i18n.t(`brokering.contactPolicy.${request.contactPolicy}`) },
  ];
  return (
    <Section title={i18n.t('brokering.request.terms')}>
      <Facts facts={facts} />
    </Section>
  );
}
