import type { AffiliationView } from '@baraza/contracts/members';
import { type Square, State, type Tone } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

const looks: Readonly<Record<AffiliationView['state'], { readonly square: Square; readonly tone: Tone }>> = {
  pending: { square: 'dot', tone: 'due' },
  active: { square: 'check', tone: 'go' },
  lapsed: { square: 'dashed', tone: 'soft' },
  revoked: { square: 'cross', tone: 'stop' },
};

export function AffiliationState({ state }: Pick<AffiliationView, 'state'>) {
  const i18n = useI18n();
  return <State {...looks[state]}>{i18n.t(`members.state.affiliation.${state}`)}</State>;
}
