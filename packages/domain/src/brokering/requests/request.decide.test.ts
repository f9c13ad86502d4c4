import { describe, expect, it } from '@jest/globals';
import { aRequest, ctx, inState, people, said, start } from '../../../test/brokering.ts';
import { type Actor, addDays, addWorkingDays, system } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import {
  draftRequest,
  makeRequestMove,
  missingOf,
  type RequestFacts,
  type RequestMove,
  requestClock,
  requestFormsOf,
  requestMovesFor,
} from './index.ts';

const { author, delegate, focal, broker } = people;

const move = (
  request: RequestFacts,
  asked: RequestMove,
  actor: Actor,
  input: MoveInput = {},
  now = start,
): RequestFacts => ({ ...request, ...makeRequestMove(request, asked, input, actor, now, ctx).change });

describe('drafting and sending a request', () => {
  it('is begun by anybody of the organisation, and by nobody else', () => {
    const draft = { id: 'r2', kind: 'offer', organisationId: 'benin' } as const;
    const { request, happening, deadline } = draftRequest(draft, author, start, ctx);
    expect(request).toMatchObject({ state: 'draft', authorId: 'afi', visibility: 'public' });
    expect(happening).toMatchObject({ name: 'brokering.request.drafted', stream: 'request:r2' });
    expect(deadline).toMatchObject({ subject: 'request:r2', kind: 'archive', dueAt: addDays(start, 180) });
    expect(() => draftRequest(draft, people.rival, start, ctx)).toThrow('notOfThisOrganisation');
  });

  it('names every missing field of the minimum', () => {
    const bare = aRequest({ context: null, whatWeBring: said('  '), modalities: [], window: null });
    expect(missingOf(bare)).toEqual(['context', 'whatWeBring', 'modalities', 'window']);
    expect(() => move(bare, 'submit', focal)).toThrow(
      expect.objectContaining({
        code: 'unmet-condition',
        sentence: 'brokering.refuse.incomplete',
        path: 'context',
        fields: ['context', 'whatWeBring', 'modalities', 'window.start'].map((path) =>
          expect.objectContaining({ path, sentence: 'brokering.refuse.stillNeeded' }),
        ),
        args: {
          title: 'there',
          context: 'missing',
          wantedResult: 'there',
          whatWeBring: 'missing',
          modalities: 'missing',
          themes: 'there',
          window: 'missing',
        },
      }),
    );
    expect(missingOf(aRequest({ window: { start: '2026-05-01', end: '2026-04-30' } }))).toEqual(['window']);
  });

  it('waits, when a delegate sent it, for the focal point before any broker may claim it', () => {
    const sent = move(aRequest(), 'submit', delegate);
    expect(sent.approvedBy).toBeNull();
    expect(requestMovesFor(broker, sent, start)).toEqual([]);
    expect(() => move(sent, 'claim', broker)).toThrow('brokering.refuse.notApproved');
    expect(() => move(sent, 'approve', delegate)).toThrow('not-permitted');
    const later = addDays(start, 1);
    const approved = move(sent, 'approve', focal, {}, later);
    expect(approved).toMatchObject({ state: 'submitted', approvedBy: 'codjo', stateSince: later });
    expect(requestMovesFor(broker, approved, later)).toEqual(['claim']);
    expect(() => move(approved, 'approve', focal)).toThrow('brokering.refuse.alreadyApproved');
  });

  it('goes back to the draft when no focal point is found', () => {
    const sent = move(aRequest(), 'submit', delegate);
    const asked = requestClock.nextStep(sent, focal, start, ctx);
    expect(asked).toMatchObject({ who: 'you', what: 'brokering.step.approveRequest' });
    expect(requestClock.nextStep(sent, delegate, start, ctx)?.who).toBe('organisation');
    const due = requestClock.deadlineOf(sent, addDays(start, 300), ctx);
    expect(due).toMatchObject({ kind: 'park', responsible: { kind: 'role', id: 'broker' } });
    expect(() => move(sent, 'park', system, {}, addDays(start, 5))).toThrow('brokering.refuse.notDue');
    expect(move(sent, 'park', system, {}, due?.dueAt)).toMatchObject({ state: 'draft' });
  });
});

