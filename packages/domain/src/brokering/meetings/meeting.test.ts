import { describe, expect, it } from '@jest/globals';
import { aMatch, aMeeting, anActivePartnership, ctx, people, said, slots, start } from '../../../test/brokering.ts';
import { type Actor, addDays } from '../../kernel/index.ts';
import type { MatchFacts } from '../matches/index.ts';
import {
  type MeetingFacts,
  type MeetingInput,
  type MeetingMove,
  makeMeetingMove,
  mayRecordMeeting,
  meetingClock,
  meetingMovesFor,
  proposeMeeting,
  recordMeeting,
} from './index.ts';

const { delegate, otherDelegate, broker, ownBroker, rival, system } = people;
const decide = (meeting: MeetingFacts, move: MeetingMove, actor: Actor, input: MeetingInput = {}, now = start) =>
  makeMeetingMove(meeting, move, input, actor, now, ctx);
const move = (...args: Parameters<typeof decide>): MeetingFacts => ({ ...args[0], ...decide(...args).change });
const slot = slots[1] as Date;
const accepted = () => move(aMeeting(), 'accept', otherDelegate, { slot, delegate: 'Chen' });
const draft = { id: 'n2', topic: said('Deuxième leçon'), place: null, minutes: 60, slots, delegate: 'Bola' };
const what = { attendees: ['Bola', ' ', 'Chen'], note: said('Deux tournées réunies.') };
const next = { what: said('Envoyer le support'), ownerId: 'zhalantun', due: '2026-03-31' };

