import { PageHead } from '@baraza/ui';
import { PageTitle, useI18n } from '../../platform/index.ts';

export default function HomePage() {
  const i18n = useI18n();
  return (
    <div className="stack">
      <PageTitle>{i18n.t('kernel.place.home')}</PageTitle>
      <PageHead title={i18n.t('kernel.brand')} />
    </div>
  );
}
