import type { RequestView } from '@baraza/contracts/brokering';
import { Meta, Notice, Rows, Section, Table } from '@baraza/ui';
import { ReadingText, useI18n, useWorld } from '../../platform/index.ts';
import { useMatters } from './counterpart.tsx';

/** What the brokers asked before they decided, and what they were answered. */
export function BrokerQuestions({ request: { clarifications } }: { request: RequestView }) {
  const { i18n, timeZone } = useWorld();
  if (!clarifications || clarifications.length === 0) return null;
  return (
    <Section title={i18n.t('brokering.request.clarifications')}>
      <Rows>
        {clarifications.map((c) => (
          <li key={c.askedAt}>
            <Meta>
              <span>{i18n.t('brokering.request.brokerAsked', { date: i18n.date(c.askedAt, 'day', timeZone) })}</span>
            </Meta>
            <ReadingText reading={c.question} />
            {c.answer && (
              <blockquote>
                <ReadingText reading={c.answer} />
              </blockquote>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  );
}

/** Why it was declined, what would make it acceptable, and what was said against it. */
export function Declined({ request: { decline, appeal } }: { request: RequestView }) {
  const i18n = useI18n();
  return (
    <>
      {decline && (
        <Notice tone="warning" title={i18n.say(`brokering.reason.${decline.reason}`)}>
          {decline.note && <ReadingText reading={decline.note} />}
        </Notice>
      )}
      {appeal && (
        <Section title={i18n.t('brokering.appeal.title')}>
          <ReadingText reading={appeal.grounds} />
        </Section>
      )}
    </>
  );
}

/** How the values of a field are called. */
const named: Readonly<Record<string, string>> = {
  kind: 'brokering.kind',
  modalities: 'modality',
  themes: 'theme',
  sectors: 'sector',
  readiness: 'readiness',
  urgency: 'brokering.urgency',
  visibility: 'brokering.visibility',
  contactPolicy: 'brokering.contactPolicy',
  sdgs: 'sdg',
};

/** Fields that the form calls otherwise. */
const calledAs: Readonly<Record<string, string>> = { clusterId: 'cluster', delegateId: 'delegate', locale: 'language' };

/** What was rewritten since the broker asked, field by field. */
export function Changes({ request }: { request: RequestView }) {
  const i18n = useI18n();
  const matters = useMatters();
  const { changes, cluster, accountable } = request;
  if (!changes || changes.length === 0) return null;
  /** `must regions africa` */
  const wish = (said: string): string => {
    const [of, matter, value] = said.split(' ');
    const choices = matters[matter as keyof typeof matters];
    const name = choices?.find((choice) => choice.value === value)?.label ?? value;
    return `${i18n.say(`brokering.counterpart.${of}`)}: ${name}`;
  };
  /** `ownCash to_10k`, `fundingSought`, `inKind` and words */
  const resource = (said: string): string => {
    const [of, ...words] = said.split(' ');
    if (of === 'inKind') return words.join(' ');
    return of === 'ownCash'
      ? `${i18n.t('brokering.form.ownCash')}: ${i18n.say(`brokering.cash.${words[0]}`)}`
      : i18n.say(`brokering.form.${of}`);
  };
  const words = (field: string, values: readonly string[], now: boolean): string => {
    const prefix = named[field];
    if (values.length === 0) return i18n.t('brokering.changes.nothing');
    if (field === 'languages' || field === 'locale') return i18n.list(values.map((code) => i18n.language(code)));
    if (field === 'counterpart') return values.map(wish).join('\n');
    if (field === 'resources') return values.map(resource).join('\n');
    // Kept by an id: the name is known of the present one only, and of who sees to it only to who may rewrite it.
    if (field === 'clusterId') return (now && cluster?.name) || i18n.t('brokering.changes.another');
    if (field === 'delegateId') return (now && accountable?.delegate) || i18n.t('brokering.changes.another');
    return prefix ? i18n.list(values.map((value) => i18n.say(`${prefix}.${value}`))) : values.join('\n');
  };
  return (
    <Section title={i18n.t('brokering.changes.title')}>
      <Table
        caption={i18n.t('brokering.changes.title')}
        pile
        columns={[
          { label: i18n.t('brokering.changes.field') },
          { label: i18n.t('brokering.changes.before') },
          { label: i18n.t('brokering.changes.after') },
        ]}
        rows={changes.map(({ field, before, after }) => [
          i18n.say(`brokering.form.${calledAs[field] ?? field}`),
          <del key="before" dir="auto">
            {words(field, before, false)}
          </del>,
          <ins key="after" dir="auto">
            {words(field, after, true)}
          </ins>,
        ])}
      />
    </Section>
  );
}
