import type { Reading } from '@baraza/contracts/kernel';
import { Tongue, UserText } from '@baraza/ui';
import { useI18n } from './world.ts';

/** The browser tab's title. */
export const PageTitle = ({ children }: { children: string }) => {
  const i18n = useI18n();
  return <title>{`${children} · ${i18n.t('kernel.brand')}`}</title>;
};

/** The words of the language line for a text: its plates, its sentence, its original. Null when it reads as written in the reader's language. */
export function useReading() {
  const i18n = useI18n();
  return (reading: Pick<Reading, 'locale' | 'kind' | 'stale'> & { source: Pick<Reading, 'locale'> | null }) => {
    const { source } = reading;
    const kinds = {
      human: i18n.t('kernel.translation.human'),
      machine: i18n.t('kernel.translation.machine'),
      machine_reviewed: i18n.t('kernel.translation.machine_reviewed'),
      source: '',
    };
    return {
      from: (source?.locale ?? reading.locale).toUpperCase(),
      to: source ? reading.locale.toUpperCase() : null,
      spoken: source
        ? i18n.t('kernel.writtenShown', { source: i18n.language(source.locale), target: i18n.language(reading.locale) })
        : i18n.t('kernel.writtenIn', { source: i18n.language(reading.locale) }),
      how: source
        ? reading.stale
          ? i18n.t('kernel.translation.stale')
          : kinds[reading.kind]
        : i18n.t('kernel.asWritten'),
    };
  };
}

/** A text somebody wrote, in the voice of people, with its language line. */
export function ReadingText({ reading, html }: { reading: Reading; html?: string }) {
  const i18n = useI18n();
  const line = useReading()(reading);
  const own = html === undefined ? { text: reading.text } : { html };
  return (
    <>
      <UserText lang={reading.locale} {...own} />
      {reading.source && (
        <Tongue
          from={line.from}
          to={line.to ?? undefined}
          sentence={line.spoken}
          note={line.how}
          show={i18n.t('kernel.seeOriginal')}
          hide={i18n.t('kernel.hideOriginal')}
        >
          <UserText lang={reading.source.locale} text={reading.source.text} />
        </Tongue>
      )}
    </>
  );
}
