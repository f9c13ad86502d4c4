import type { Citation } from '@baraza/contracts/kernel';
import { Facts } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** Where what stands here can be checked. */
export function Source({ citation: { title, place, language } }: { citation: Citation }) {
  const i18n = useI18n();
  return (
    <Facts
      facts={[
        {
          term: i18n.t('programme.source'),
          value: (
            <p lang={language} dir="auto">
              {place ? `${title}, ${place}` : title}
            </p>
          ),
        },
      ]}
    />
  );
}
