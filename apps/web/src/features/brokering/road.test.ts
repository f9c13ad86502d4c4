import { describe, expect, it } from '@jest/globals';
import { along } from './road.ts';

const road = ['scoping', 'agreed', 'active', 'finalising', 'closed'] as const;
const came = ['scoping', 'agreed', 'active'].map((state, i) => ({ state, at: `2026-0${i + 1}-01T00:00:00Z` }));

describe('the road of a thing', () => {
  it('is done behind it, now where it stands, and ahead after that', () => {
    expect(along(road, 'active', came).map(({ at }) => at)).toEqual(['done', 'done', 'now', 'ahead', 'ahead']);
  });

  it.each(['suspended', 'dormant', 'cancelled'])('stays done as far as it came when it is %s', (state) => {
    const steps = along(road, state, [...came, { state, at: '2026-04-01T00:00:00Z' }]);
    expect(steps.map(({ at }) => at)).toEqual(['done', 'done', 'done', 'ahead', 'ahead']);
    expect(steps.map(({ since }) => since !== undefined)).toEqual([true, true, true, false, false]);
  });

  it('does not show what it came back from as a day still ahead', () => {
    expect(along(road, 'scoping', came).map(({ since }) => since !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
