import { Notice } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** This house has no mail server: whoever waits for a mail must know where it lies. */
export function MailKept() {
  const i18n = useI18n();
  return <Notice tone="warning">{i18n.t('members.mail.kept')}</Notice>;
}
