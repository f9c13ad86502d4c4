import type { Addressees } from './addressees.ts';
import type { Notice } from './notices.ts';
import { isAskedOfAll } from './stakes.queries.ts';
import type { Happened } from './writing.ts';

type Due = Happened<'brokering.deadline.near' | 'brokering.deadline.missed'>;

const argsOf = ({ data: { what, dueAt } }: Due) => ({ args: { what, dueAt: new Date(dueAt).toISOString() } });

/** Where all sides are asked at once, whoever has not answered owes it, whosever turn the clock says it is. */
async function owing(event: Due, who: Addressees): Promise<readonly string[]> {
  const { what, responsible } = event.data;
  const unanswered = isAskedOfAll(what) ? await who.stakes.unansweredOn(what, event.stream) : [];
  return unanswered.length > 0 ? who.recipients.speakers(unanswered, event.at) : who.owing(event, responsible);
}

/** Whoever owes it is reminded. */
export const deadlineNear: Notice<Happened<'brokering.deadline.near'>> = async (event, who) => {
  const reason = event.data.what === 'brokering.step.confirmRequest' ? 'brokering.renewalDue' : 'brokering.reminder';
  return who.members(reason, event, await owing(event, who), argsOf(event));
};

/** Whoever owed it, and who looks after the case. */
export const deadlineMissed: Notice<Happened<'brokering.deadline.missed'>> = async (event, who) => {
  const late = [...(await owing(event, who)), ...(await who.holding(event))];
  return who.members('brokering.late', event, late, argsOf(event));
};
