import type { AffiliationCase, AffiliationView } from '@baraza/contracts/members';
import type { ReactNode } from 'react';
import { ActionForm, FormProblem, Hidden, Submit, useI18n, useWorld } from '../../platform/index.ts';
import { AffiliationState } from './affiliation-state.tsx';

/** What is known of an affiliation, in one sentence: until when it holds and by whose word, or by when it is answered. */
export function AffiliationTerms({ affiliation }: { affiliation: AffiliationView }) {
  const { i18n, timeZone } = useWorld();
  const { state, validUntil, verifiedBy, dueAt } = affiliation;
  const day = (at: string) => i18n.date(at, 'short', timeZone);
  const facts = [
    state === 'pending' && dueAt && i18n.t('members.affiliation.answerBy', { date: day(dueAt) }),
    state === 'active' && validUntil && i18n.t('members.affiliation.until', { date: day(validUntil) }),
    state === 'active' && verifiedBy && i18n.t(`members.verification.${verifiedBy}`),
    (state === 'lapsed' || state === 'revoked') &&
      validUntil &&
      i18n.t('members.affiliation.ended', { date: day(validUntil) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <p className="meta">
      <AffiliationState state={state} />
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

type Move = 'leave' | 'verify' | 'renew' | 'revoke';

/** What the reader may do about an affiliation: buttons of one form, so that what is wrong is said once. */
export function AffiliationMoves({
  affiliation: { id, version, moves, state },
  omit = [],
  children,
}: {
  affiliation: AffiliationView;
  omit?: readonly Move[];
  children?: ReactNode;
}) {
  const i18n = useI18n();
  const offered = (['verify', 'renew', 'revoke', 'leave'] as const).filter(
    (move) => moves.includes(move) && !omit.includes(move),
  );
  if (offered.length === 0) return null;
  const words = {
    verify: i18n.t('members.move.affiliation.verify'),
    renew: i18n.t('members.move.affiliation.renew'),
    revoke: state === 'pending' ? i18n.t('members.move.affiliation.revoke') : i18n.t('members.move.revoke'),
    leave: state === 'pending' ? i18n.t('members.move.withdraw') : i18n.t('members.move.affiliation.leave'),
  };
  return (
    <ActionForm operation="members.moveAffiliation" params={{ id }} name={`affiliation-${id}`}>
      <FormProblem />
      <Hidden name="version" value={version} />
      {children}
      <div className="btns">
        {offered.map((move) => (
          <Submit key={move} kind="plain" name="move" value={move}>
            {words[move]}
          </Submit>
        ))}
      </div>
    </ActionForm>
  );
}

/** Who says they work where, for whoever decides. */
export function Claim({ of: { member, organisation, role } }: { of: AffiliationCase }) {
  const i18n = useI18n();
  return (
    <>
      <bdi>{member.name}</bdi> · {i18n.say(`kernel.affiliation.${role}`)} · <bdi>{organisation.name}</bdi>
    </>
  );
}
