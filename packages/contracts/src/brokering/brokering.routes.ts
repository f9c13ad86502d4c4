import { z } from 'zod';
import { defineRoutes, Id, Paging, pageOf } from '../kernel/index.ts';
import { Line } from '../search/index.ts';
import { brokeringEndpoints } from './brokering.endpoints.ts';
import {
  ClarificationBody,
  ClarificationView,
  FlagBody,
  FlagChange,
  HandOverBody,
  LinesBody,
  NoteBody,
  Tap,
} from './case.schema.ts';
import { CheckInBody, CheckInView, LinkedCheckIn } from './check-in.schema.ts';
import { DeskCounts, DeskFilter, DeskPage, Mine, Workload } from './desk.schema.ts';
import { ExpressionDraftBody, ExpressionRevisionBody, ExpressionView, Responsiveness } from './expression.schema.ts';
import { MatchView, Referral, ReferralBody, SuggestionBody } from './match.schema.ts';
import { MeetingAcceptance, MeetingCounter, MeetingProposal, MeetingRecord, MeetingView } from './meeting.schema.ts';
import { OutcomeBody, OutcomeReport, OutcomeView } from './outcome.schema.ts';
import {
  PartnershipAmendment,
  PartnershipCard,
  PartnershipFilter,
  PartnershipProposal,
  PartnershipView,
  Signature,
} from './partnership.schema.ts';
import { Message, MessageBody, MoveBody } from './parts.schema.ts';
import { PromiseRecord, RecordFilter, UnmetDemand } from './record.schema.ts';
import { ContributionBody, MilestoneBody } from './records.schema.ts';
import {
  RequestCard,
  RequestDraftBody,
  RequestFacets,
  RequestFilter,
  RequestRevisionBody,
  RequestView,
} from './request.schema.ts';

const byRef = z.object({ ref: z.string().max(20) });
const byId = z.object({ id: Id });
const byToken = z.object({ token: z.string().max(100) });
const desk = ['broker', 'lead_broker'] as const;

const requestMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byRef, body: MoveBody, response: RequestView }) as const;
const expressionMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: ExpressionView }) as const;
const clarificationMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: ClarificationView }) as const;
const matchMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: MatchView }) as const;
const partnershipMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byRef, body: MoveBody, response: PartnershipView }) as const;

const checkInMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, response: CheckInView }) as const;
const meetingMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, response: MeetingView }) as const;
const outcomeMove = <const S extends string>(summary: S) =>
  ({ summary, access: 'member', params: byId, body: MoveBody, response: OutcomeView }) as const;

