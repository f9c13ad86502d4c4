import { addDays } from '../../kernel/index.ts';
import { brokerOr, defineClock, organisation, type Plans } from '../clock.ts';
import { type MeetingFacts, partiesOfMeeting, unansweredSides } from './meeting.facts.ts';
import type { MeetingMove, OpenMeetingState } from './meeting.machine.ts';

/** When the last of its slots has gone by, nobody can take one any more. */
const lastSlot = ({ slots, chosen, stateSince }: MeetingFacts): Date =>
  chosen ?? new Date(Math.max(stateSince.getTime(), ...slots.map((slot) => slot.getTime())));

const proposerOf = (meeting: MeetingFacts): string => meeting.proposerId ?? partiesOfMeeting(meeting)[0] ?? '';

const plans: Plans<OpenMeetingState, MeetingFacts, MeetingMove> = {
  proposed: (meeting, { terms: { meeting: t } }) => ({
    since: meeting.lastActivityAt,
    rungs: [
      {
        who: organisation(unansweredSides(meeting)[0]?.organisationId ?? proposerOf(meeting)),
        what: 'brokering.step.answerMeeting',
        until: lastSlot(meeting),
        remind: t.answerReminderDays.map((days) => addDays(meeting.lastActivityAt, days)),
        otherwise: 'lapse',
      },
    ],
  }),

  // Until it has taken place and for some days after; before that its day is what the reminders are about.
  accepted: (meeting, { terms: { meeting: t } }) => {
    const until = addDays(meeting.chosen ?? meeting.stateSince, t.recordDays);
    return {
      since: meeting.stateSince,
      rungs: [
        {
          who: organisation(proposerOf(meeting)),
          what: 'brokering.step.recordMeeting',
          until,
          remind: t.recordDaysBefore.map((days) => addDays(until, -days)),
          otherwise: 'escalate',
        },
        {
          who: brokerOr(meeting.claimedBy),
          what: 'brokering.step.chaseMeeting',
          within: t.brokerWithin,
          otherwise: 'again',
        },
      ],
    };
  },
};

export const meetingClock = defineClock('meeting', plans);
