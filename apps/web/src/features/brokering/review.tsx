import type { RequestView } from '@baraza/contracts/brokering';
import { Notice, Section, Table } from '@baraza/ui';
import { ReadingText, useI18n } from '../../platform/index.ts';

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
  readiness: 'readiness',
  visibility: 'brokering.visibility',
  sdgs: 'sdg',
};

/** What was rewritten since the broker asked, field by field. */
export function Changes({ request: { changes } }: { request: RequestView }) {
  const i18n = useI18n();
  if (!changes || changes.length === 0) return null;
  const words = (field: string, values: readonly string[]) => {
    const prefix = named[field];
    if (values.length === 0) return i18n.t('brokering.changes.nothing');
    if (field === 'languages') return i18n.list(values.map((code) => i18n.language(code)));
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
          i18n.say(`brokering.form.${field}`),
          <del key="before" dir="auto">
            {words(field, before)}
          </del>,
          <ins key="after" dir="auto">
            {words(field, after)}
          </ins>,
        ])}
      />
    </Section>
  );
}
