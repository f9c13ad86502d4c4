import type { SessionLine } from '@baraza/contracts/programme';
import { Phase, type Square, State, type Tone } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

const looks: Readonly<Record<SessionLine['state'], { readonly square: Square; readonly tone?: Tone }>> = {
  announced: { square: 'open' },
  open: { square: 'dot', tone: 'pen' },
  running: { square: 'full', tone: 'pen' },
  wrap_up: { square: 'half', tone: 'soft' },
  completed: { square: 'check', tone: 'soft' },
  cancelled: { square: 'cross', tone: 'stop' },
};

/** Where a session stands; what runs now stands out. */
export function SessionState({ state }: Pick<SessionLine, 'state'>) {
  const i18n = useI18n();
  const words = i18n.t(`programme.state.session.${state}`);
  return state === 'running' ? <Phase>{words}</Phase> : <State {...looks[state]}>{words}</State>;
}
