import { Tabs } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

const views = ['overview', 'affiliations', 'members', 'calendars', 'jobs', 'mail'] as const;
export type AdminView = (typeof views)[number];

/** The rooms of the caretaker. */
export function AdminTabs({ at }: { at: AdminView }) {
  const i18n = useI18n();
  return (
    <Tabs
      label={i18n.t('kernel.place.admin')}
      tabs={views.map((view) => ({
        href: view === 'overview' ? '/admin' : `/admin/${view}`,
        label: i18n.t(`members.admin.${view}`),
        current: view === at,
      }))}
    />
  );
}

/** The states a list can be narrowed to, each with its own address. `null` is all of them. */
export function StateLinks({
  path,
  states,
  at,
  label,
}: {
  path: string;
  states: readonly { readonly value: string | null; readonly label: string }[];
  at: string | null;
  label: string;
}) {
  return (
    <Tabs
      label={label}
      tabs={states.map(({ value, label }) => ({
        href: value ? `${path}?state=${value}` : path,
        label,
        current: value === at,
      }))}
    />
  );
}
