import { describe, expect, it } from '@jest/globals';
import { about, aHolder, aRecord, aSeeker, lexicon, now } from '../../test/matching.ts';
import { locales } from '../kernel/index.ts';
import { because, createMatcher, defaultWeights, faultsIn, type Holder, type Seeker } from './index.ts';

const seeker = aSeeker('r1', {
  languages: ['fr', 'zh'],
  prefer: { regions: ['asia'], sizes: [], types: [], languages: ['zh'] },
  asks: about('fr', 'Un entrepôt sous douane à Pointe-Noire', {
    themes: ['customs'],
    sdgs: ['9'],
    modalities: ['twinning'],
  }),
  brings: about('fr', 'des crédits'),
});
const holder = aHolder('vientiane', {
  groups: ['ldc', 'lldc'],
  gives: [aRecord('s1', about('zh', '保税仓', { themes: ['customs'], sdgs: ['9'], modalities: ['twinning'] }))],
  wants: [aRecord('c1', about('en', 'Loans are missing'), 'challenge')],
  history: { asked: 4, answered: 3, introductions: [{ organisationId: 'kisumu', at: now, agreed: true }] },
});
const others = [aHolder('guangzhou', { exposure: 90 })];

const saidOf = (asking: Seeker, holding: Holder, locale: (typeof locales)[number] = 'fr') => {
  const matcher = createMatcher();
  matcher.putSeeker(asking);
  [holding, ...others].forEach(matcher.putHolder);
  const said = matcher.explain('r1', holding.organisationId, { now });
  // The weightiest of each kind.
  const reasons = (said ? because(said, lexicon, locale) : []).reverse();
  return Object.fromEntries(reasons.map(({ key, args }) => [key, args]));
};

describe('the reasons for a suggestion', () => {
  it('are sentences of the catalogue with what stands in them', () => {
    expect(saidOf(seeker, holder)).toEqual({
      'matching.because.conceptAcross': {
        term: 'entrepôt sous douane',
        asked: 'entrepôt sous douane',
        found: '保税仓',
      },
      'matching.because.theme': { themes: { names: ['customs', 'bonded-warehousing'], of: 'theme' } },
      'matching.because.preference': { wishes: { names: ['regions', 'languages'], of: 'wish' } },
      'matching.because.acquaintance': {},
      'matching.because.language': { languages: { names: ['zh'], of: 'language' } },
      'matching.because.reliability': { answered: 3, asked: 4 },
      'matching.because.reciprocity': { things: { names: ['crédit'], of: 'text' } },
      'matching.because.goal': { goals: { names: ['9'], of: 'text' } },
      'matching.because.modality': { ways: { names: ['twinning'], of: 'modality' } },
      'matching.because.hours': { hours: 3 },
      'matching.because.size': {},
      'matching.because.balance': { groups: { names: ['ldc', 'lldc'], of: 'group' } },
    });
  });

  it('name what they are about in the reader’s language', () => {
    const terms = locales.map((locale) => saidOf(seeker, holder, locale)['matching.because.conceptAcross']?.['term']);
    expect(terms).toEqual(locales.map((locale) => lexicon.nameOf('bonded-warehouse', locale)));
    expect(new Set(terms).size).toBe(7);
  });

  it('say it shorter where both sides use the same words, and otherwise of an offer', () => {
    const same = { ...holder, gives: [aRecord('s1', about('fr', 'Entrepôt sous douane'))] };
    expect(saidOf(seeker, same)['matching.because.concept']).toEqual({ term: 'entrepôt sous douane' });
    const looking = { ...holder, wants: [aRecord('c1', about('zh', '保税仓'), 'challenge')] };
    expect(saidOf({ ...seeker, kind: 'offer' }, looking)).toHaveProperty(['matching.because.soughtAcross']);
  });

  it('quote words that stand on both sides and are no name', () => {
    const loud = { ...holder, gives: [aRecord('s1', about('fr', 'Le port de Pointe-Noire'))] };
    expect(saidOf(seeker, loud)['matching.because.word']).toEqual({
      words: { names: ['Pointe', 'Noire'], of: 'text' },
    });
  });
});

describe('weights', () => {
  it('are sound as they come', () => {
    expect(faultsIn(defaultWeights)).toEqual([]);
  });

  it('are refused where they are no weights', () => {
    const { points } = defaultWeights;
    expect(
      faultsIn({
        points: { ...points, theme: -1, concept: Number.NaN },
        balance: {
          reach: { group: 2, share: -1 },
          shares: { ldc: 0.6, lldc: 0.6, sids: 0 },
          largestShare: 0,
          tolerance: 0,
        },
        least: -1,
        muted: [],
      }),
    ).toEqual([
      'points.concept',
      'points.theme',
      'balance.shares',
      'balance.reach.group',
      'balance.reach.share',
      'balance.largestShare',
      'balance.tolerance',
      'least',
    ]);
  });
});
