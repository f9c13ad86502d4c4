import { describe, expect, it } from '@jest/globals';
import { numberIn, numberOf, postHref, startIn, withPart } from './places.ts';

const at = (search: string) => startIn(new URLSearchParams(search));

describe('places in a thread', () => {
  it('leads to a post on the page where it stands, wherever that is', () => {
    expect(postHref(12, 3)).toBe('/threads/12#post-3');
    for (const post of [21, 40, 41, 999]) {
      const { search, hash } = new URL(postHref(12, post), 'https://house.example');
      const from = at(search);
      expect(hash).toBe(`#post-${post}`);
      expect(from).toBeLessThanOrEqual(post);
      expect(post).toBeLessThan(from + 20);
    }
  });

  it('reads an address as far as it makes sense, and begins at the beginning otherwise', () => {
    expect([at(''), at('from=21'), at('post=20'), at('post=21')]).toEqual([1, 21, 1, 21]);
    expect([at('from=-3'), at('from=x'), at('post=99999999999')]).toEqual([1, 1, 1]);
    expect([numberIn('7'), numberIn('07'), numberIn('1e3'), numberIn(null)]).toEqual([7, null, null, null]);
    expect(numberOf({ no: 'nothing' }, 'no')).toBe(2_147_483_647);
  });

  it('starts a list again when its filter changes, and keeps the filter from page to page', () => {
    const search = new URLSearchParams('state=open&cursor=abc');
    expect(withPart('/threads', search, 'only', 'unread')).toBe('/threads?state=open&only=unread');
    expect(withPart('/threads', search, 'cursor', 'def')).toBe('/threads?state=open&cursor=def');
    expect(withPart('/threads', search, 'state', null)).toBe('/threads');
  });
});
