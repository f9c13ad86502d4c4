import { ThemeSwitch as Switch } from '@baraza/ui';
import { useWorld } from './world.ts';

/** Light, dark, or as the device says. */
export function ThemeSwitch({ here }: { here: string }) {
  const { i18n, theme } = useWorld();
  const themes = [
    { value: 'light', label: i18n.t('kernel.theme.light') },
    { value: 'dark', label: i18n.t('kernel.theme.dark') },
    { value: 'system', label: i18n.t('kernel.theme.system') },
  ];
  return (
    <Switch
      label={i18n.t('kernel.theme.label')}
      themes={themes}
      current={theme ?? 'system'}
      form={{ action: '/theme', name: 'theme', hidden: <input type="hidden" name="_page" value={here} /> }}
    />
  );
}
