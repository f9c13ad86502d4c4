import { Tabs } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** What lies beside the queue on the brokers' desk. */
export function DeskTabs({ at }: { at: '/desk' | '/desk/rings' | '/desk/weights' }) {
  const i18n = useI18n();
  const tabs = [
    { href: '/desk', label: i18n.t('kernel.place.desk') },
    { href: '/desk/rings', label: i18n.t('matching.rings.title') },
    { href: '/desk/weights', label: i18n.t('matching.weights.title') },
  ];
  return <Tabs label={i18n.t('kernel.place.desk')} tabs={tabs.map((tab) => ({ ...tab, current: tab.href === at }))} />;
}
