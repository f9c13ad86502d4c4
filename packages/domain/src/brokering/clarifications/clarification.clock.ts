import { brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import { pausesOf } from '../requests/index.ts';
import type { ClarificationFacts } from './clarification.facts.ts';
import type { ClarificationMove, OpenClarificationState } from './clarification.machine.ts';

const plans: Plans<OpenClarificationState, ClarificationFacts, ClarificationMove> = {
  asked: ({ stateSince, request }, { terms: { clarification: t } }) => ({
    since: stateSince,
    pauses: pausesOf(request),
    rungs: [
      {
        who: organisation(request.organisationId),
        what: 'brokering.step.answerClarification',
        within: t.answerWithin,
        remind: t.answerReminders,
        otherwise: 'escalate',
      },
      {
        who: brokerOr(request.claimedBy),
        what: 'brokering.step.chaseClarification',
        within: t.brokerWithin,
        otherwise: 'lapse',
      },
    ],
  }),
};

export const clarificationClock = defineClock('clarification', plans);
