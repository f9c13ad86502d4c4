import { describe, expect, it } from '@jest/globals';
import { ctx, inState, people, start } from '../../../test/brokering.ts';
import type { Actor } from '../../kernel/index.ts';
import type { MoveInput } from '../subject.ts';
import { contactsOpen, type MatchFacts, type MatchMove, makeMatchMove, matchForms, suggest } from './index.ts';

const { delegate, otherDelegate, broker } = people;
const free = { open: 0, refusedAt: null };
const suggested = suggest(
  inState('published'),
  { id: 'm2', organisationId: 'zhalantun', origin: 'broker', standing: free },
  broker,
  start,
  ctx,
).match;
const decide = (match: MatchFacts, move: MatchMove, actor: Actor, input: MoveInput = {}) =>
  makeMatchMove(match, move, input, actor, start, ctx);
const stances = ({ parties }: Pick<MatchFacts, 'parties'>) => parties.map(({ stance }) => stance);

describe('how much a yes matters', () => {
  it('is said with the yes, and an ordinary one when it is not', () => {
    expect(matchForms.sayYes).toMatchObject({ reasons: ['interested', 'must'], unsaid: 'interested' });
    const said = (input?: MoveInput) =>
      stances({ ...suggested, ...decide(suggested, 'sayYes', delegate, input).change });
    expect(said()).toEqual(['interested', 'unseen']);
    expect(said({ reason: 'must' })).toEqual(['must', 'unseen']);
    expect(() => said({ reason: 'perhaps' })).toThrow('brokering.refuse.reasonMissing');
  });

  it('is told with neither yes: the other side learns no more than that there was one', () => {
    const one = decide(suggested, 'sayYes', delegate, { reason: 'must' });
    expect(one.happening).toMatchObject({ name: 'brokering.match.moved', data: { move: 'sayYes', reason: null } });
    const plain = decide(suggested, 'sayYes', delegate);
    expect(one.happening).toEqual(plain.happening);
  });

  it('introduces both as any yes does, whoever said it first', () => {
    for (const [first, second] of [
      ['must', 'must'],
      ['must', 'interested'],
      ['interested', 'must'],
    ] as const) {
      const half = { ...suggested, ...decide(suggested, 'sayYes', otherDelegate, { reason: first }).change };
      const both = decide(half, 'sayYes', delegate, { reason: second });
      expect(both.happening.name).toBe('brokering.match.introduced');
      const whole = { ...half, ...both.change };
      expect(stances(whole)).toEqual([second, first]);
      expect(contactsOpen(whole)).toBe(true);
    }
  });
});
