import { describe, expect, it } from '@jest/globals';
import { usualRole } from './party-roles.ts';

describe('the role of a party', () => {
  it('is its part in the match, and triangular for an organisation of the North, unless the parties say otherwise', () => {
    expect((['requester', 'provider', 'mutual', null] as const).map((part) => usualRole(part, 'BJ'))).toEqual([
      'requester',
      'provider',
      'mutual',
      'facilitator',
    ]);
    expect((['requester', 'provider', 'mutual', null] as const).map((part) => usualRole(part, 'CA'))).toEqual([
      'triangular_funder',
      'triangular_technical',
      'triangular_technical',
      'triangular_technical',
    ]);
    expect(usualRole('facilitator', 'DE')).toBe('facilitator');
    expect(usualRole('triangular_funder', 'DE')).toBe('triangular_funder');
    expect(usualRole('provider', null)).toBe('provider');
  });
});