describe('a meeting', () => {
  it('is proposed by one of those introduced or one of the parties, with three slots to come', () => {
    const propose = (actor: Actor, more = {}, now = start) =>
      proposeMeeting({ match: aMatch() }, { ...draft, ...more }, actor, now, ctx);
    for (const who of [broker, rival]) expect(() => propose(who)).toThrow('not-permitted');
    expect(() => propose(delegate, { slots: slots.slice(1) })).toThrow('brokering.refuse.slotsAhead');
    expect(() => propose(delegate, { slots: [slot, slot, slot] })).toThrow('brokering.refuse.slotsAhead');
    expect(() => propose(delegate, {}, addDays(start, 4))).toThrow('brokering.refuse.slotsAhead');
    const far = [3, 4, 366].map((days) => addDays(start, days));
    expect(() => propose(delegate, { slots: far })).toThrow('brokering.refuse.slotsFar');
    expect(() => propose(delegate, { delegate: ' ' })).toThrow('brokering.refuse.delegateMissing');
    expect(propose(otherDelegate).meeting).toMatchObject({ proposerId: 'zhalantun', state: 'proposed' });
    const occasion = { match: aMatch({ state: 'suggested' }) };
    expect(() => proposeMeeting(occasion, draft, delegate, start, ctx)).toThrow('brokering.refuse.noMeetingNow');
    const over = { partnership: anActivePartnership({ state: 'closed' }) };
    expect(() => proposeMeeting(over, draft, delegate, start, ctx)).toThrow('brokering.refuse.noMeetingNow');
    const partnership = anActivePartnership();
    expect(proposeMeeting({ partnership }, draft, delegate, start, ctx).meeting.partnershipId).toBe('p1');
  });

  it('is fixed when the other side takes a slot and names who comes', () => {
    expect(() => move(aMeeting(), 'accept', delegate, { slot, delegate: 'Bola' })).toThrow('not-permitted');
    expect(() => move(aMeeting(), 'accept', otherDelegate, { slot, delegate: '' })).toThrow('delegateMissing');
    expect(() => move(aMeeting(), 'accept', otherDelegate, { slot: start, delegate: 'Chen' })).toThrow('noSuchSlot');
    expect(accepted()).toMatchObject({ state: 'accepted', chosen: slot });
    expect(accepted().sides.map((side) => side.delegate)).toEqual(['Bola', 'Chen']);
  });

  it('waits for the third side when there are three, on the slot the second took', () => {
    const meeting = aMeeting();
    const three = { ...meeting, sides: [...meeting.sides, { organisationId: 'kenya', delegate: null }] };
    const half = move(three, 'accept', otherDelegate, { slot, delegate: 'Chen' });
    expect(half).toMatchObject({ state: 'proposed', chosen: slot });
    expect(meetingClock.deadlineOf(half, start, ctx)).toMatchObject({ dueAt: slot, responsible: { id: 'kenya' } });
    expect(() => move(half, 'accept', rival, { slot: slots[2], delegate: 'Kamau' })).toThrow('noSuchSlot');
    expect(move(half, 'accept', rival, { slot, delegate: 'Kamau' }).state).toBe('accepted');
  });

  it('with other slots is the other side’s proposal, and the first is asked', () => {
    const other = [6, 7, 8].map((days) => addDays(start, days));
    const countered = move(aMeeting(), 'counter', otherDelegate, { slots: other, delegate: 'Chen' });
    expect(countered).toMatchObject({ proposerId: 'zhalantun', slots: other, chosen: null });
    expect(meetingClock.deadlineOf(countered, start, ctx)).toMatchObject({
      dueAt: other[2],
      responsible: { id: 'benin' },
    });
  });

  it('lapses when its last slot has gone by', () => {
    expect(() => move(aMeeting(), 'lapse', system, {}, slots[1])).toThrow('notDue');
    expect(move(aMeeting(), 'lapse', system, {}, slots[2])).toMatchObject({ state: 'cancelled', endReason: 'lapsed' });
  });

  it('closes only with who was there, what came of it, and who does what next by when', () => {
    const after = addDays(slot, 1);
    const hold = (input: MeetingInput, now = after) => move(accepted(), 'hold', delegate, input, now);
    expect(() => hold({ ...what, next }, start)).toThrow('brokering.refuse.meetingAhead');
    expect(meetingMovesFor(delegate, accepted(), start)).toEqual(['cancel']);
    expect(meetingMovesFor(delegate, accepted(), after)).toEqual(['hold', 'noShow', 'cancel']);
    expect(() => hold({ next, attendees: what.attendees })).toThrow('brokering.refuse.meetingUnsaid');
    expect(() => hold({ ...what, next, attendees: [' '] })).toThrow('brokering.refuse.attendeesMissing');
    expect(() => hold(what)).toThrow('brokering.refuse.nextMissing');
    expect(() => hold({ ...what, next: { ...next, ownerId: 'kenya' } })).toThrow('brokering.refuse.nextOwner');
    expect(hold({ ...what, next })).toMatchObject({
      state: 'held',
      outcome: { attendees: ['Bola', 'Chen'], next: { ownerId: 'zhalantun' } },
    });
  });

  it('that was never fixed here is written down afterwards by a party or by a broker without a stake', () => {
    const on = addDays(start, -3);
    const report = { id: 'n3', topic: said('Visite du marché'), place: null, on };
    const input: MeetingInput = { attendees: ['3 agents du port', ''], note: what.note, next };
    const record = (actor: Actor, said: MeetingInput = input, occasion: object = { match: aMatch() }, day = on) =>
      recordMeeting(occasion as { match: MatchFacts }, { ...report, on: day }, said, actor, start, ctx).meeting;
    for (const who of [delegate, otherDelegate, broker])
      expect(record(who)).toMatchObject({
        state: 'held',
        chosen: on,
        endedBy: who.id,
        endedAt: start,
        endNote: what.note,
        outcome: { attendees: ['3 agents du port'], next: { ownerId: 'zhalantun' } },
      });
    expect([delegate, otherDelegate, broker].map((who) => record(who).proposerId)).toEqual([
      'benin',
      'zhalantun',
      null,
    ]);
    expect(meetingClock.deadlineOf(record(broker), start, ctx)).toBeNull();
    expect(record(delegate, input, { partnership: anActivePartnership() })).toMatchObject({ partnershipId: 'p1' });
    for (const who of [rival, people.member]) expect(() => record(who)).toThrow('brokering.refuse.notPermitted');
    expect(() => record(ownBroker)).toThrow('brokering.refuse.ownOrganisation');
    expect(() => record(delegate, input, { match: aMatch() }, addDays(start, 1))).toThrow('meetingAhead');
    expect(() => record(delegate, { ...input, note: undefined })).toThrow('meetingUnsaid');
    expect(() => record(delegate, { ...input, attendees: [' '] })).toThrow('attendeesMissing');
    expect(() => record(delegate, { ...input, next: { ...next, ownerId: 'kenya' } })).toThrow('nextOwner');
    for (const over of [
      { match: aMatch({ state: 'suggested' }) },
      { partnership: anActivePartnership({ state: 'closed' }) },
    ]) {
      expect(() => record(delegate, input, over)).toThrow('noMeetingNow');
      expect(mayRecordMeeting(delegate, over)).toBe(false);
    }
    expect(mayRecordMeeting(broker, { match: aMatch() })).toBe(true);
  });

  it('that nobody wrote down becomes the broker’s task, and no partial broker’s', () => {
    const late = addDays(slot, 6);
    expect(meetingClock.nextStep(accepted(), people.visitor, late, ctx)).toMatchObject({
      who: 'member',
      what: 'brokering.step.chaseMeeting',
      missed: { responsible: { id: 'benin' } },
    });
    expect(meetingMovesFor(broker, accepted(), late)).toEqual(['cancel']);
    expect(meetingMovesFor(ownBroker, accepted(), late)).toEqual([]);
  });
});
