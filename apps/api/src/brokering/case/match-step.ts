import type { NextStep } from '@baraza/contracts/brokering';
import { answersBy, type MatchState, partyOf, type Stance } from '@baraza/domain/brokering';
import { belongsTo } from '@baraza/domain/kernel';
import { presentStep, type StepJson, type View } from './present.ts';

interface Party {
  readonly organisationId: string;
  readonly stance: Stance;
}
/** Who has an answer to give, and may give it now. */
const isAsked = ({ stance }: Party): boolean => stance === 'unseen' || stance === 'seen';

interface Asked {
  readonly state: MatchState;
  readonly stateSince: Date;
  readonly parties: readonly Party[];
}

/**
 * All sides are asked at once, though the clock is one: each reads its own answer as its step. Whether any of the others has
 * answered, what, and when is told to nobody before all have said yes, so whoever has answered reads only that answers are
 * out, and a day that no answer moves.
 */
export function presentMatchStep(
  step: StepJson | null,
  { state, stateSince, parties }: Asked,
  view: View,
): NextStep | null {
  const { actor, at, known } = view;
  const own = partyOf(actor, parties) ?? parties.find(({ organisationId }) => belongsTo(actor, organisationId));
  if (!step || !own || state !== 'suggested') return presentStep(step, view, true);
  if (isAsked(own)) return presentStep(ownAnswer(step, own.organisationId), view, true);
  const ids = parties.map(({ organisationId }) => organisationId);
  const dueAt = answersBy(stateSince, ids, at, known.context).toISOString();
  return presentStep({ ...step, ...answersOut, dueAt }, view, true);
}

const nobodyMissed = { missedKind: null, missedId: null, missedWhat: null, missedAt: null };
const answersOut = {
  ...nobodyMissed,
  what: 'brokering.step.awaitAnswers',
  kind: 'role',
  id: 'broker',
  seat: null,
  name: null,
} as const;

/** The step as the one of this organisation. */
export const ownAnswer = (step: StepJson, organisationId: string): StepJson => ({
  ...step,
  ...nobodyMissed,
  kind: 'organisation',
  id: organisationId,
  seat: null,
  name: null,
});
