import type { Notice } from './notices.ts';
import type { Happened } from './writing.ts';

type Due = Happened<'brokering.deadline.near' | 'brokering.deadline.missed'>;

const argsOf = ({ data: { what, dueAt } }: Due) => ({ args: { what, dueAt: new Date(dueAt).toISOString() } });

/** Whoever owes it is reminded. */
export const deadlineNear: Notice<Happened<'brokering.deadline.near'>> = async (event, who) => {
  const { what, responsible, subject } = event.data;
  // All sides are asked at once: whoever has not answered is reminded, whosever turn it is.
  if (what === 'brokering.step.answerSuggestion')
    return who.sides('brokering.reminder', event, await who.stakes.unansweredIn(subject.id), argsOf(event));
  const reason = what === 'brokering.step.confirmRequest' ? 'brokering.renewalDue' : 'brokering.reminder';
  return who.members(reason, event, await who.owing(event, responsible), argsOf(event));
};

/** Whoever owed it, and who looks after the case. */
export const deadlineMissed: Notice<Happened<'brokering.deadline.missed'>> = async (event, who) => {
  const owing = await who.owing(event, event.data.responsible);
  return who.members('brokering.late', event, [...owing, ...(await who.holding(event))], argsOf(event));
};
