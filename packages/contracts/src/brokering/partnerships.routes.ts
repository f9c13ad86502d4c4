import { defineShapes, pageOf } from '../kernel/index.ts';
import { CheckInBody, CheckInView, LinkedCheckIn } from './check-in.schema.ts';
import { byId, byRef, byToken } from './keys.ts';
import {
  MeetingAcceptance,
  MeetingCounter,
  MeetingProposal,
  MeetingRecord,
  MeetingReport,
  MeetingView,
} from './meeting.schema.ts';
import { OutcomeBody, OutcomeReport, OutcomeVerification, OutcomeView } from './outcome.schema.ts';
import {
  PartnershipAmendment,
  PartnershipCard,
  PartnershipFilter,
  PartnershipProposal,
  PartnershipView,
  Signature,
} from './partnership.schema.ts';
import { MoveBody } from './parts.schema.ts';
import { ContributionBody, MilestoneBody, MilestonePlan } from './records.schema.ts';

const partnershipMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byRef, body: MoveBody, response: PartnershipView }) as const;
const checkInMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, response: CheckInView }) as const;
const meetingMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, response: MeetingView }) as const;
const outcomeMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: OutcomeView }) as const;

export const partnershipsRoutes = defineShapes({
  partnerships: {
    summary: 'Partnerships the reader may see, newest first',
    access: 'anyone',
    query: PartnershipFilter,
    response: pageOf(PartnershipCard),
  },
  partnership: { summary: 'One partnership', access: 'anyone', params: byRef, response: PartnershipView },
  proposePartnership: {
    summary: 'Put what was found together into words, for every party to accept',
    access: 'member',
    status: 201,
    params: byId,
    body: PartnershipProposal,
    response: PartnershipView,
  },
  amendPartnership: {
    summary: 'Change the words; everybody is asked again',
    access: 'member',
    params: byRef,
    body: PartnershipAmendment,
    response: PartnershipView,
  },
  acceptPartnership: {
    summary: 'Sign for a party as its focal point; the last signature agrees it',
    access: 'member',
    params: byRef,
    body: Signature,
    response: PartnershipView,
  },
  startPartnership: partnershipMove('Say that work has begun'),
  finalisePartnership: partnershipMove('Say that the work is done and the results are being gathered'),
  suspendPartnership: partnershipMove('Let it rest until a day, with the reason'),
  resumePartnership: partnershipMove('Go on before that day'),
  wakePartnership: partnershipMove('Say that a dormant one goes on'),
  closePartnership: partnershipMove('Close it, with the reason'),
  cancelPartnership: partnershipMove('Give it up, with the reason'),
  planMilestone: {
    summary: 'Write down a step of the work, whose it is and by when',
    access: 'member',
    status: 201,
    params: byRef,
    body: MilestoneBody,
    response: PartnershipView,
  },
  reachMilestone: { summary: 'It is reached', access: 'member', params: byId, response: PartnershipView },
  dropMilestone: { summary: 'It is given up', access: 'member', params: byId, response: PartnershipView },
  replanMilestone: {
    summary: 'It is done on another day, or by another party',
    access: 'member',
    params: byId,
    body: MilestonePlan,
    response: PartnershipView,
  },
  giveContribution: {
    summary: 'Write down what one gives, in its own unit',
    access: 'member',
    status: 201,
    params: byRef,
    body: ContributionBody,
    response: PartnershipView,
  },
  confirmContribution: {
    summary: 'Confirm, for another party, that it was given',
    access: 'member',
    params: byId,
    response: PartnershipView,
  },
  withdrawContribution: {
    summary: 'Take it back before it is confirmed, with the reason',
    access: 'member',
    params: byId,
    body: MoveBody,
    response: PartnershipView,
  },
  answerCheckIn: { ...checkInMove('Say for a party how it goes; each party answers for itself'), body: CheckInBody },
  settleCheckIn: { ...checkInMove('Say what a party told the desk that had not answered'), body: MoveBody },
  linkedCheckIn: {
    summary: 'The five questions, by the link in a mail; nothing is done by looking',
    access: 'anyone',
    params: byToken,
    response: LinkedCheckIn,
  },
  answerLinkedCheckIn: {
    summary: 'Answer them, once, for the party the mail was written to',
    access: 'anyone',
    params: byToken,
    body: CheckInBody,
    response: LinkedCheckIn,
    perMinute: 10,
  },
  meetForMatch: {
    summary: 'Propose to those introduced to meet: three slots, and who comes',
    access: 'member',
    status: 201,
    params: byId,
    body: MeetingProposal,
    response: MeetingView,
  },
  meetForPartnership: {
    summary: 'Propose to the parties to meet: three slots, and who comes',
    access: 'member',
    status: 201,
    params: byRef,
    body: MeetingProposal,
    response: MeetingView,
  },
  recordMeetingForMatch: {
    summary: 'Write down a meeting of those introduced that took place without having been fixed here',
    access: 'member',
    status: 201,
    params: byId,
    body: MeetingReport,
    response: MeetingView,
  },
  recordMeetingForPartnership: {
    summary: 'Write down a meeting of the parties that took place without having been fixed here',
    access: 'member',
    status: 201,
    params: byRef,
    body: MeetingReport,
    response: MeetingView,
  },
  counterMeeting: { ...meetingMove('Propose three other slots'), body: MeetingCounter },
  acceptMeeting: { ...meetingMove('Take one of the slots and say who comes'), body: MeetingAcceptance },
  holdMeeting: { ...meetingMove('Write down who came, what came of it, and who does what next'), body: MeetingRecord },
  noShowMeeting: { ...meetingMove('Say that it did not take place'), body: MoveBody },
  cancelMeeting: { ...meetingMove('Call it off'), body: MoveBody },
  claimOutcome: {
    summary: 'Say what came of it, in figures that can be checked',
    access: 'member',
    status: 201,
    params: byRef,
    body: OutcomeBody,
    response: OutcomeView,
  },
  reportOutcome: { ...outcomeMove('Add a further figure; it is to be countersigned anew'), body: OutcomeReport },
  countersignOutcome: outcomeMove('Stand behind it for another party than the one that claims it'),
  disputeOutcome: outcomeMove('Say what speaks against it'),
  settleOutcome: outcomeMove('Say how a dispute was settled'),
  verifyOutcome: {
    ...outcomeMove('Verify it, as an officer without a stake, or record who outside did'),
    body: OutcomeVerification,
  },
  withdrawOutcome: outcomeMove('Take it back, with the reason'),
});
