import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest, type Cast, cast, express, introduced, on, proposal, refusal } from '../../test/brokering.ts';
import { type House, openHouse } from '../../test/harness.ts';

describe('from an introduction to a partnership', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  it('needs the words, then the signature of each party’s focal point, and of nobody else', async () => {
    const { delegate, focal, broker, otherDelegate, otherFocal, visitor } = people;
    let request = await aRequest(people);
    const waiting = await express(people.rival, request);
    const match = await introduced(people, request);
    const { id } = match;
    expect(
      await refusal(
        delegate.brokering.proposePartnership(proposal(match, { parties: proposal(match).body.parties.slice(0, 1) })),
      ),
    ).toMatchObject({ status: 422 });
    let partnership = await delegate.brokering.proposePartnership(proposal(match));
    expect(partnership).toMatchObject({ ref: 'PRT-2026-0001', state: 'scoping', signAs: null, mayAmend: true });
    expect(await refusal(visitor.brokering.partnership({ params: { ref: partnership.ref } }))).toMatchObject({
      status: 404,
    });
    expect(await refusal(delegate.brokering.acceptPartnership(on(partnership, { name: 'Bola' })))).toMatchObject({
      status: 403,
    });
    expect(await refusal(broker.brokering.acceptPartnership(on(partnership, { name: 'Uma' })))).toMatchObject({
      status: 403,
    });
    partnership = await focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo A.' }));
    expect(partnership.parties).toMatchObject([
      { signature: 'Codjo A.', acceptedAt: '2026-03-20T09:00:00.000Z' },
      { signature: null },
    ]);
    expect(await refusal(focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo A.' })))).toMatchObject({
      status: 403,
    });
    partnership = await otherDelegate.brokering.amendPartnership({
      params: { ref: partnership.ref },
      body: { ...proposal(match).body, version: partnership.version, plan: 'Deux marchés, un coursier, sept leçons.' },
    });
    expect(partnership.parties.map((party) => party.acceptedAt)).toEqual([null, null]);
    // All are asked to sign at once, and nobody once they have.
    const asked = async (one: typeof focal) =>
      (await one.brokering.mine()).owed
        .filter(({ subject }) => subject.id === partnership.ref)
        .map(({ step }) => [step.what, step.who]);
    const toSign = [['brokering.step.acceptPartnership', 'you']];
    expect([await asked(focal), await asked(otherFocal), await asked(otherDelegate)]).toEqual([toSign, toSign, []]);
    partnership = await focal.brokering.acceptPartnership(on(partnership, { name: 'Codjo A.' }));
    expect([await asked(focal), await asked(otherFocal)]).toEqual([[], toSign]);
    partnership = await otherFocal.brokering.acceptPartnership(on(partnership, { name: '戴' }));
    expect(partnership).toMatchObject({
      state: 'agreed',
      nextStep: { who: 'organisation', what: 'brokering.step.startPartnership' },
    });

    const shown = await visitor.brokering.partnership({ params: { ref: partnership.ref } });
    expect(shown).toMatchObject({
      title: { text: 'Livraison partagée au Bénin' },
      matchId: null,
      parties: [{ signature: null }, { signature: null }],
    });
    expect(
      (await visitor.brokering.partnerships({ query: { organisation: 'benin' } })).items.map((item) => item.ref),
    ).toEqual([partnership.ref]);
    request = await visitor.brokering.request({ params: { ref: request.ref } });
    expect(request).toMatchObject({ state: 'in_partnering', matches: [], partnerships: [{ ref: partnership.ref }] });
    expect(await delegate.brokering.match({ params: { id } })).toMatchObject({ state: 'agreed', contactsOpen: true });
    partnership = await delegate.brokering.startPartnership(on(partnership));
    expect(partnership).toMatchObject({
      state: 'active',
      nextStep: { what: 'brokering.step.workUntilCheckIn', dueAt: '2026-04-19T09:00:00.000Z' },
    });

    request = await focal.brokering.request({ params: { ref: request.ref } });
    request = await focal.brokering.closeRequest(on(request, { reason: 'partnered' }));
    expect(request).toMatchObject({ state: 'closed', nextStep: null, end: { reason: 'partnered' } });
    expect(await people.rival.brokering.expression({ params: { id: waiting.id } })).toMatchObject({
      state: 'lapsed',
      end: { reason: 'request_ended' },
    });
  });

  it.each(['the introduction is dropped', 'the request is withdrawn'])(
    'leaves nothing half agreed behind when %s',
    async (end) => {
      const { delegate, focal, otherFocal } = people;
      const request = await aRequest(people);
      const match = await introduced(people, request);
      const { ref } = await delegate.brokering.proposePartnership(proposal(match));
      if (end === 'the request is withdrawn')
        await focal.brokering.withdrawRequest(on(await focal.brokering.request({ params: { ref: request.ref } })));
      else {
        const { version } = await delegate.brokering.match({ params: { id: match.id } });
        await delegate.brokering.dropMatch({ params: { id: match.id }, body: { version, reason: 'no_fit' } });
      }
      expect(await otherFocal.brokering.partnership({ params: { ref } })).toMatchObject({
        state: 'cancelled',
        nextStep: null,
        end: { reason: 'match_dropped' },
      });
    },
  );
});
