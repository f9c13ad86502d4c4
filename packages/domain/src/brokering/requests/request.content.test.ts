import { describe, expect, it } from '@jest/globals';
import { aRequest, ctx, people, start } from '../../../test/brokering.ts';
import { Refusal } from '../../kernel/index.ts';
import { draftRequest, goalsOf, reviseRequest, sdgTargets, sdgTargetsByGoal } from './index.ts';

describe('the targets of the Sustainable Development Goals', () => {
  it('are 169, each under its goal, as the United Nations number them', () => {
    expect(sdgTargets.size).toBe(169);
    expect([...sdgTargetsByGoal.keys()]).toEqual(Array.from({ length: 17 }, (_, i) => i + 1));
    for (const target of ['1.5', '1.b', '3.9', '3.d', '8.10', '9.3', '9.c', '16.10', '17.19'])
      expect(sdgTargets).toContain(target);
    for (const target of ['1.6', '3.e', '9.6', '17.20', '17.a', '18.1', '9']) expect(sdgTargets).not.toContain(target);
  });

  it('bring their goals with them, each once and in order', () => {
    expect(goalsOf([17, 2], ['9.3', '9.c', '2.1', '10.7'])).toEqual([2, 9, 10, 17]);
  });
});

describe('a request for one cluster only', () => {
  const why = (make: () => unknown) => {
    try {
      make();
    } catch (refusal) {
      return refusal instanceof Refusal ? [refusal.sentence, refusal.path] : refusal;
    }
    return null;
  };
  const clusterless = { visibility: 'cluster', clusterId: null } as const;
  const draft = (change: object) =>
    draftRequest({ id: 'r1', kind: 'need', organisationId: 'benin', ...change }, people.delegate, start, ctx);

  it('is not written down, nor rewritten, without the cluster: nobody would read it', () => {
    const missing = ['brokering.refuse.clusterMissing', 'cluster'];
    expect(why(() => draft(clusterless))).toEqual(missing);
    expect(why(() => reviseRequest(aRequest(), clusterless, people.delegate, start, ctx))).toEqual(missing);
    expect(why(() => draft({ visibility: 'cluster', clusterId: 'rural' }))).toBeNull();
    expect(why(() => reviseRequest(aRequest(), { visibility: 'cluster' }, people.delegate, start, ctx))).toBeNull();
  });
});
