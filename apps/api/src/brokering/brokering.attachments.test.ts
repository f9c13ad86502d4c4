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

  const attach = (who: ApiClient, kind: 'expression' | 'partnership', subject: string, more: object = {}) =>
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
      expect(seen.files).toEqual({ files: [], attach: null });
      const body = { version: 1, purpose: 'agreement' as const, open: true };
      await people.otherDelegate.files.change({ params: { id }, body });
      expect(await statuses(href, ...readers)).toEqual(readers.map(() => 200));
      const theirs = await refusal(people.otherDelegate.files.remove({ params: { id }, query: { version: 2 } }));
      expect(theirs.code).toBe('not-permitted');
      await people.delegate.files.remove({ params: { id }, query: { version: 2 } });
      expect(await statuses(href, 'bola')).toEqual([404]);
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

    it('may be there before anything is signed, and counts for the party that brought it', async () => {
      const match = await introduced(people, await aRequest(people));
      const scoping = await people.delegate.brokering.proposePartnership(proposal(match));
      const { id } = await attach(people.otherDelegate, 'partnership', scoping.id);
      const [row] = await house.db<{ slug: string }>(
        'select o.slug from file f join organisation o on o.id = f.organisation_id where f.id = $1',
        [id],
      );
      expect(row?.slug).toBe('zhalantun');
      const signed = await people.focal.brokering.acceptPartnership(on(scoping, { name: 'Codjo' }));
      expect(signed.files.files).toHaveLength(1);
    });
  });
});
