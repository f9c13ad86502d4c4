export const urgencies = ['now', 'digest', 'silent'] as const;
export type Urgency = (typeof urgencies)[number];

/** In the product, by e-mail at once, or in the daily digest. */
export const channels = ['app', 'mail', 'digest'] as const;
export type Channel = (typeof channels)[number];

export interface ReasonTerms {
  readonly urgency: Urgency;
  readonly channels: readonly Channel[];
  /** Something waits for this person: it can be quieted, never lost. */
  readonly duty: boolean;
  /** One for each recipient and matter in so many hours; `once` is once ever of a subject. */
  readonly every: number | 'once';
}

const duty = { urgency: 'now', channels: ['app', 'mail'], duty: true, every: 24 } as const;
/** It may be wanted again on the same day, by a second question or a second offer. */
const dutyAnew = { ...duty, every: 1 } as const;
const news = { urgency: 'now', channels: ['app', 'mail'], duty: false, every: 1 } as const;
const oneNews = { ...news, every: 'once' } as const;
const digest = { urgency: 'digest', channels: ['app', 'digest'], duty: false, every: 24 } as const;
const oneDigest = { ...digest, every: 'once' } as const;

/** Every reason somebody may be written to, and nothing else is one. `<room>.<what>`. */
export const reasons = {
  'brokering.approvalNeeded': duty,
  'brokering.reviewNeeded': dutyAnew,
  'brokering.claimed': news,
  'brokering.questionAsked': dutyAnew,
  'brokering.published': oneNews,
  // After an appeal it may be declined a second time.
  'brokering.declined': news,
  'brokering.parked': news,
  'brokering.expired': duty,
  'brokering.reasonWanted': duty,
  'brokering.appealDecided': news,
  'brokering.caseHandedOver': duty,
  'brokering.focalPointNeeded': duty,
  'brokering.flagRaised': news,
  'brokering.onHold': news,
  'brokering.goesOn': news,
  'brokering.clarificationAsked': duty,
  'brokering.clarificationAnswered': oneNews,
  'brokering.suggested': duty,
  'brokering.matching': oneDigest,
  'brokering.offerReceived': duty,
  'brokering.referralReceived': duty,
  'brokering.circle': duty,
  'brokering.askedAgain': duty,
  'brokering.expressionReceived': duty,
  'brokering.expressionSeen': digest,
  'brokering.expressionAccepted': oneNews,
  'brokering.expressionDeclined': oneNews,
  'brokering.expressionWithdrawn': oneNews,
  'brokering.confirmNeeded': duty,
  'brokering.introduced': oneNews,
  // A conversation is one notice, not one for each thing that is said.
  'brokering.messageWritten': { ...news, every: 4 },
  'brokering.dropped': oneNews,
  'brokering.partnershipProposed': duty,
  'brokering.partnershipAccepted': digest,
  'brokering.partnershipAgreed': oneNews,
  'brokering.partnerFound': duty,
  'brokering.partnershipStarted': oneDigest,
  'brokering.partnershipChanged': news,
  'brokering.milestoneReached': digest,
  'brokering.contributionToConfirm': duty,
  'brokering.checkInDue': duty,
  'brokering.deskWanted': duty,
  'brokering.meetingProposed': dutyAnew,
  'brokering.meetingChanged': news,
  'brokering.outcomeToSign': duty,
  'brokering.outcomeDisputed': duty,
  'brokering.outcomeSettled': digest,
  'brokering.reminder': duty,
  'brokering.late': duty,
  'brokering.lapsed': oneNews,
  'brokering.ended': oneNews,
  'brokering.requestEnded': oneDigest,
  'brokering.followedEnded': oneDigest,
  'brokering.renewalDue': duty,
  'forums.quoted': news,
  'forums.mentioned': news,
  'forums.reply': digest,
  'forums.newPost': news,
  'forums.answerAccepted': digest,
  'forums.resolved': digest,
  'forums.reopened': news,
  'qa.published': oneNews,
  'qa.dismissed': oneNews,
  'qa.onAir': oneNews,
  'qa.answered': oneNews,
  'qa.followUpDue': duty,
  'members.affiliationAsked': duty,
  'members.affiliationVerified': oneNews,
  'members.affiliationRevoked': oneNews,
  'members.affiliationEnding': duty,
  'members.roleGiven': oneNews,
  'clusters.joinAsked': duty,
  'clusters.admitted': oneNews,
  'clusters.invited': oneNews,
  'programme.sessionSoon': oneNews,
  'programme.sessionChanged': news,
  'programme.sessionCancelled': oneNews,
  'knowledge.faqPublished': oneNews,
  'knowledge.reviewDue': duty,
} as const satisfies Record<string, ReasonTerms>;

export type Reason = keyof typeof reasons;
export const reasonNames = Object.keys(reasons) as [Reason, ...Reason[]];
export const termsOf = (reason: Reason): ReasonTerms => reasons[reason];
