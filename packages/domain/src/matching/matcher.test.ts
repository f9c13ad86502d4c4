import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { about, aHolder, aRecord, aSeeker, holders, lexicon, now, seekers } from '../../test/matching.ts';
import { addDays, type Locale } from '../kernel/index.ts';
import { because, createMatcher, defaultWeights, type Holder, type Matcher, noWish, type Seeker } from './index.ts';

const matcherOf = (seeking: readonly Seeker[], holding: readonly Holder[]): Matcher => {
  const matcher = createMatcher();
  holding.forEach(matcher.putHolder);
  seeking.forEach(matcher.putSeeker);
  return matcher;
};
const listed = (matcher: Matcher, id = 'r1'): string[] =>
  matcher.suggest(id, { now }).map(({ organisationId }) => organisationId);

const warehouse = aHolder('zhengzhou', { gives: [aRecord('s1', about('zh', '保税仓里的货物一天内送达'))] });
const festival = aHolder('kolkata', { gives: [aRecord('s2', about('en', 'An online festival for street vendors'))] });
const need = aSeeker('r1', { asks: about('fr', 'Un entrepôt sous douane pour nos importateurs') });

describe('a need in one language', () => {
  it.each<[Locale, string, Locale, string]>([
    ['fr', 'Un entrepôt sous douane pour nos importateurs', 'zh', '保税仓里的货物一天内送达'],
    ['zh', '山区农户想学直播带货', 'es', 'Formamos a tenderos en la transmisión en vivo'],
    ['es', 'Una ventanilla única para el exportador', 'ru', 'Единое окно связало таможню и налоговую службу'],
    ['ar', 'نبحث عن خبرة في السكك الحديدية', 'en', 'A landlocked hub that lives off rail freight'],
    ['pt', 'Rastreabilidade do nosso café', 'ar', 'نظام تتبع المنتجات في الميناء'],
    ['ru', 'Сельские сервисные пункты для отдалённых сёл', 'pt', 'Cada aldeia tem um posto de serviço'],
    [
      'en',
      'Loans for traders without property as security',
      'fr',
      'Un crédit sans hypothèque, fondé sur la notation de crédit',
    ],
  ])('finds who has it on record in another: %s “%s”, %s “%s”', (asks, text, holds, record) => {
    const answer = aHolder('there', { gives: [aRecord('s9', about(holds, record))] });
    const matcher = matcherOf([aSeeker('r1', { asks: about(asks, text) })], [festival, answer]);
    expect(listed(matcher)).toEqual(['there']);
  });
});

describe('a list', () => {
  it('is empty where neither words nor themes meet, however well the two fit otherwise', () => {
    const near = { region: 'africa', utcOffset: 180, size: 'medium', languages: ['en'] } as const;
    expect(listed(matcherOf([need], [{ ...festival, ...near }]))).toEqual([]);
  });

  it('answers needs with what others give, and offers with what they look for', () => {
    const poor = aHolder('lome', { wants: [aRecord('c1', about('en', 'No bonded warehouse yet'), 'challenge')] });
    expect(listed(matcherOf([need], [warehouse, poor]))).toEqual(['zhengzhou']);
    expect(listed(matcherOf([{ ...need, kind: 'offer' }], [warehouse, poor]))).toEqual(['lome']);
    expect(listed(matcherOf([{ ...need, kind: 'exchange' }], [warehouse, poor]))).toEqual(['zhengzhou']);
  });

  it('puts first whoever also looks for what the requester brings', () => {
    const brings = about('en', 'We bring a rail hub');
    const looking = {
      ...warehouse,
      organisationId: 'z',
      wants: [aRecord('c1', about('ru', 'железнодорожный узел'), 'challenge')],
    };
    expect(listed(matcherOf([{ ...need, brings }], [warehouse, looking]))).toEqual(['z', 'zhengzhou']);
  });

  it('puts the same target of a goal before the goal alone, and says so', () => {
    const towards = (...sdgs: string[]) => about('en', 'A bonded warehouse', { sdgs });
    const same = aHolder('b-target', { gives: [aRecord('s1', towards('9', '9.3'))] });
    const goal = aHolder('a-goal', { gives: [aRecord('s2', towards('9'))] });
    const matcher = matcherOf([aSeeker('r1', { asks: towards('9', '9.3') })], [goal, same]);
    expect(listed(matcher)).toEqual(['b-target', 'a-goal']);
    const saidOf = (id: string) => {
      const found = matcher.explain('r1', id, { now });
      return found && because(found, lexicon, 'en').find(({ feature }) => feature === 'goal');
    };
    expect(saidOf('b-target')).toMatchObject({
      key: 'matching.because.target',
      args: { goals: { names: ['9.3'], of: 'text' } },
    });
    expect(saidOf('a-goal')).toMatchObject({ key: 'matching.because.goal', args: { goals: { names: ['9'] } } });
  });

  it('says nothing of a request it was never given, or that was taken away', () => {
    const matcher = matcherOf([need], [warehouse]);
    matcher.removeSeeker('r1');
    expect(listed(matcher)).toEqual([]);
    expect(matcher.explain('r1', 'zhengzhou', { now })).toBeNull();
  });

  it('leaves out what brokers have muted', () => {
    const weights = { ...defaultWeights, muted: ['bonded-warehouse', 'bonded-warehousing'] };
    const [before] = matcherOf([need], [warehouse]).suggest('r1', { now });
    const after = matcherOf([need], [warehouse]).explain('r1', 'zhengzhou', { now, weights });
    expect(before?.clauses[0]?.about).toEqual(['bonded-warehouse']);
    expect(after).toBeNull();
  });
});

