import { methodOf, pathOf } from '@baraza/contracts/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everybody, people, type Who } from './authorisation/people.ts';
import { Scene } from './authorisation/scene.ts';
import { at, on } from './brokering.ts';
import { allRoutes, type House, openHouse } from './harness.ts';
import { addressOf } from './samples.ts';
import { pdf, upload } from './uploads.ts';

const desk: readonly Who[] = ['broker', 'lead_broker'];
const ownHouse: readonly Who[] = ['own', 'colleague', 'own_broker', 'own_moderator'];
const moderators: readonly Who[] = ['moderator', 'own_moderator', 'admin'];

/** A word that stands in one place only, and everybody whom an answer may show it. */
const mayRead: Readonly<Record<string, readonly Who[]>> = {
  sesamedraft: ['own'],
  // An administrator keeps the mails, whose subjects name what they are about.
  sesamedesk: ['own', ...desk, 'own_broker', 'admin'],
  sesameclarify: ['own', ...desk, 'own_broker'],
  sesameflagged: desk,
  sesamejotted: desk,
  sesamelisted: desk,
  sesameasked: ['own', 'side', ...desk],
  sesameunsent: ['side'],
  sesamesent: ['own', 'side', ...desk],
  sesameroom: [...ownHouse, 'side', ...desk],
  sesameplan: [...ownHouse, 'side', ...desk, 'me_officer'],
  sesameevidence: [...ownHouse, ...desk],
  sesameagreement: [...ownHouse, 'side', ...desk],
  // Shown to nobody outside, though what it proves was countersigned.
  sesameproof: [...ownHouse, 'side', ...desk, 'me_officer'],
  sesameforum: ['own', 'side', ...moderators],
  sesamehidden: ['own', ...moderators],
  sesameearlier: ['own', ...moderators],
  sesamependingq: ['own', 'organiser', ...moderators],
  sesamedismissed: ['own', 'organiser', ...moderators],
  sesamestory: [...ownHouse, 'editor', 'admin'],
  sesamenote: ['own', 'admin'],
  // Contacts open to those introduced, and to nobody who only brings them together.
  'own@cast-1.example': [...ownHouse, 'side', 'admin'],
  'other@cast-1.example': ['other', 'admin'],
};

