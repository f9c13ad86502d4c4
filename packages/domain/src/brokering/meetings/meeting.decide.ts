import { type Actor, Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { type Decision, defineMoves, type MoveForm } from '../decide.ts';
import { type MatchFacts, partiesOfMatch, partyOf } from '../matches/index.ts';
import { isUnderWay, type PartnershipFacts, partiesOfPartnership } from '../partnerships/index.ts';
import { type BrokeringContext, begun, isBlank } from '../subject.ts';
import { meetingClock } from './meeting.clock.ts';
import type { AboutMeeting, MeetingHappening } from './meeting.events.ts';
import {
  type MeetingFacts,
  type MeetingInput,
  type MeetingOutcome,
  partiesOfMeeting,
  unansweredSides,
} from './meeting.facts.ts';
import { type MeetingMove, type MeetingState, meetingMachine } from './meeting.machine.ts';
import { meetingPolicy } from './meeting.policy.ts';

export const meetingForms: Partial<Record<MeetingMove, MoveForm>> = {
  hold: { note: 'brokering.refuse.meetingUnsaid' },
  cancel: { reasons: ['timing', 'no_capacity', 'no_response', 'other'] },
  lapse: { reasons: ['lapsed'] },
  endWithCase: { reasons: ['case_ended'] },
};

const refuse = (sentence: `brokering.refuse.${string}`, path: string, args = {}): Refusal =>
  new Refusal('unmet-condition', sentence, args, path);

/** As many as are asked for, each once, all still to come. */
function slotsAhead(slots: readonly Date[] | undefined, now: Date, { terms }: BrokeringContext): readonly Date[] {
  const wanted = terms.meeting.slots;
  const times = [...new Set((slots ?? []).map((slot) => slot.getTime()))].sort((a, b) => a - b);
  if (times.length !== wanted || times.some((time) => time <= now.getTime()))
    throw refuse('brokering.refuse.slotsAhead', 'slots', { wanted });
  return times.map((time) => new Date(time));
}

function named(delegate: string | undefined): string {
  const name = delegate?.trim();
  if (!name) throw refuse('brokering.refuse.delegateMissing', 'delegate');
  return name;
}

const withDelegate = (meeting: MeetingFacts, actor: Actor, { delegate }: MeetingInput) => {
  const own = partyOf(actor, unansweredSides(meeting));
  return meeting.sides.map((side) => (side === own ? { ...side, delegate: named(delegate) } : side));
};

function taken(meeting: MeetingFacts, input: MeetingInput, actor: Actor, now: Date): Partial<MeetingFacts> {
  const { slot } = input;
  const open = meeting.chosen ? [meeting.chosen] : meeting.slots;
  const chosen = open.find((one) => one.getTime() === slot?.getTime());
  if (!chosen || chosen <= now) throw refuse('brokering.refuse.noSuchSlot', 'slot');
  return { chosen, sides: withDelegate(meeting, actor, input) };
}

function outcomeOf(meeting: MeetingFacts, { note, attendees, next }: MeetingInput): MeetingOutcome {
  const names = (attendees ?? []).map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) throw refuse('brokering.refuse.attendeesMissing', 'attendees');
  if (!next || isBlank(next.what)) throw refuse('brokering.refuse.nextMissing', 'next');
  if (!partiesOfMeeting(meeting).includes(next.ownerId)) throw refuse('brokering.refuse.nextOwner', 'nextOwnerId');
  return { attendees: names, said: note as LocalizedText, next };
}

const { movesFor, makeMove } = defineMoves<MeetingState, MeetingMove, MeetingFacts, MeetingInput>({
  machine: meetingMachine,
  policy: meetingPolicy,
  clock: meetingClock,
  partiesOf: partiesOfMeeting,
  forms: meetingForms,
  timed: ['lapse'],
  guards: {
    hold: ({ chosen }, now) => (chosen && chosen > now ? 'brokering.refuse.meetingAhead' : null),
    noShow: ({ chosen }, now) => (chosen && chosen > now ? 'brokering.refuse.meetingAhead' : null),
  },
  completes: (meeting, move) => (move === 'accept' && unansweredSides(meeting).length === 1 ? 'fix' : move),
  effects: {
    // Whoever offers other slots proposes it from now on; the others are asked again.
    counter: (meeting, { slots, delegate }, actor, now, ctx) => {
      const own = partyOf(actor, unansweredSides(meeting))?.organisationId ?? meeting.proposerId;
      const name = named(delegate);
      return {
        slots: slotsAhead(slots, now, ctx),
        chosen: null,
        proposerId: own,
        sides: meeting.sides.map((side) => ({ ...side, delegate: side.organisationId === own ? name : null })),
      };
    },
    accept: taken,
    fix: taken,
    hold: (meeting, input) => ({ outcome: outcomeOf(meeting, input) }),
  },
});

export const meetingMovesFor = movesFor;

const about = (meeting: MeetingFacts): AboutMeeting => ({
  meetingId: meeting.id,
  matchId: meeting.matchId,
  partnershipId: meeting.partnershipId,
  organisationIds: partiesOfMeeting(meeting),
});

export function makeMeetingMove(
  meeting: MeetingFacts,
  asked: MeetingMove,
  input: MeetingInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
): Decision<MeetingFacts, MeetingHappening> {
  const { change, deadline, move, from, to, reason } = makeMove(meeting, asked, input, actor, now, ctx);
  const data = { ...about(meeting), move, from, to, reason };
  return { change, deadline, happening: { name: 'brokering.meeting.moved', stream: `meeting:${meeting.id}`, data } };
}

export interface MeetingDraft {
  readonly id: string;
  readonly topic: LocalizedText;
  readonly place: string | null;
  readonly minutes: number;
  readonly slots: readonly Date[];
  readonly delegate: string;
}
type Occasion = { readonly match: MatchFacts } | { readonly partnership: PartnershipFacts };

/** Proposed by one of those introduced, or one of the parties: three slots, and who comes for them. */
export function proposeMeeting(
  occasion: Occasion,
  { id, topic, place, minutes, slots, delegate }: MeetingDraft,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const match = 'match' in occasion ? occasion.match : null;
  const partnership = 'partnership' in occasion ? occasion.partnership : null;
  const parties = match ? partiesOfMatch(match) : partnership ? partiesOfPartnership(partnership) : [];
  const own = partyOf(
    actor,
    parties.map((organisationId) => ({ organisationId })),
  );
  if (!own) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  const open = match
    ? match.state === 'introduced' || match.state === 'scoping'
    : partnership && isUnderWay(partnership);
  if (!open) throw new Refusal('unmet-condition', 'brokering.refuse.noMeetingNow');
  const meeting: MeetingFacts = {
    ...begun(now),
    id,
    topic,
    place,
    minutes,
    state: meetingMachine.initial,
    matchId: match?.id ?? null,
    partnershipId: partnership?.id ?? null,
    claimedBy: match ? match.request.claimedBy : (partnership?.claimedBy ?? null),
    proposerId: own.organisationId,
    sides: parties.map((organisationId) => ({
      organisationId,
      delegate: organisationId === own.organisationId ? named(delegate) : null,
    })),
    slots: slotsAhead(slots, now, ctx),
    chosen: null,
    outcome: null,
  };
  const happening: MeetingHappening = {
    name: 'brokering.meeting.proposed',
    stream: `meeting:${id}`,
    data: { ...about(meeting), proposerId: meeting.proposerId },
  };
  return { meeting, happening, deadline: meetingClock.deadlineOf(meeting, now, ctx) };
}