describe('reviewing a request', () => {
  it('is claimed by one broker, whose lease is three working days of the desk', () => {
    const claimed = inState('in_review');
    expect(claimed).toMatchObject({ claimedBy: 'uma', leaseUntil: addWorkingDays(start, 3, ctx.desk) });
    expect(() => move(claimed, 'claim', people.otherBroker)).toThrow('not-permitted');
    const renewed = move(claimed, 'claim', broker, {}, addDays(start, 1));
    expect(renewed.leaseUntil).toEqual(addWorkingDays(addDays(start, 1), 3, ctx.desk));
  });

  it('goes back to the desk when the lease runs out, and not before', () => {
    const claimed = inState('in_review');
    const lease = claimed.leaseUntil as Date;
    expect(() => move(claimed, 'releaseClaim', system, {}, new Date(lease.getTime() - 1))).toThrow('notDue');
    const released = move(claimed, 'releaseClaim', system, {}, lease);
    expect(released).toMatchObject({ state: 'submitted', claimedBy: null, leaseUntil: null });
    expect(requestMovesFor(people.otherBroker, released, lease)).toEqual(['claim']);
    expect(() => move(released, 'releaseClaim', broker)).toThrow('not-permitted');
    expect(() => move(released, 'releaseClaim', system, {}, addDays(lease, 99))).toThrow('notDue');
  });

  it('stops the broker’s clock with a question and resumes it with the answer, for the same broker', () => {
    const claimed = inState('in_review');
    const asking = addWorkingDays(start, 1, ctx.desk);
    expect(() => move(claimed, 'ask', broker, { note: said(' ') })).toThrow('brokering.refuse.questionMissing');
    const asked = move(claimed, 'ask', broker, { note: said('Combien de producteurs ?') }, asking);
    expect(asked).toMatchObject({ state: 'needs_info', claimedBy: 'uma', reviewLeft: 2, leaseUntil: null });
    const answering = addDays(asking, 9);
    expect(() => move(asked, 'answer', delegate, {}, answering)).toThrow('brokering.refuse.answerMissing');
    const answered = move(asked, 'answer', delegate, { note: said('Cent vingt.') }, answering);
    expect(answered).toMatchObject({ state: 'submitted', claimedBy: 'uma', approvedBy: 'codjo' });
    expect(answered.clarifications).toEqual([
      expect.objectContaining({ askedBy: 'uma', answer: said('Cent vingt.'), answeredBy: 'bola' }),
    ]);
    expect(requestClock.deadlineOf(answered, answering, ctx)).toMatchObject({
      kind: 'releaseClaim',
      dueAt: addWorkingDays(answering, 2, ctx.desk),
      responsible: { kind: 'member', id: 'uma' },
    });
    expect(requestMovesFor(people.otherBroker, answered, answering)).toEqual([]);
    const again = move(answered, 'claim', broker, {}, answering);
    expect(again).toMatchObject({ leaseUntil: addWorkingDays(answering, 2, ctx.desk), reviewLeft: null });
  });

  it('parks what is not answered, keeping every word of it', () => {
    const asked = inState('needs_info');
    const due = requestClock.deadlineOf(asked, start, ctx);
    expect(due?.dueAt).toEqual(addWorkingDays(start, 30, ctx.calendarOf('benin')));
    const parked = move(asked, 'park', system, {}, due?.dueAt);
    expect(parked).toMatchObject({ state: 'draft', claimedBy: null, title: asked.title });
    expect(parked.clarifications).toHaveLength(1);
  });

  it.each<[MoveInput, string]>([
    [{}, 'reasonMissing'],
    [{ reason: 'ugly', note: said('x') }, 'reasonMissing'],
    [{ reason: 'duplicate' }, 'remedyMissing'],
    [{ reason: 'other' }, 'otherNeedsNote'],
  ])('is not declined with %j', (input, why) => {
    expect(() => move(inState('in_review'), 'decline', broker, input)).toThrow(`brokering.refuse.${why}`);
  });

  it('is declined by two, whoever proposes it, with a reason and what would make it acceptable, and may be appealed', () => {
    const note = said('Rejoindre la demande existante.');
    for (const proposer of [broker, people.lead]) {
      const proposed = move(inState('in_review'), 'decline', proposer, { reason: 'duplicate', note });
      expect(proposed).toMatchObject({ state: 'in_review', proposal: { move: 'decline', by: proposer.id } });
      expect(() => move(proposed, 'agree', proposer)).toThrow('notPermitted');
      expect(() => move(proposed, 'agree', people.otherBroker)).toThrow('notPermitted');
      expect(move(proposed, 'agree', people.otherLead)).toMatchObject({
        state: 'declined',
        decline: { by: [proposer.id, 'leo'] },
      });
    }
    const proposed = move(inState('in_review'), 'decline', broker, { reason: 'duplicate', note });
    const decision = makeRequestMove(proposed, 'agree', {}, people.lead, start, ctx);
    expect(decision).toEqual({
      change: {
        state: 'declined',
        stateSince: start,
        lastActivityAt: start,
        decline: { reason: 'duplicate', note, by: ['uma', 'lena'], at: start.toISOString() },
        proposal: null,
        leaseUntil: null,
      },
      happening: {
        name: 'brokering.request.moved',
        stream: 'request:r1',
        data: {
          requestId: 'r1',
          organisationId: 'benin',
          move: 'decline',
          from: 'in_review',
          to: 'declined',
          reason: 'duplicate',
        },
      },
      deadline: {
        subject: 'request:r1',
        kind: 'endDecline',
        dueAt: addWorkingDays(start, 20, ctx.calendarOf('benin')),
        responsible: { kind: 'organisation', id: 'benin' },
      },
    });
  });

  it('offers nobody a reason to close that would be refused', () => {
    const offered = (request: RequestFacts): readonly string[] => requestFormsOf(request).close?.reasons ?? [];
    const [alone, joined] = [inState('published'), { ...inState('published'), partnered: true }];
    expect(offered(joined)).toEqual(expect.arrayContaining([...offered(alone), 'partnered', 'partly_partnered']));
    for (const reason of offered(joined).filter((one) => !offered(alone).includes(one)))
      expect(() => makeRequestMove(alone, 'close', { reason }, people.focal, start, ctx)).toThrow('noPartnership');
  });
});
