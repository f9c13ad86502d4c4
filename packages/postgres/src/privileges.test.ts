import { describe, expect, it } from '@jest/globals';
import { accountFor } from './privileges.ts';

const yes = () => true;
const no = () => false;

describe('the account a cluster runs as', () => {
  it('is the caller when the caller is not root, or on a system without accounts', () => {
    expect(accountFor(1000, 1000, yes)).toEqual({ prefix: [] });
    expect(accountFor(undefined, 0, yes)).toEqual({ prefix: [] });
  });

  it('is a nobody that owns what root owns, where user namespaces are allowed', () => {
    const { prefix, owner } = accountFor(0, 0, yes);
    expect(prefix.join(' ')).toBe('unshare --user --map-user=65534 --map-group=65534 --');
    expect(owner).toBeUndefined();
  });

  it('is the real nobody where they are not', () => {
    const { prefix, owner } = accountFor(0, 0, no);
    expect(prefix[0]).toBe('setpriv');
    expect(prefix).toContain('--reuid=65534');
    expect(owner).toBe(65534);
  });

  it('is whoever owns the cluster already, without asking for a namespace', () => {
    const account = accountFor(0, 1234, () => {
      throw new Error('not asked');
    });
    expect(account.prefix).toContain('--reuid=1234');
    expect(account.owner).toBe(1234);
  });
});