export const brokering = defineRoutes('brokering', brokeringEndpoints, {
  requests: {
    summary: 'Published requests the reader may see, newest first',
    access: 'anyone',
    query: RequestFilter,
    response: pageOf(RequestCard),
  },
  requestFacets: {
    summary: 'How many requests each further filter would leave, and whose they are',
    access: 'anyone',
    query: RequestFilter,
    response: RequestFacets,
  },
  unmet: { summary: 'Needs that nobody has met, by goal and region', access: 'anyone', response: UnmetDemand },
  promise: {
    summary: 'What the house promises, and how it kept it',
    access: 'anyone',
    query: RecordFilter,
    response: PromiseRecord,
  },
  request: { summary: 'One request', access: 'anyone', params: byRef, response: RequestView },
  draftRequest: {
    summary: 'Write down a need, an offer or an exchange',
    access: 'member',
    status: 201,
    body: RequestDraftBody,
    response: RequestView,
  },
  reviseRequest: {
    summary: 'Write it anew: what is left out is emptied',
    access: 'member',
    params: byRef,
    body: RequestRevisionBody,
    response: RequestView,
  },
  submitRequest: requestMove('Send it to the desk; a focal point thereby stands behind it'),
  approveRequest: requestMove('Stand behind what a delegate submitted'),
  claimRequest: requestMove('Take the case, or keep it a while longer'),
  releaseClaimRequest: requestMove('Give the case back'),
  askRequest: requestMove('Ask the requester a question before deciding'),
  answerRequest: requestMove("Answer the broker's question"),
  publishRequest: requestMove('Open it to answers'),
  declineRequest: requestMove('Decline it, with a reason and what would make it acceptable'),
  agreeRequest: requestMove('Agree, as the second, to what another broker proposed'),
  sendBackRequest: requestMove('Not as it was proposed: the review goes on'),
  appealRequest: requestMove('Ask another lead broker to read what was declined'),
  upholdRequest: requestMove('Leave it declined, for good'),
  grantRequest: requestMove('Take what was declined into review again'),
  holdRequest: requestMove('Put it on hold until a day; the clocks of what hangs on it stand still'),
  resumeRequest: requestMove('Go on before that day'),
  confirmRequest: requestMove('Say that it still stands'),
  reactivateRequest: requestMove('Open an expired one again'),
  carryOnRequest: requestMove('Say that the search goes on although it is quiet'),
  keepOpenRequest: requestMove('Keep the rest of it open after a partnership'),
  closeRequest: requestMove('Close it, with the reason'),
  withdrawRequest: requestMove('Take it back'),
  suggestPartner: {
    summary: 'Suggest an organisation to the requester, and the requester to it',
    access: desk,
    params: byRef,
    body: SuggestionBody,
    response: MatchView,
  },

  markLines: {
    summary: 'Say what became of each line',
    access: 'member',
    params: byRef,
    body: LinesBody,
    response: RequestView,
  },
  handOver: {
    summary: 'Give the case to another broker',
    access: ['lead_broker'],
    params: byRef,
    body: HandOverBody,
    response: RequestView,
  },
  writeNote: {
    summary: 'Keep a private note with the case',
    access: desk,
    params: byRef,
    body: NoteBody,
    response: RequestView,
  },
  raiseFlag: {
    summary: 'Flag a risk; read by the desk only',
    access: desk,
    params: byRef,
    body: FlagBody,
    response: RequestView,
  },
  changeFlag: {
    summary: 'Raise, lower or clear a flag; from red only by a lead broker',
    access: desk,
    params: byId,
    body: FlagChange,
    response: RequestView,
  },
  alreadyThere: {
    summary: 'Requests, threads and stories like what somebody is writing',
    access: 'member',
    query: z.object({ q: z.string().trim().max(200) }),
    response: z.object({ items: z.array(Line) }),
  },
  tap: {
    summary: 'What the button of a mail would do; nothing is done by looking',
    access: 'anyone',
    params: byToken,
    response: Tap,
  },
  pressTap: {
    summary: 'Do it, once, for whom the mail was written to',
    access: 'anyone',
    params: byToken,
    response: Tap,
    perMinute: 10,
  },

  askClarification: {
    summary: 'Ask about a published request, for everybody to read or in private',
    access: 'member',
    status: 201,
    params: byRef,
    body: ClarificationBody,
    response: ClarificationView,
  },
  answerClarification: clarificationMove('Answer what another organisation asked'),
  withdrawClarification: clarificationMove('Take the question back'),

  referPartner: {
    summary: 'Tell the brokers who has done this; neither side hears of it before they send it on',
    access: 'member',
    status: 201,
    params: byRef,
    body: ReferralBody,
    response: Referral,
  },

  expressions: {
    summary: 'The expressions of interest in a request that the reader may see, newest first',
    access: 'member',
    params: byRef,
    query: z.object(Paging),
    response: pageOf(ExpressionView),
  },
  expression: { summary: 'One expression of interest', access: 'member', params: byId, response: ExpressionView },
  draftExpression: {
    summary: 'Answer a request',
    access: 'member',
    status: 201,
    params: byRef,
    body: ExpressionDraftBody,
    response: ExpressionView,
  },
  reviseExpression: {
    summary: 'Write it anew before it is sent',
    access: 'member',
    params: byId,
    body: ExpressionRevisionBody,
    response: ExpressionView,
  },
  sendExpression: expressionMove('Send it to the requester'),
  seeExpression: {
    summary: 'Say that the requester has read it; nothing happens when they had',
    access: 'member',
    params: byId,
    response: ExpressionView,
  },
  discussExpression: expressionMove('Ask the sender about it'),
  replyExpression: {
    summary: 'Write to the other side of it',
    access: 'member',
    params: byId,
    body: MessageBody,
    response: ExpressionView,
  },
  acceptExpression: expressionMove('Say yes for the requester'),
  confirmExpression: expressionMove('Say yes for the sender: contacts open to both'),
  declineExpression: expressionMove('Decline it, with a reason or some words'),
  withdrawExpression: expressionMove('Take it back'),

  match: {
    summary: 'A match, with contacts once open and its private room',
    access: 'member',
    params: byId,
    response: MatchView,
  },
  sendMatch: matchMove("Send a member's hint on to both sides"),
  setAsideMatch: matchMove("Put a member's hint aside, with the reason"),
  seeMatch: {
    summary: 'Say that a side has read the suggestion; nothing happens when it had',
    access: 'member',
    params: byId,
    response: MatchView,
  },
  notNowMatch: matchMove('Ask to be asked again later; the other side is asked meanwhile'),
  sayYesMatch: matchMove('Say yes to a suggestion; the last yes introduces'),
  sayNoMatch: matchMove('Say no to a suggestion; the other side reads that it was not pursued'),
  scopeMatch: matchMove('Begin to work out what to do together'),
  dropMatch: matchMove('Let it go, with the reason'),
  messages: {
    summary: 'The private room of those introduced, newest first',
    access: 'member',
    params: byId,
    query: z.object(Paging),
    response: pageOf(Message),
  },
  writeMessage: {
    summary: 'Write into the private room',
    access: 'member',
    status: 201,
    params: byId,
    body: MessageBody,
    response: Message,
  },

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
  verifyOutcome: outcomeMove('Verify it, as an officer without a stake'),
  withdrawOutcome: outcomeMove('Take it back, with the reason'),

  desk: {
    summary: "The brokers' queue, most urgent first; cases of the reader's own organisations are left out",
    access: desk,
    query: DeskFilter,
    response: DeskPage,
  },
  deskCounts: { summary: 'How many cases stand in each view of the desk', access: desk, response: DeskCounts },
  workload: { summary: 'Cases and steps of each broker', access: desk, response: Workload },
  responsiveness: {
    summary: 'How often an organisation answered what was sent to it within the time',
    access: 'anyone',
    params: z.object({ slug: z.string().max(80) }),
    response: Responsiveness,
  },
  mine: {
    summary: 'What waits for the reader and theirs, and what they have under way',
    access: 'member',
    response: Mine,
  },
});
