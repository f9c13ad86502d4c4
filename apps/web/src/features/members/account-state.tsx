import type { MemberLine } from '@baraza/contracts/members';
import { State } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';

/** Whether an account can be used: an address nobody confirmed cannot sign in yet. */
export function AccountState({ state, confirmed }: Pick<MemberLine, 'state' | 'confirmed'>) {
  const i18n = useI18n();
  if (state === 'suspended')
    return (
      <State tone="stop" square="cross">
        {i18n.t('members.state.account.suspended')}
      </State>
    );
  if (state === 'closed')
    return (
      <State tone="soft" square="dashed">
        {i18n.t('members.state.account.closed')}
      </State>
    );
  return confirmed ? (
    <State tone="go" square="check">
      {i18n.t('members.state.account.active')}
    </State>
  ) : (
    <State tone="due" square="dot">
      {i18n.t('members.account.state.unconfirmed')}
    </State>
  );
}
