/**
 * Every number of brokering in one place; an operator changes any of them with `termsWith`.
 * `…Days` are days of the calendar. `…Within` and `…Reminders` are working days of whoever must act, counted from the
 * start of the step; `…DaysBefore` are days before the date they belong to.
 */
export const brokeringTerms = {
  request: {
    draftNudgeDays: 14,
    draftKeptDays: 180,
    approveWithin: 5,
    approveReminders: [2, 4],
    findApprovalWithin: 10,
    triageWithin: 3,
    triageReminders: [2],
    lateTriageWithin: 2,
    leaseWithin: 3,
    leaseDaysBefore: [1],
    answerWithin: 30,
    answerReminders: [5, 12],
    suggestWithin: 2,
    openDays: 180,
    renewalDaysBefore: [30, 15, 5],
    reopenedDays: 30,
    quietWithin: 15,
    quietOwnerWithin: 30,
    settleWithin: 20,
    settleReminders: [5, 12],
    settleBrokerWithin: 10,
    reactivateDays: 90,
    reactivateDaysBefore: [60, 15],
    suggestionsBeforeNoMatch: 3,
  },
  expression: {
    draftNudgeDays: 7,
    draftKeptDays: 30,
    answerWithin: 10,
    confirmWithin: 10,
    reminders: [3, 7],
    brokerWithin: 10,
  },
  match: {
    answerWithin: 15,
    answerReminders: [10],
    quietWithin: 15,
    quietReminders: [10],
    brokerWithin: 30,
    ownerWithin: 10,
    openSuggestionsEach: 5,
  },
  partnership: {
    acceptWithin: 10,
    acceptReminders: [3, 7],
    startWithin: 20,
    startReminders: [10, 17],
    brokerWithin: 10,
    /** Days after the start at which each check-in is due; then one a year. */
    checkInDays: [30, 90, 180, 365],
    checkInDaysBefore: [7],
  },
};
export type BrokeringTerms = typeof brokeringTerms;

export const termsWith = (own: { readonly [Part in keyof BrokeringTerms]?: Partial<BrokeringTerms[Part]> }) => ({
  request: { ...brokeringTerms.request, ...own.request },
  expression: { ...brokeringTerms.expression, ...own.expression },
  match: { ...brokeringTerms.match, ...own.match },
  partnership: { ...brokeringTerms.partnership, ...own.partnership },
});
