import type { MailLine } from '@baraza/contracts/members';
import { type Square, State, type Tone } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

const looks: Readonly<Record<MailLine['state'], { readonly square: Square; readonly tone: Tone }>> = {
  queued: { square: 'dot', tone: 'due' },
  kept: { square: 'half', tone: 'soft' },
  sent: { square: 'check', tone: 'go' },
  failed: { square: 'cross', tone: 'stop' },
};

export function MailState({ state }: Pick<MailLine, 'state'>) {
  const i18n = useI18n();
  return <State {...looks[state]}>{i18n.t(`members.mail.state.${state}`)}</State>;
}