describe('never suggested', () => {
  const refused = (days: number): Partial<Seeker> => ({
    refusals: [{ organisationId: 'zhengzhou', at: addDays(now, -days) }],
  });
  it.each<[string, Partial<Seeker>, Partial<Holder>, string | null]>([
    ['the requester itself', { organisationId: 'zhengzhou' }, {}, 'own'],
    ['who was suggested already', { counterpartIds: ['zhengzhou'] }, {}, 'counterpart'],
    ['a pair of which one said no 364 days ago', refused(364), {}, 'refused'],
    ['(but again after 365 days)', refused(365), {}, null],
    ['who has five suggestions to answer', {}, { openSuggestions: 5 }, 'busy'],
    ['(but with four)', {}, { openSuggestions: 4 }, null],
    ['whom the requester avoids', { avoid: { ...noWish, regions: ['asia'] } }, {}, 'avoid'],
    ['who lacks what is required', { must: { ...noWish, languages: ['fr'] } }, {}, 'must'],
    [
      'whose size nobody knows where one is required',
      { must: { ...noWish, sizes: ['large'] } },
      { size: null },
      'must',
    ],
    [
      '(but who has all that is required)',
      { must: { ...noWish, sizes: ['large'], languages: ['fr', 'zh'] } },
      {},
      null,
    ],
  ])('%s', (_case, seeker, holder, why) => {
    const matcher = matcherOf([{ ...need, ...seeker }], [{ ...warehouse, ...holder }]);
    expect(matcher.exclusionOf('r1', 'zhengzhou', now)).toBe(why);
    expect(listed(matcher)).toEqual(why ? [] : ['zhengzhou']);
    expect(matcher.explain('r1', 'zhengzhou', { now })?.score).toBeGreaterThan(0);
  });
});

describe('the same data', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
  const requests = ['r1', 'r2', 'r3'] as const;
  const change = fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...ids)
        .chain(holders)
        .map((holder) => ({ do: 'putHolder', holder }) as const),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...requests)
        .chain(seekers)
        .map((seeker) => ({ do: 'putSeeker', seeker }) as const),
    },
    fc.constantFrom(...ids).map((id) => ({ do: 'removeHolder', id }) as const),
    fc.constantFrom(...requests).map((id) => ({ do: 'removeSeeker', id }) as const),
  );

  it('gives the same lists after any changes, in any order, as a matcher filled afresh', () => {
    let suggestions = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 8, maxLength: 40 }), (changes) => {
        const grown = createMatcher();
        const held = new Map<string, Holder>();
        const sought = new Map<string, Seeker>();
        for (const one of changes) {
          if (one.do === 'putHolder') held.set(one.holder.organisationId, one.holder);
          if (one.do === 'putHolder') grown.putHolder(one.holder);
          if (one.do === 'putSeeker') sought.set(one.seeker.id, one.seeker);
          if (one.do === 'putSeeker') grown.putSeeker(one.seeker);
          if (one.do === 'removeHolder') held.delete(one.id);
          if (one.do === 'removeHolder') grown.removeHolder(one.id);
          if (one.do === 'removeSeeker') sought.delete(one.id);
          if (one.do === 'removeSeeker') grown.removeSeeker(one.id);
        }
        const fresh = matcherOf([...sought.values()].reverse(), [...held.values()].reverse());
        for (const id of requests) {
          const list = grown.suggest(id, { now });
          suggestions += list.length;
          expect(list).toEqual(fresh.suggest(id, { now }));
          for (const one of list) expect(grown.explain(id, one.organisationId, { now })).toEqual(one);
        }
        expect(grown.exposure()).toEqual(fresh.exposure());
      }),
      { numRuns: 200, seed: 20261122 },
    );
    expect(suggestions).toBeGreaterThan(300);
  });

  it('gives a shorter list that begins as the longer one does', () => {
    fc.assert(
      fc.property(seekers('r1'), fc.tuple(...ids.map(holders)), (seeker, all) => {
        const matcher = matcherOf([seeker], all);
        const everybody = matcher.suggest('r1', { now, limit: 99 });
        expect(matcher.suggest('r1', { now, limit: 2 })).toEqual(everybody.slice(0, 2));
        expect(everybody.map(({ score }) => score)).toEqual(everybody.map(({ score }) => score).sort((a, b) => b - a));
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });
});
