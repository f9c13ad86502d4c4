import type { OutcomeView } from '@baraza/contracts/brokering';
import { fileTerms } from '@baraza/domain/files';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anActive, aRequest, at, type Cast, cast, introduced, on, proposal, refusal } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { download, pdf, upload } from '../../test/uploads.ts';

describe('what is attached', () => {
  let house: House;
  let people: Cast;
  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  afterAll(() => house.close());

  type Kind = 'expression' | 'partnership' | 'outcome' | 'check_in';
  const attach = (who: ApiClient, kind: Kind, subject: string, more: object = {}) =>
    who.files.attach({ body: { kind, subject, file: upload(pdf(subject), '章程.pdf'), ...more } });
  const statuses = (href: string, ...slugs: readonly (string | undefined)[]) =>
    Promise.all(slugs.map(async (who) => (await download(house, href, who)).statusCode));

  describe('to an expression', () => {
    it('is read by both sides and the desk once it was sent, and stays as it was sent', async () => {
      const request = await aRequest(people);
      const draft = await people.otherDelegate.brokering.draftExpression({
        params: { ref: request.ref },
        body: { message: '一百三十个村级服务站的经验', language: 'zh' },
      });
      const { id, href } = await attach(people.otherDelegate, 'expression', draft.id);
      expect(await statuses(href, 'chen', 'bola', 'uma', 'kamau', undefined)).toEqual([200, 404, 404, 404, 404]);
      const sent = await people.otherDelegate.brokering.sendExpression(at(draft));
      expect(sent.files.files.map(({ name }) => name)).toEqual(['章程.pdf']);
      expect(await statuses(href, 'chen', 'bola', 'uma', 'kamau', undefined)).toEqual([200, 200, 200, 404, 404]);
      const late = await refusal(people.otherDelegate.files.remove({ params: { id }, query: { version: 1 } }));
      expect(late.code).toBe('not-permitted');
      expect((await refusal(attach(people.otherDelegate, 'expression', draft.id))).code).toBe('not-permitted');
      const { expressions } = await people.delegate.brokering.request({ params: { ref: request.ref } });
      expect(expressions[0]?.files.files).toHaveLength(1);
    });

    it('goes with the draft that is thrown away', async () => {
      const request = await aRequest(people);
      const draft = await people.otherDelegate.brokering.draftExpression({ params: { ref: request.ref }, body: {} });
      const { href } = await attach(people.otherDelegate, 'expression', draft.id);
      await people.otherDelegate.brokering.withdrawExpression(at(draft));
      expect(await statuses(href, 'chen')).toEqual([404]);
      expect(await house.db('select 1 from file where subject_id = $1', [draft.id])).toEqual([]);
    });
  });

  describe('to a partnership', () => {
    it('is its parties’ and the desk’s, until the parties show it', async () => {
      const partnership = await anActive(people);
      const { id, href } = await attach(people.delegate, 'partnership', partnership.id);
      const readers = ['bola', 'afi', 'dai', 'uma', 'kamau', 'mo', undefined];
      expect(await statuses(href, ...readers)).toEqual([200, 200, 200, 200, 404, 404, 404]);
      const seen = await house.visitor().brokering.partnership({ params: { ref: partnership.ref } });
      expect(seen).toMatchObject({ files: { files: [], attach: null }, informal: false });
      const body = { version: 1, purpose: 'agreement' as const, open: true };
      await people.otherDelegate.files.change({ params: { id }, body });
      expect(await statuses(href, ...readers)).toEqual(readers.map(() => 200));
    });

    it('is nobody else’s while it is confidential', async () => {
      const partnership = await anActive(people, { confidential: true });
      const open = await refusal(attach(people.delegate, 'partnership', partnership.id, { open: true }));
      expect(open).toMatchObject({ status: 422, issues: [{ path: 'open', code: 'files.refuse.confidential' }] });
      const { href } = await attach(people.otherFocal, 'partnership', partnership.id);
      const officer = { slug: 'mia', roles: ['me_officer' as const] };
      await house.member(officer);
      expect(await statuses(href, 'bola', 'uma', 'lena', 'kamau', 'mia', undefined)).toEqual([
        200, 200, 200, 404, 404, 404,
      ]);
    });

    it('may be there before anything is signed, and counts for the party that brought it, which may take it back', async () => {
      const match = await introduced(people, await aRequest(people));
      const scoping = await people.delegate.brokering.proposePartnership(proposal(match));
      expect(scoping.informal).toBe(false);
      const { id } = await attach(people.otherDelegate, 'partnership', scoping.id);
      const [row] = await house.db<{ slug: string }>(
        'select o.slug from file f join organisation o on o.id = f.organisation_id where f.id = $1',
        [id],
      );
      expect(row?.slug).toBe('zhalantun');
      const takeBack = (who: ApiClient) => who.files.remove({ params: { id }, query: { version: 1 } });
      expect((await refusal(takeBack(people.delegate))).code).toBe('not-permitted');
      const signed = await people.focal.brokering.acceptPartnership(on(scoping, { name: 'Codjo' }));
      expect(signed.files.files).toHaveLength(1);
      await takeBack(people.otherDelegate);
    });

    it('stays once all have signed, also after the work; a newer one is laid beside it', async () => {
      const match = await introduced(people, await aRequest(people));
      const scoping = await people.delegate.brokering.proposePartnership(proposal(match));
      const { id, href } = await attach(people.delegate, 'partnership', scoping.id);
      const once = await people.focal.brokering.acceptPartnership(on(scoping, { name: 'Codjo' }));
      const agreed = await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }));
      const takeBack = () => refusal(people.delegate.files.remove({ params: { id }, query: { version: 1 } }));
      const title = 'What all have signed stays as it was signed. You may add a newer file beside it.';
      expect(await takeBack()).toMatchObject({ code: 'not-permitted', detail: title });
      await attach(people.delegate, 'partnership', scoping.id);
      const active = await people.delegate.brokering.startPartnership(on(agreed));
      expect(active.files.files.map(({ mayRemove }) => mayRemove)).toEqual([false, false]);
      await people.focal.brokering.closePartnership(on(active, { reason: 'completed' }));
      expect(await takeBack()).toMatchObject({ code: 'not-permitted' });
      expect(await statuses(href, 'bola')).toEqual([200]);
    });
  });

  describe('to an outcome', () => {
    const figure = { value: 790, date: '2026-03-01', evidence: 'Relevé de février' };
    const claimed = async (more: object = {}) => {
      const { ref } = await anActive(people, more);
      const body = { indicator: 'Coût du dernier kilomètre', level: 'outcome' as const, unit: 'XOF', actual: figure };
      const outcome = await people.delegate.brokering.claimOutcome({ params: { ref }, body });
      return { ref, outcome };
    };
    const readers = ['bola', 'afi', 'dai', 'uma', 'kamau', undefined];
    const all = readers.map(() => 200);
    const inside = [200, 200, 200, 200, 404, 404];
    const onPage = async (who: ApiClient, ref: string): Promise<OutcomeView | undefined> =>
      (await who.brokering.partnership({ params: { ref } })).outcomes[0];

    it('proves it to the parties and the desk first, and to everybody once another party has signed', async () => {
      const { ref, outcome } = await claimed();
      const shown = await attach(people.delegate, 'outcome', outcome.id, { open: true });
      const kept = await attach(people.focal, 'outcome', outcome.id);
      expect([shown, kept]).toMatchObject([
        { purpose: 'evidence', open: true },
        { purpose: 'evidence', open: false },
      ]);
      const officer = { slug: 'mehdi', roles: ['me_officer' as const] };
      await house.member(officer);
      expect(await statuses(shown.href, 'mehdi', ...readers)).toEqual([200, ...inside]);
      expect(await onPage(people.otherDelegate, ref)).toMatchObject({ files: { files: [{}, {}], attach: null } });
      for (const who of [people.otherFocal, people.broker])
        expect((await refusal(attach(who, 'outcome', outcome.id))).code).toBe('not-permitted');
      expect((await refusal(attach(house.visitor(), 'outcome', outcome.id))).code).toBe('not-signed-in');

      await people.otherDelegate.brokering.countersignOutcome(at(outcome));
      expect(await statuses(shown.href, ...readers)).toEqual(all);
      expect(await statuses(kept.href, 'mehdi', ...readers)).toEqual([200, ...inside]);
      expect((await onPage(house.visitor(), ref))?.files).toMatchObject({ files: [{ id: shown.id }], attach: null });
    });

    it('stays where somebody signed it, also when a new figure brings new files', async () => {
      const { ref, outcome } = await claimed();
      const { id, href } = await attach(people.delegate, 'outcome', outcome.id, { open: true });
      const slip = await attach(people.delegate, 'outcome', outcome.id);
      await people.delegate.files.remove({ params: { id: slip.id }, query: { version: 1 } });
      const signed = await people.otherDelegate.brokering.countersignOutcome(at(outcome));
      const takeBack = (file: string) => people.delegate.files.remove({ params: { id: file }, query: { version: 1 } });
      expect((await refusal(takeBack(id))).code).toBe('not-permitted');
      expect((await refusal(attach(people.delegate, 'outcome', outcome.id))).code).toBe('not-permitted');

      house.clock.pass(1);
      const further = { ...figure, value: 700, date: '2026-03-15' };
      await people.delegate.brokering.reportOutcome(at(signed, further));
      expect(await statuses(href, ...readers)).toEqual(inside); // the new figure has not been signed
      const fresh = await attach(people.delegate, 'outcome', outcome.id);
      const own = (await onPage(people.delegate, ref))?.files.files.map(({ mayRemove }) => mayRemove);
      expect(own).toEqual([false, true]);
      expect((await refusal(takeBack(id))).code).toBe('not-permitted');
      await takeBack(fresh.id);
    });

    it('goes with it at once where the partnership becomes confidential, whatever was ticked', async () => {
      const { ref, outcome } = await claimed();
      const { id, href } = await attach(people.delegate, 'outcome', outcome.id, { open: true });
      await people.otherDelegate.brokering.countersignOutcome(at(outcome));
      expect(await statuses(href, ...readers)).toEqual(all);
      await house.db('update partnership set confidential = true where ref = $1', [ref]);
      expect(await statuses(href, ...readers)).toEqual(inside);
      const body = { version: 1, purpose: 'evidence' as const, open: false };
      expect((await refusal(people.delegate.files.change({ params: { id }, body }))).code).toBe('not-permitted');
    });

    it('of a confidential partnership is never for everybody', async () => {
      const { outcome } = await claimed({ confidential: true });
      const open = await refusal(attach(people.delegate, 'outcome', outcome.id, { open: true }));
      expect(open).toMatchObject({ status: 422, issues: [{ path: 'open', code: 'files.refuse.confidential' }] });
      const { href } = await attach(people.delegate, 'outcome', outcome.id);
      await people.otherDelegate.brokering.countersignOutcome(at(outcome));
      expect(await statuses(href, ...readers)).toEqual(inside);
    });

    it('is news on the page of the partnership, where it is read', async () => {
      const { outcome } = await claimed();
      await attach(people.delegate, 'outcome', outcome.id);
      const [told] = await house.db<{ stream: string }>('select stream from domain_event order by seq desc limit 1');
      expect(told?.stream).toMatch(/^partnership:/);
    });

    it('and its signature wait for one another: no file slips in behind the back of whoever signs', async () => {
      const { outcome } = await claimed();
      const [signed, late] = await Promise.allSettled([
        people.otherDelegate.brokering.countersignOutcome(at(outcome)),
        attach(people.delegate, 'outcome', outcome.id),
      ]);
      expect(signed.status).toBe('fulfilled');
      const [row] = await house.db<{ sealed: Date; at: Date | null }>(
        'select o.sealed_at as sealed, f.added_at as at from outcome o left join file f on f.subject_id = o.id where o.id = $1',
        [outcome.id],
      );
      expect(late.status === 'fulfilled').toBe(row?.at != null);
      if (row?.at) expect(row.at <= row.sealed).toBe(true);
    });
  });

  describe('to the answer of a check-in', () => {
    it('is laid there by the party that answered, in its own places, and read by those who read the answers', async () => {
      const { ref, id } = await anActive(people);
      const [cities] = await house.db<{ benin: string; zhalantun: string }>(
        `select (select id from organisation where slug = 'benin') as benin, (select id from organisation where slug = 'zhalantun') as zhalantun`,
      );
      const sides = [cities?.benin, cities?.zhalantun].map((organisationId) => ({
        organisationId,
        answer: null,
        missedBefore: 0,
      }));
      const [asked] = await house.db<{ id: string }>(
        `insert into check_in (id, partnership_id, kind, opens_at, sides, state, state_since, last_activity_at, created_at)
         values (gen_random_uuid(), $1, 'regular', $2, $3, 'open', $2, $2, $2) returning id`,
        [id, house.clock.now(), JSON.stringify(sides)],
      );
      const checkIn = asked?.id ?? '';
      expect((await refusal(attach(people.delegate, 'check_in', checkIn))).code).toBe('not-permitted');
      await people.delegate.brokering.answerCheckIn({ params: { id: checkIn }, body: { going: 'yes' } });
      const open = await refusal(attach(people.delegate, 'check_in', checkIn, { open: true }));
      expect(open.issues?.[0]?.code).toBe('files.refuse.confidential');
      const file = await attach(people.delegate, 'check_in', checkIn);
      expect(await statuses(file.href, 'bola', 'afi', 'dai', 'uma', 'kamau', undefined)).toEqual([
        ...[200, 200, 200, 200, 404, 404],
      ]);
      const answers = async (who: ApiClient) =>
        (await who.brokering.partnership({ params: { ref } })).checkIns
          .find((one) => one.id === checkIn)
          ?.sides.map(({ answer }) => answer && [answer.files.files.length, answer.files.attach !== null]);
      expect(await answers(people.delegate)).toEqual([[1, true], null]);
      expect(await answers(people.otherDelegate)).toEqual([[1, false], null]);
      await people.otherDelegate.brokering.answerCheckIn({ params: { id: checkIn }, body: { going: 'slowly' } });
      expect(await answers(people.otherDelegate)).toEqual([
        [1, false],
        [0, true],
      ]);
      for (let i = 1; i < fileTerms.mostEach; i++) await attach(people.delegate, 'check_in', checkIn);
      expect((await refusal(attach(people.delegate, 'check_in', checkIn))).issues?.[0]?.code).toBe(
        'files.refuse.tooMany',
      );
      await attach(people.otherDelegate, 'check_in', checkIn);
      expect(await answers(people.otherDelegate)).toEqual([
        [fileTerms.mostEach, false],
        [1, true],
      ]);
      const theirs = await refusal(
        people.otherDelegate.files.remove({ params: { id: file.id }, query: { version: 1 } }),
      );
      expect(theirs.code).toBe('not-permitted');
      await people.delegate.files.remove({ params: { id: file.id }, query: { version: 1 } });
      expect(await answers(people.delegate)).toEqual([
        [fileTerms.mostEach - 1, true],
        [1, false],
      ]);
    });
  });
});
