import { addDays } from '../../kernel/index.ts';
import { brokerOr, defineClock, member, organisation, type Plan, type Plans, setBack } from '../clock.ts';
import { pausesOf } from '../requests/index.ts';
import type { BrokeringContext } from '../subject.ts';
import type { ExpressionFacts } from './expression.facts.ts';
import type { ExpressionMove, OpenExpressionState } from './expression.machine.ts';

/** One side is asked, then the broker asks that side, then it lapses; never to the blame of the one who waited. */
const asked = (
  organisationId: string,
  what: { readonly first: `brokering.step.${string}`; readonly later: `brokering.step.${string}`; within: number },
  since: Date,
  { request }: ExpressionFacts,
  { terms: { expression: t } }: BrokeringContext,
): Plan<ExpressionMove> => ({
  since,
  pauses: pausesOf(request),
  rungs: [
    {
      who: organisation(organisationId),
      what: what.first,
      within: what.within,
      remind: t.reminders,
      otherwise: 'escalate',
    },
    { who: brokerOr(request.claimedBy), what: what.later, within: t.brokerWithin, otherwise: 'lapse' },
  ],
});

const toAnswer = (expression: ExpressionFacts, since: Date, ctx: BrokeringContext): Plan<ExpressionMove> =>
  asked(
    expression.request.organisationId,
    {
      first: 'brokering.step.answerExpression',
      later: 'brokering.step.chaseAnswer',
      within: ctx.terms.expression.answerWithin,
    },
    since,
    expression,
    ctx,
  );

const plans: Plans<OpenExpressionState, ExpressionFacts, ExpressionMove> = {
  // While the request is on hold, nobody can send it.
  draft: ({ lastActivityAt: since, authorId, request }, { terms: { expression: t } }) => {
    const after = (days: number): Date => setBack(addDays(since, days), since, pausesOf(request));
    return {
      since,
      rungs: [
        {
          who: member(authorId),
          what: 'brokering.step.finishExpression',
          until: after(t.draftKeptDays),
          remind: [after(t.draftNudgeDays)],
          otherwise: 'discard',
        },
      ],
    };
  },
  sent: (expression, ctx) => toAnswer(expression, expression.stateSince, ctx),
  // Having seen it does not give more time.
  seen: (expression, ctx) => toAnswer(expression, expression.sentAt ?? expression.stateSince, ctx),
  in_dialogue: (expression, ctx) => toAnswer(expression, expression.lastActivityAt, ctx),
  accepted: (expression, ctx) =>
    asked(
      expression.organisationId,
      {
        first: 'brokering.step.confirmExpression',
        later: 'brokering.step.chaseConfirmation',
        within: ctx.terms.expression.confirmWithin,
      },
      expression.stateSince,
      expression,
      ctx,
    ),
};

export const expressionClock = defineClock('expression', plans);
