import { type Actor, addDays, can, Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { type Decision, defineMoves, type MoveForm, refuseUnsaid } from '../decide.ts';
import { isIntroduced, type MatchFacts, matchPolicy, partiesOfMatch, partyOf } from '../matches/index.ts';
import { refuseUnlessAhead } from '../milestones/index.ts';
import { isUnderWay, type PartnershipFacts, partiesOfPartnership, partnershipPolicy } from '../partnerships/index.ts';
import { notPermitted } from '../rules.ts';
import { type BrokeringContext, begun, ended, isBlank } from '../subject.ts';
import { meetingClock } from './meeting.clock.ts';
import type { AboutMeeting, MeetingHappening } from './meeting.events.ts';
import {
  type MeetingFacts,
  type MeetingInput,
  type MeetingOutcome,
  type MeetingSide,
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

/** As many as are asked for, each once, all still to come and none so far off that nobody could know. */
function slotsAhead(slots: readonly Date[] | undefined, now: Date, { terms }: BrokeringContext): readonly Date[] {
  const wanted = terms.meeting.slots;
  const times = [...new Set((slots ?? []).map((slot) => slot.getTime()))].sort((a, b) => a - b);
  if (times.length !== wanted || times.some((time) => time <= now.getTime()))
    throw refuse('brokering.refuse.slotsAhead', 'slots', { wanted });
  const days = terms.meeting.slotDays;
  if (times.some((time) => time > addDays(now, days).getTime()))
    throw refuse('brokering.refuse.slotsFar', 'slots', { days });
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

function outcomeOf(
  meeting: Pick<MeetingFacts, 'sides'>,
  { note, attendees, next }: MeetingInput,
  now: Date,
  ctx: BrokeringContext,
): MeetingOutcome {
  const names = (attendees ?? []).map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) throw refuse('brokering.refuse.attendeesMissing', 'attendees');
  if (!next || isBlank(next.what)) throw refuse('brokering.refuse.nextMissing', 'next');
  refuseUnlessAhead(next, partiesOfMeeting(meeting), now, ctx, { due: 'nextDue', ownerId: 'nextOwnerId' });
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
    hold: (meeting, input, _actor, now, ctx) => ({ outcome: outcomeOf(meeting, input, now, ctx) }),
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

interface MeetingNote {
  readonly id: string;
  readonly topic: LocalizedText;
  readonly place: string | null;
}
export interface MeetingDraft extends MeetingNote {
  readonly minutes: number;
  readonly slots: readonly Date[];
  readonly delegate: string;
}
export interface MeetingReport extends MeetingNote {
  /** When it was. */
  readonly on: Date;
}
type MeetingOccasion = { readonly match: MatchFacts } | { readonly partnership: PartnershipFacts };

const sidesOf = (parties: readonly string[]): readonly MeetingSide[] =>
  parties.map((organisationId) => ({ organisationId, delegate: null }));

/** Where a meeting belongs, whose it is, whether they meet now, and who may write one down. */
function meant(occasion: MeetingOccasion) {
  if ('match' in occasion) {
    const { match } = occasion;
    return {
      where: { matchId: match.id, partnershipId: null, claimedBy: match.request.claimedBy },
      sides: sidesOf(partiesOfMatch(match)),
      meets: isIntroduced(match),
      records: (actor: Actor) => can(matchPolicy, actor, 'recordMeeting', match),
    };
  }
  const { partnership } = occasion;
  return {
    where: { matchId: null, partnershipId: partnership.id, claimedBy: partnership.claimedBy },
    sides: sidesOf(partiesOfPartnership(partnership)),
    meets: isUnderWay(partnership),
    records: (actor: Actor) => can(partnershipPolicy, actor, 'recordMeeting', partnership),
  };
}

/** What a meeting is from the first, proposed or written down afterwards. */
function base({ where, sides, meets }: ReturnType<typeof meant>, { id, topic, place }: MeetingNote, now: Date) {
  if (!meets) throw new Refusal('unmet-condition', 'brokering.refuse.noMeetingNow');
  return { ...begun(now), ...where, sides, id, topic, place };
}

/** Proposed by one of those introduced, or one of the parties: three slots, and who comes for them. */
export function proposeMeeting(
  occasion: MeetingOccasion,
  draft: MeetingDraft,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const meaning = meant(occasion);
  const own = partyOf(actor, meaning.sides)?.organisationId;
  if (!own) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  const { sides, ...common } = base(meaning, draft, now);
  const meeting: MeetingFacts = {
    ...common,
    minutes: draft.minutes,
    state: meetingMachine.initial,
    proposerId: own,
    sides: sides.map((side) => (side.organisationId === own ? { ...side, delegate: named(draft.delegate) } : side)),
    slots: slotsAhead(draft.slots, now, ctx),
    chosen: null,
    outcome: null,
  };
  const happening: MeetingHappening = {
    name: 'brokering.meeting.proposed',
    stream: `meeting:${meeting.id}`,
    data: { ...about(meeting), proposerId: own },
  };
  return { meeting, happening, deadline: meetingClock.deadlineOf(meeting, now, ctx) };
}

/** They met without having fixed it here: a party or a broker writes down afterwards what `hold` would have asked for. */
export function recordMeeting(
  occasion: MeetingOccasion,
  report: MeetingReport,
  input: MeetingInput,
  actor: Actor,
  now: Date,
  ctx: BrokeringContext,
) {
  const meaning = meant(occasion);
  if (!meaning.records(actor)) throw notPermitted(actor, partiesOfMeeting(meaning));
  const common = base(meaning, report, now);
  if (report.on > now) throw refuse('brokering.refuse.meetingAhead', 'on');
  refuseUnsaid(meetingForms.hold, input);
  const meeting: MeetingFacts = {
    ...common,
    ...ended('held', input.note, actor, now),
    minutes: ctx.terms.meeting.minutes,
    state: 'held',
    proposerId: partyOf(actor, common.sides)?.organisationId ?? null,
    slots: [],
    chosen: report.on,
    outcome: outcomeOf(common, input, now, ctx),
  };
  const happening: MeetingHappening = {
    name: 'brokering.meeting.recorded',
    stream: `meeting:${meeting.id}`,
    data: about(meeting),
  };
  return { meeting, happening };
}

/** Whether the actor is offered to write one down. */
export function mayRecordMeeting(actor: Actor, occasion: MeetingOccasion): boolean {
  const { meets, records } = meant(occasion);
  return meets && records(actor);
}
