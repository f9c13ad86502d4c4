import { describe, expect, it } from '@jest/globals';
import { visitor } from '../../kernel/index.ts';
import { brokeringTerms } from '../terms.ts';
import { refuseUnlessMayKeep } from './index.ts';

const member = { ...visitor, kind: 'member', id: 'ana' } as const;
const { most } = brokeringTerms.search;

describe('a search that is kept', () => {
  it('is a member’s, one of a number one can overlook', () => {
    expect(() => refuseUnlessMayKeep(member, most - 1)).not.toThrow();
    expect(() => refuseUnlessMayKeep(member, most)).toThrow(
      expect.objectContaining({ code: 'unmet-condition', args: { most } }),
    );
    expect(() => refuseUnlessMayKeep(visitor, 0)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });
});
