import { describe, expect, it } from '@jest/globals';
import { knownFilters, listAddress } from './list-address.ts';

describe('the filters of an address', () => {
  it('are those there are: what nobody can choose is left out, and what is no choice is kept', () => {
    const asked = new URLSearchParams('state=foo&state=closed&sdg=9&sdg=99&q=foo&cursor=abc');
    expect(`${knownFilters(asked, { state: ['published', 'closed'], sdg: [9, 0] })}`).toBe(
      'state=closed&sdg=9&q=foo&cursor=abc',
    );
  });
});

describe('the pages of a list', () => {
  const search = new URLSearchParams('state=active&state=dormant&theme=customs&cursor=abc');
  it('keep what was filtered for, on to the next one and back to the first', () => {
    expect(listAddress('/partnerships', search, 'def')).toBe(
      '/partnerships?state=active&state=dormant&theme=customs&cursor=def',
    );
    expect(listAddress('/partnerships', search, null)).toBe('/partnerships?state=active&state=dormant&theme=customs');
    expect(listAddress('/partnerships', new URLSearchParams('cursor=abc'), null)).toBe('/partnerships');
  });
});
