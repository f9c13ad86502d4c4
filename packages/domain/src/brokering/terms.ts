/**
 * The numbers by which brokering goes. What decides is handed them with its context, so that other numbers may be tried;
 * which moves are open, and whatever is asked outside a case, goes by these.
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
    /** So many partners are suggested for a request, unless its broker says with words that nobody else fits. */
    suggestionsWanted: 5,
    suggestWithin: 2,
    suggestLeadWithin: 5,
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
    /** Offers of one organisation to cities that did not ask, until they are over. */
    openOffersEach: 3,
    holdDays: 120,
    holdDaysBefore: [7],
    agreeDeclineWithin: 5,
    agreeDeclineReminders: [3],
    secondLookWithin: 2,
    secondLookLeadWithin: 2,
    /** A public request of an organisation verified more recently than this takes two brokers to publish. */
    newcomerDays: 30,
    appealWithin: 20,
    appealReminders: [10, 17],
    decideAppealWithin: 10,
    decideAppealReminders: [5],
    lateAppealWithin: 5,
  },
  clarification: {
    answerWithin: 5,
    answerReminders: [3],
    brokerWithin: 5,
    /** Nobody asks any more so shortly before the request expires: nobody could answer. */
    closedDaysBefore: 10,
  },
  expression: {
    draftNudgeDays: 7,
    draftKeptDays: 30,
    answerWithin: 10,
    confirmWithin: 10,
    reminders: [3, 7],
    brokerWithin: 10,
  },
  /** What one member may ask to hear of. */
  search: { most: 20 },
  match: {
    answerWithin: 15,
    answerReminders: [10],
    quietWithin: 15,
    quietReminders: [10],
    brokerWithin: 30,
    ownerWithin: 10,
    /** Longer than whoever has to sign is asked, and the broker after them: by then nobody signs any more. */
    signedWithin: 45,
    openSuggestionsEach: 5,
    /** The most that are suggested to one another at once. */
    largestCircle: 4,
    /** A no is respected for so many days, whichever of the two said it. */
    refusalDays: 365,
    /** Whoever says "not now" is asked again after so many days. */
    notNowDays: { months_1: 30, months_3: 91, months_6: 183, months_12: 365 },
    referralWithin: 5,
    referralReminders: [3],
    lateReferralWithin: 10,
    /** Hints of one member that still wait for a broker. */
    openReferralsEach: 5,
    /** How long a suggestion counts as recent when they are shared out fairly. */
    exposureDays: 180,
    /** A ring whose weakest link scores less is none, and so many of the best are kept. */
    ringScore: 2,
    ringsShown: 200,
  },
  partnership: {
    acceptWithin: 10,
    acceptReminders: [3, 7],
    startWithin: 20,
    startReminders: [10, 17],
    brokerWithin: 10,
    /** Days after the start on which the parties are asked how it goes; after the last of them once a year. */
    rhythms: {
      standard: [30, 90, 180, 365],
      pairing_18: [90, 180, 270, 365, 455, 545],
      transfer_3_12_18_24: [90, 365, 545, 730],
    },
    checkInDaysBefore: [7],
    finaliseWithin: 40,
    finaliseReminders: [20, 35],
    suspendDays: 180,
    resumeDaysBefore: [7],
    dormantDays: 180,
    dormantDaysBefore: [90, 15],
    /** After the end, the parties are asked once more what stayed. */
    lookBackDays: 365,
  },
  checkIn: {
    answerDays: 14,
    answerDaysBefore: [7, 2],
    brokerWithin: 10,
    /** Missed so often in a row: by one party, the broker asks; by all, the partnership is dormant. */
    missesInARow: 2,
    /** A link in a mail may still be answered so long after the day. */
    linkDays: 30,
  },
  meeting: {
    slots: 3,
    minutes: 60,
    /** The furthest ahead that a slot is proposed. */
    slotDays: 365,
    answerReminderDays: [2, 5],
    recordDays: 5,
    recordDaysBefore: [6, 3],
    brokerWithin: 10,
  },
  milestone: {
    dueDaysBefore: [7, 1],
    brokerWithin: 10,
  },
  contribution: {
    confirmWithin: 10,
    confirmReminders: [5],
    brokerWithin: 10,
  },
  outcome: {
    countersignWithin: 15,
    countersignReminders: [5, 12],
    verifyWithin: 40,
    verifyReminders: [20, 35],
    settleWithin: 10,
    brokerWithin: 10,
  },
  screening: {
    /** What a service said of an organisation stands for so many days before it is asked again. */
    againDays: 180,
  },
  record: {
    periodDays: 365,
    /** Of fewer than this nothing is said: it would be chance, or somebody's own story. */
    fewest: 5,
    triageTarget: 3,
    topProviders: 5,
    /** A partnership lives when it does so long after its start. */
    aliveDays: 365,
    /** An open need without an introduction is unmet demand after so many days. */
    waitingDays: 60,
    /** The latest this many are looked at. */
    most: 5000,
  },
};
export type BrokeringTerms = typeof brokeringTerms;
