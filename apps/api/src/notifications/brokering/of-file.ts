import { brokeringTerms } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import type { Reason } from '@baraza/domain/notifications';
import { all, type Notice, type Notices, nobody } from './notices.ts';
import type { Happened } from './writing.ts';

// What hangs on a match or a partnership: check-ins, meetings, results.

type CheckedIn = Happened<'brokering.checkIn.moved'>;

export const checkInAsked: Notice<Happened<'brokering.checkIn.asked' | 'brokering.checkIn.moved'>> = (event, who) => {
  const dueAt = addDays(event.at, brokeringTerms.checkIn.answerDays).toISOString();
  const args = { what: 'brokering.step.checkIn', dueAt };
  return who.sides('brokering.checkInDue', event, event.data.organisationIds, { args });
};

export const checkInAnswered: Notice<Happened<'brokering.checkIn.answered'>> = async (event, who) =>
  event.data.deskWanted ? who.broker('brokering.deskWanted', event) : [];

export const ofCheckIns: Notices<CheckedIn['data']['move'], CheckedIn> = {
  // A look back that was planned has its day.
  ask: checkInAsked,
  // Told as answered.
  answer: nobody,
  complete: nobody,
  // Whoever was silent was reminded; silent twice, or wanted by a party, it is the broker's.
  lapse: nobody,
  refer: async (event, who) => {
    const step = await who.stakes.stepOn({ kind: 'check_in', id: event.data.checkInId });
    const args = { ...(step && { what: step.what }), dueAt: new Date(event.at).toISOString() };
    return who.broker('brokering.late', event, { args });
  },
  // The broker has written down what the parties said.
  settle: nobody,
  // The next one asks, or the work has ended and says so.
  drop: nobody,
};

type Met = Happened<'brokering.meeting.moved'>;
const everybody: Notice<Met> = (event, who) => who.sides('brokering.meetingChanged', event, event.data.organisationIds);

const invited: Notice<Met> = (event, who) =>
  who.otherSides('brokering.meetingProposed', event, event.data.organisationIds);

export const meetingProposed: Notice<Happened<'brokering.meeting.proposed'>> = (event, who) => {
  const { organisationIds, proposerId } = event.data;
  return who.sides(
    'brokering.meetingProposed',
    event,
    organisationIds.filter((id) => id !== proposerId),
  );
};

/** What was written down is read by those who were there. */
export const meetingRecorded: Notice<Happened<'brokering.meeting.recorded' | 'brokering.meeting.moved'>> = (
  event,
  who,
) => who.otherSides('brokering.meetingChanged', event, event.data.organisationIds);

export const ofMeetings: Notices<Met['data']['move'], Met> = {
  counter: invited,
  // One of several said yes; when the last one does, it is fixed.
  accept: nobody,
  fix: everybody,
  hold: meetingRecorded,
  noShow: meetingRecorded,
  cancel: everybody,
  lapse: everybody,
  endWithCase: everybody,
};

type Resulted = Happened<'brokering.outcome.moved'>;
export const outcomeToSign: Notice<Happened<'brokering.outcome.claimed' | 'brokering.outcome.moved'>> = (
  event,
  who,
) => {
  const { organisationIds, claimantId } = event.data;
  return who.sides(
    'brokering.outcomeToSign',
    event,
    organisationIds.filter((id) => id !== claimantId),
  );
};

const parties =
  (reason: Reason): Notice<Resulted> =>
  (event, who) =>
    who.sides(reason, event, event.data.organisationIds);

export const ofOutcomes: Notices<Resulted['data']['move'], Resulted> = {
  report: outcomeToSign,
  settle: outcomeToSign,
  countersign: async (event, who) =>
    who.members(
      'brokering.outcomeToSign',
      event,
      await who.recipients.role(['me_officer'], event.at, event.data.organisationIds),
    ),
  dispute: all(
    // Who claimed it, and who signed beside it: that signature is gone with it.
    (event, who) => who.otherSides('brokering.outcomeDisputed', event, event.data.organisationIds),
    (event, who) => who.broker('brokering.outcomeDisputed', event),
  ),
  verify: parties('brokering.outcomeSettled'),
  withdraw: parties('brokering.outcomeSettled'),
};
