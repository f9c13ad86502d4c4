import type { PartnershipView } from '@baraza/contracts/brokering';
import { Section } from '@baraza/ui';
import { ReadingText, useI18n } from '../../platform/index.ts';
import { Files } from '../files/index.ts';

/** What was signed elsewhere: in words, as files, or expressly nothing. A file that is closed to the reader is not spoken of. */
export function Instrument({ partnership: { id, instrument, informal, files } }: { partnership: PartnershipView }) {
  const i18n = useI18n();
  const prints = instrument !== null || files.files.length > 0 || informal;
  if (!prints && !files.attach) return null;
  return (
    <div className={prints ? undefined : 'no-print'}>
      <Section title={i18n.t('brokering.partnership.instrument')}>
        {instrument && <ReadingText reading={instrument} />}
        {informal && <p className="soft">{i18n.t('brokering.partnership.noInstrument')}</p>}
        {!prints && <p className="soft">{i18n.t('brokering.partnership.instrumentOpen')}</p>}
        <Files shelf={files} kind="partnership" subject={id} />
      </Section>
    </div>
  );
}
