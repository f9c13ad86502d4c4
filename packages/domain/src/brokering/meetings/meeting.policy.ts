import { anyOf, belongsTo, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { impartialBroker, nobody } from '../rules.ts';
import { type MeetingFacts, partiesOfMeeting, unansweredSides } from './meeting.facts.ts';
import type { MeetingMove } from './meeting.machine.ts';

const side: Rule<MeetingFacts> = (actor, { sides }) => partyOf(actor, sides) !== undefined;
const asked: Rule<MeetingFacts> = (actor, meeting) => partyOf(actor, unansweredSides(meeting)) !== undefined;
const colleague: Rule<MeetingFacts> = (actor, { sides }) => sides.some((s) => belongsTo(actor, s.organisationId));
const broker = impartialBroker<MeetingFacts>(partiesOfMeeting);

export const meetingPolicy: Policy<'view' | MeetingMove, MeetingFacts> = {
  view: anyOf(colleague, broker),
  counter: asked,
  accept: asked,
  fix: nobody,
  hold: side,
  noShow: side,
  cancel: anyOf(side, broker),
  lapse: theSystem,
  endWithCase: theSystem,
};
