import { describe, expect, it } from '@jest/globals';
import { about, aHolder, aRecord, aSeeker, now } from '../../test/matching.ts';
import { createMatcher, type Funder, type Holder, type Seeker, trianglesFor } from './index.ts';

const seeker = aSeeker('r1', {
  languages: ['fr', 'en'],
  asks: about('fr', 'Un entrepôt sous douane', { themes: ['customs'], sdgs: ['9'] }),
});
const knowledge = aHolder('zhengzhou', { gives: [aRecord('s1', about('zh', '保税仓', { themes: ['customs'] }))] });
const funder = (id: string, change: Partial<Holder> = {}, more: Partial<Funder> = {}): Funder => ({
  holder: aHolder(id, { type: 'un_igo', region: 'europe', languages: ['en'], ...change }),
  offers: [aRecord(`${id}-offer`, about('en', '', { themes: ['customs'], sdgs: ['9'] }), 'request')],
  regions: ['africa'],
  ...more,
});

const found = (funders: readonly Funder[], asking: Seeker = seeker) => {
  const matcher = createMatcher();
  matcher.putSeeker(asking);
  matcher.putHolder(knowledge);
  const holderOf = (id: string): Holder | undefined => (id === 'zhengzhou' ? knowledge : undefined);
  return trianglesFor(asking, matcher.suggest('r1', { now }), holderOf, funders, now);
};

describe('a triangle', () => {
  it('joins a need, who knows, and who makes it possible, with a reason for each side', () => {
    const [triangle] = found([funder('geneva')]);
    expect(triangle).toMatchObject({ requestId: 'r1', knowledgeId: 'zhengzhou', funderId: 'geneva' });
    expect(triangle?.suggestion.clauses.length).toBeGreaterThan(0);
    expect(triangle?.clauses.map(({ key, args }) => [key, args])).toEqual([
      ['matching.because.thirdWanted', {}],
      ['matching.because.funds', { themes: { names: ['customs'], of: 'theme' } }],
      ['matching.because.fundsGoal', { goals: { names: ['9'], of: 'text' } }],
      ['matching.because.fundsRegion', { region: { names: ['africa'], of: 'region' } }],
      ['matching.because.fundsLanguage', { languages: { names: ['en'], of: 'language' } }],
    ]);
  });

  it('is weaker without anything it cites', () => {
    const score = (one: Funder): number => found([one])[0]?.score ?? 0;
    const whole = score(funder('geneva'));
    const offer = (ticked: Parameters<typeof about>[2]) => [aRecord('o', about('en', '', ticked), 'request')];
    expect(score(funder('geneva', {}, { offers: offer({ themes: ['customs'] }) }))).toBeLessThan(whole);
    expect(score(funder('geneva', {}, { regions: [] }))).toBeLessThan(whole);
    expect(score(funder('geneva', { languages: ['fr'] }))).toBeLessThan(whole);
    expect(score(funder('geneva', {}, { offers: offer({ sdgs: ['9'] }) }))).toBe(0);
  });

  it('is sought where the need wants a third or looks for funding, and says which', () => {
    const keys = (third: Seeker['third']) =>
      found([funder('geneva')], { ...seeker, third })[0]?.clauses.map(({ key }) => key);
    expect(keys('partner')).toContain('matching.because.thirdWanted');
    expect(keys('funding')).toContain('matching.because.fundingSought');
    expect(keys('funding')).not.toContain('matching.because.thirdWanted');
    expect(keys(null)).toBeUndefined();
  });

  it('names a target both work towards instead of its goal', () => {
    const towards = (...sdgs: string[]) => about('fr', 'Un entrepôt sous douane', { themes: ['customs'], sdgs });
    const offers = [aRecord('o', about('en', '', { themes: ['customs'], sdgs: ['9', '9.3', '8'] }), 'request')];
    const [triangle] = found([funder('geneva', {}, { offers })], { ...seeker, asks: towards('9', '9.3', '8') });
    const goals = triangle?.clauses.find(({ key }) => key === 'matching.because.fundsGoal');
    expect(goals?.args).toEqual({ goals: { names: ['9.3', '8'], of: 'text' } });
  });

  it('asks of the third only not to be unwelcome', () => {
    const funds = (one: Funder, asking?: Seeker): boolean => found([one], asking).length > 0;
    expect(funds(funder('zhengzhou'))).toBe(false);
    expect(funds(funder('kisumu'))).toBe(false);
    expect(funds(funder('geneva', { openSuggestions: 5 }))).toBe(false);
    expect(funds(funder('geneva'), { ...seeker, avoid: { ...seeker.avoid, types: ['un_igo'] } })).toBe(false);
    expect(funds(funder('geneva'), { ...seeker, must: { ...seeker.must, types: ['city_gov'] } })).toBe(true);
  });

  it('comes in the order of what both the one who knows and the one who pays are worth', () => {
    const list = found([funder('a', {}, { regions: [] }), funder('b'), funder('c')]);
    expect(list.map(({ funderId }) => funderId)).toEqual(['b', 'c', 'a']);
  });
});