describe('what is between few', () => {
  let house: House;
  let scene: Scene;
  const known: Record<string, unknown[]> = {};
  const learn = (name: string, ...values: unknown[]) => {
    known[name] = [...new Set([...(known[name] ?? []), ...values])];
  };

  beforeAll(async () => {
    house = await openHouse();
    await house.db(`insert into source (id, title, publisher, language) values ('a-source', 'A source', 'UN', 'en')`);
    scene = new Scene(house, await people(house));
    const own = () => scene.by('own');
    const side = () => scene.by('side');

    learn('ref', (await scene.draft({ title: 'sesamedraft', context: 'sesamedraft' })).ref);
    learn('ref', (await scene.published({ title: 'sesamedesk', visibility: 'brokers_only' })).ref);
    const asked = await scene.by('broker').brokering.askRequest(on(await scene.inReview(), { note: 'sesameclarify' }));
    const again = await own().brokering.answerRequest(on(asked, { note: 'sesameclarify too' }));
    const taken = await scene.by('broker').brokering.claimRequest(on(again));
    const { ref } = await scene.by('broker').brokering.publishRequest(on(taken));
    learn('ref', ref);
    await scene.by('broker').brokering.raiseFlag({
      params: { ref },
      body: { level: 'risk', category: 'other', note: 'sesameflagged', language: 'en' },
    });
    await scene.by('broker').brokering.writeNote({ params: { ref }, body: { text: 'sesamejotted' } });
    await side().brokering.askClarification({ params: { ref }, body: { question: 'sesameasked', language: 'en' } });
    const unsent = await side().brokering.draftExpression({ params: { ref }, body: { message: 'sesameunsent' } });
    const match = await scene.match();
    await own().brokering.writeMessage({ params: { id: match.id }, body: { text: 'sesameroom' } });
    const sent = await scene.expression();
    await side()
      .brokering.replyExpression({ params: { id: sent.id }, body: { text: 'sesamesent' } })
      .catch(() => null);
    await own().brokering.discussExpression(at(sent, { note: 'sesamesent' }));
    const partnership = await scene.agreed({ plan: 'sesameplan for the two of us', confidential: true });
    const attached = (
      kind: 'request' | 'partnership' | 'outcome',
      subject: string,
      purpose: 'evidence' | 'agreement',
      name: string,
    ) => own().files.attach({ body: { kind, subject, purpose, file: upload(pdf(name), `${name}.pdf`) } });
    const proven = await scene.draft();
    const evidence = await attached('request', proven.id, 'evidence', 'sesameevidence');
    const agreement = await attached('partnership', partnership.id, 'agreement', 'sesameagreement');
    const claimed = await scene.outcome();
    const proof = await attached('outcome', claimed.id, 'evidence', 'sesameproof');
    await side().brokering.countersignOutcome(at(claimed));
    learn('ref', ...(await house.db<{ ref: string }>('select ref from partnership')).map(({ ref }) => ref));
    const review = await scene.by('broker').brokering.claimRequest(on(await own().brokering.submitRequest(on(proven))));
    await scene.by('broker').brokering.publishRequest(on(review));
    learn('ref', proven.ref);
    learn('id', evidence.id, agreement.id, proof.id);
    learn('ref', match.request.ref, sent.request.ref, partnership.ref, partnership.request?.ref);
    learn('id', unsent.id, match.id, sent.id, partnership.matchId, partnership.id);

    const { slug } = await scene.closedForum();
    const closed = await own().forums.start({
      params: { slug },
      body: { type: 'question', title: 'sesameforum first', text: 'sesameforum', locale: 'en' },
    });
    const { no } = await scene.thread(undefined, 'sesameearlier');
    house.clock.pass(2); // a change within the first day is a slip, and leaves no revision
    await own().forums.edit({ params: { no, post: 1 }, body: { text: 'sesamehidden', locale: 'en', version: 1 } });
    await scene.by('moderator').forums.movePost({ params: { no, post: 1 }, body: { move: 'hide', version: 2 } });
    learn('no', closed.no, no);
    learn('post', 1);

    const pending = await scene.board('pre_moderated');
    const body = { text: 'sesamependingq', locale: 'en' as const };
    await own().qa.ask({ params: { code: pending.code }, body });
    const board = await scene.board();
    const dismissed = await own().qa.ask({ params: { code: board.code }, body: { ...body, text: 'sesamedismissed' } });
    await scene.by('moderator').qa.move({
      params: { id: dismissed.id },
      body: { version: dismissed.version, move: 'dismiss', dismissal: 'off_topic' },
    });
    learn('code', pending.code, board.code);

    const story = await scene.story('draft');
    await house.db(`update story set title = replace(title::text, 'How', 'sesamestory')::jsonb where id = $1`, [
      story.id,
    ]);
    const waiting = await (await house.as({})).members.requestAffiliation({
      body: {
        organisationId: (await scene.by('own').members.me()).affiliations[0]?.organisation.id ?? '',
        role: 'staff',
        note: 'sesamenote',
      },
    });
    learn('slug', slug, story.slug, pending.slug, board.slug, 'kolkata');
    learn(
      'id',
      waiting.id,
      story.id,
      dismissed.id,
      ...Object.values(scene.people).flatMap(({ id }) => (id ? [id] : [])),
    );
    await house.deliver();
    await house.db(
      `insert into screening (organisation_id, asked_at, source, result, note) select id, now(), 'A list', 'possible', 'sesamelisted' from organisation`,
    );
    learn('kind', 'request', 'story', 'thread', 'question', 'match', 'partnership');
    for (const kind of ['request', 'expression', 'match', 'partnership', 'thread', 'cluster', 'member'])
      for (const { stream } of await house.db<{ stream: string }>(
        `select distinct stream from domain_event where stream like $1 limit 12`,
        [`${kind}:%`],
      ))
        learn('stream', stream);
    for (const code of [pending.code, board.code]) learn('stream', `board:${code}`, `moderation:${code}`);
    const ids = await house.db<{ id: string }>('select id from request union all select id from thread');
    learn('id', ...ids.map(({ id }) => id));
    await scene.renew();
  }, 120_000);
  afterAll(() => house.close());

  /** Every address of a reading route, with everything there is put into its parameters. */
  function* addresses(): Generator<string> {
    for (const route of allRoutes) {
      if (methodOf(route) !== 'GET') continue;
      const names = [...pathOf(route).matchAll(/:(\w+)/g)].map(([, name = '']) => name);
      let calls: Record<string, unknown>[] = [{}];
      for (const name of names)
        calls = calls.flatMap((call) => (known[name] ?? []).map((value) => ({ ...call, [name]: value })));
      const wide = Object.keys(route.query?.shape ?? {});
      const query = {
        ...(wide.includes('limit') && { limit: 50 }),
        ...(wide.includes('since') && { since: 0 }),
        ...(wide.includes('q') && route.name !== 'admin.members' && { q: 'sesame' }),
      };
      for (const params of calls) yield addressOf(route, { params, query, body: undefined });
      if (wide.includes('q')) yield addressOf(route, { params: {}, query: {}, body: undefined });
    }
  }

  it.each(everybody)(
    'is not told to anybody else, wherever they ask: %s',
    async (who) => {
      const { id } = scene.people[who];
      const cookie = id ? await house.cookie(id) : '';
      const leaks: string[] = [];
      const met = new Set<string>();
      const bytes = (known['id'] ?? []).map((id) => `/files/${id}`);
      for (const url of [...addresses(), ...bytes]) {
        const { statusCode, body } = await house.app.inject({ url, headers: { cookie } });
        if (statusCode >= 500) leaks.push(`${statusCode} ${url}`);
        for (const [word, readers] of Object.entries(mayRead)) {
          if (!body.includes(word)) continue;
          met.add(word);
          if (!readers.includes(who)) leaks.push(`${word} at ${url}`);
        }
      }
      expect(leaks).toEqual([]);
      // Whoever may read it finds it, so that a word nobody ever met proves nothing.
      const missed = Object.entries(mayRead).flatMap(([word, readers]) =>
        readers[0] === who && !met.has(word) ? [word] : [],
      );
      expect(missed).toEqual([]);
    },
    120_000,
  );
});
