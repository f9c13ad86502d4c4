import { Tabs } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** The parts of one's own account. */
export function MeTabs({ at, waiting = 0 }: { at: 'profile' | 'organisations' | 'security'; waiting?: number }) {
  const i18n = useI18n();
  const counted = waiting > 0 ? { count: waiting } : {};
  return (
    <Tabs
      label={i18n.t('members.me.title')}
      tabs={[
        { href: '/me', label: i18n.t('members.me.profile'), current: at === 'profile' },
        {
          href: '/me/organisations',
          label: i18n.t('members.me.organisations'),
          current: at === 'organisations',
          ...counted,
        },
        { href: '/me/security', label: i18n.t('members.me.security'), current: at === 'security' },
      ]}
    />
  );
}
