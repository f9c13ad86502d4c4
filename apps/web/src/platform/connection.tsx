import { OfflineBar } from '@baraza/ui';
import { useSyncExternalStore } from 'react';
import { useI18n } from './world.ts';

const watch = (changed: () => void) => {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
};

/** Says when the line is down, and that nothing is lost by it. */
export function Connection() {
  const i18n = useI18n();
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  return online ? null : <OfflineBar>{i18n.t('kernel.offline')}</OfflineBar>;
}
