import { afterHold, brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import type { ClarificationFacts } from './clarification.facts.ts';
import type { ClarificationMove, OpenClarificationState } from './clarification.machine.ts';

const plans: Plans<OpenClarificationState, ClarificationFacts, ClarificationMove> = {
  asked: ({ stateSince, request }, { terms: { clarification: t } }) => ({
    since: afterHold(stateSince, request),
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
