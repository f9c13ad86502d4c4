import { describe, expect, it } from '@jest/globals';
import { listAddress } from './list-address.ts';

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
