import { describe, expect, it } from '@jest/globals';
import { testSettings } from '../../test/harness.ts';
import { SignedLinks, withoutTokens } from './signed-links.ts';

const links = new SignedLinks(testSettings);
const ids = ['0b7d1c1e-6f43-4a55-9d3f-2f6b1a2c3d4e', 'ffffffff-0000-4000-8000-000000000001'];
const until = new Date('2026-04-01T00:00:00Z');
const now = new Date('2026-03-20T09:00:00Z');

describe('a signed link', () => {
  it('names the ids it was signed for, for its purpose, until its time is up', () => {
    const token = links.sign('check-in', ids, until);
    expect(links.read('check-in', token, now)).toEqual(ids);
    expect(links.read('approve', token, now)).toBeNull();
    expect(links.read('check-in', token, until)).toBeNull();
    expect(links.read('check-in', links.sign('check-in', [...ids, ids[0] as string], until), now)).toHaveLength(3);
  });

  it('is worth nothing with another secret, with any character changed, cut, lengthened, or spelt otherwise', () => {
    const token = links.sign('check-in', ids, until);
    expect(new SignedLinks({ ...testSettings, secret: 'x'.repeat(40) }).read('check-in', token, now)).toBeNull();
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === 'A' ? 'B' : 'A';
      expect(links.read('check-in', `${token.slice(0, i)}${other}${token.slice(i + 1)}`, now)).toBeNull();
    }
    for (const wrong of ['', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`, `${token} `, 'x'.repeat(99)])
      expect(links.read('check-in', wrong, now)).toBeNull();
  });

  it('fits an address with three ids, and is not in what a log gets', () => {
    const token = links.sign('check-in', [...ids, ids[0] as string], until);
    expect(token.length).toBeLessThanOrEqual(100);
    expect(withoutTokens(`/check-ins/${token}`)).toBe('/check-ins/…');
    expect(withoutTokens(`/matches/${ids[0]}`)).toBe(`/matches/${ids[0]}`);
  });
});
