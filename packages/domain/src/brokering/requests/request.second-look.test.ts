import { describe, expect, it } from '@jest/globals';
import { ctx, inState, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  makeRequestMove,
  needsSecondLook,
  type RequestFacts,
  type RequestMove,
  requestClock,
  requestMovesFor,
} from './index.ts';

const { broker, otherBroker, lead, otherLead, focal, delegate } = people;
const move = (
  request: RequestFacts,
  asked: RequestMove,
  actor: Actor,
  input: MoveInput = {},
  now = start,
  context = ctx,
): RequestFacts => ({ ...request, ...makeRequestMove(request, asked, input, actor, now, context).change });
const flagged = inState('in_review', { safeguard: 'risk' });
const remedy: MoveInput = { reason: 'duplicate', note: said('Rejoindre la demande existante.') };

describe('publishing', () => {
  it('takes two brokers where a risk is flagged, or everybody reads what a newcomer wrote', () => {
    const newcomer = { ...ctx, verifiedSince: () => addDays(start, -29) };
    const unknown = { ...ctx, verifiedSince: () => null };
    const settled = { ...ctx, verifiedSince: () => addDays(start, -30) };
    const request = inState('in_review');
    const needs = (safeguard: RequestFacts['safeguard']) => needsSecondLook({ ...request, safeguard }, start, ctx);
    expect([null, 'observation', 'risk', 'escalated', 'red'].map((level) => needs(level as never))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect([newcomer, unknown, settled].map((context) => needsSecondLook(request, start, context))).toEqual([
      true,
      true,
      false,
    ]);
    expect(needsSecondLook({ ...request, visibility: 'members' }, start, newcomer)).toBe(false);
  });

  it('waits for another broker, who publishes it by agreeing', () => {
    const proposed = move(flagged, 'publish', broker);
    expect(proposed).toMatchObject({ state: 'in_review', publishedAt: null, proposal: { move: 'publish', by: 'uma' } });
    expect(requestClock.nextStep(proposed, otherBroker, start, ctx)).toMatchObject({
      who: 'desk',
      what: 'brokering.step.lookAgain',
    });
    expect(requestMovesFor(broker, proposed, start)).toEqual(['sendBack']);
    expect(requestMovesFor(otherBroker, proposed, start)).toEqual(['agree', 'sendBack']);
    expect(() => move(proposed, 'agree', broker)).toThrow('not-permitted');
    expect(() => move(proposed, 'agree', people.ownBroker)).toThrow('brokering.refuse.ownOrganisation');
    const published = move(proposed, 'agree', otherBroker);
    expect(published).toMatchObject({ state: 'published', publishedAt: start, proposal: null });
  });

  it('is the broker’s to decide again when nobody looks in time', () => {
    const proposed = move(flagged, 'publish', broker);
    const due = requestClock.deadlineOf(proposed, addDays(start, 60), ctx);
    expect(due).toMatchObject({ kind: 'sendBack', responsible: { kind: 'role', id: 'lead_broker' } });
    const at = due?.dueAt as Date;
    const back = move(proposed, 'sendBack', system, {}, at);
    expect(back).toMatchObject({ state: 'in_review', proposal: null, leaseUntil: addWorkingDays(at, 3, ctx.desk) });
    expect(requestMovesFor(broker, back, at)).toContain('publish');
  });

  it('is frozen by a red flag, for one broker as for two', () => {
    expect(() => move(inState('in_review', { safeguard: 'red' }), 'publish', broker)).toThrow('refuse.frozen');
    const proposed = { ...move(flagged, 'publish', broker), safeguard: 'red' as const };
    expect(() => move(proposed, 'agree', otherBroker)).toThrow('refuse.frozen');
    expect(requestMovesFor(otherBroker, proposed, start)).toEqual(['sendBack']);
  });
});

describe('declining', () => {
  const proposed = move(inState('in_review'), 'decline', broker, remedy);

  it('takes a lead broker, who declines it for the reason that was proposed', () => {
    expect(proposed).toMatchObject({ state: 'in_review', decline: null, proposal: { move: 'decline', ...remedy } });
    expect(() => move(proposed, 'agree', otherBroker)).toThrow('not-permitted');
    const { change, happening } = makeRequestMove(proposed, 'agree', {}, lead, start, ctx);
    expect(change).toMatchObject({ state: 'declined', decline: { ...remedy, by: ['uma', 'lena'] } });
    expect(happening.data).toMatchObject({ move: 'decline', reason: 'duplicate' });
  });

  it('falls when no lead broker agrees in time', () => {
    const due = requestClock.deadlineOf(proposed, start, ctx);
    expect(due).toMatchObject({ kind: 'sendBack', dueAt: addWorkingDays(start, 5, ctx.desk) });
    expect(move(proposed, 'sendBack', system, {}, due?.dueAt)).toMatchObject({ state: 'in_review', proposal: null });
  });

  const declined = move(proposed, 'agree', lead);

  it('stands when nobody appeals within twenty working days', () => {
    expect(() => move(declined, 'appeal', delegate, { note: said('Non.') })).toThrow('not-permitted');
    expect(() => move(declined, 'appeal', focal)).toThrow('brokering.refuse.groundsMissing');
    const due = requestClock.deadlineOf(declined, start, ctx)?.dueAt as Date;
    expect(move(declined, 'endDecline', system, {}, due)).toMatchObject({
      state: 'rejected',
      endReason: 'duplicate',
      endedBy: 'system',
      endNote: remedy.note,
    });
    expect(() => move(declined, 'endDecline', system, {}, addDays(due, -1))).toThrow('notDue');
  });

  const appealed = move(declined, 'appeal', focal, { note: said('Ce n’est pas la même demande.') });

  it('is judged on appeal by a lead broker who had no hand in it', () => {
    expect(requestMovesFor(lead, appealed, start)).toEqual([]);
    expect(requestMovesFor(broker, appealed, start)).toEqual([]);
    expect(requestMovesFor({ ...broker, roles: ['member', 'lead_broker'] }, appealed, start)).toEqual([]);
    expect(move(appealed, 'uphold', otherLead)).toMatchObject({
      state: 'rejected',
      endReason: 'duplicate',
      endedBy: 'leo',
    });
    const granted = move(appealed, 'grant', otherLead);
    expect(granted).toMatchObject({ state: 'in_review', claimedBy: 'leo', decline: null });
    expect(requestMovesFor(otherLead, granted, start)).toContain('publish');
  });

  it('is read anew by whoever takes it when no appeal is judged in time', () => {
    const due = requestClock.deadlineOf(appealed, addDays(start, 90), ctx);
    expect(due?.kind).toBe('readAnew');
    const anew = move(appealed, 'readAnew', system, {}, due?.dueAt);
    expect(anew).toMatchObject({ state: 'submitted', claimedBy: null, approvedBy: 'codjo', decline: null });
    expect(requestMovesFor(otherBroker, anew, due?.dueAt as Date)).toEqual(['claim']);
  });
});
