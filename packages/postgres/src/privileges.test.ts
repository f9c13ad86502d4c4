import { describe, expect, it } from '@jest/globals';
import { accountFor } from './privileges.ts';

const root = { uid: 0, named: true, namespaces: () => true };
const inNamespace = 'unshare --user --map-user=65534 --map-group=65534 --';

describe('the account a cluster runs as', () => {
  it('is the caller when the caller is not root, or on a system without accounts', () => {
    expect(accountFor({ ...root, uid: 1000 }, 1000)).toEqual({ prefix: [] });
    expect(accountFor({ ...root, uid: undefined }, 0)).toEqual({ prefix: [] });
  });

  it('has a name even when the caller has only a number', () => {
    const nameless = { ...root, uid: 54321, named: false };
    expect(accountFor(nameless, 54321).prefix.join(' ')).toBe(inNamespace);
    expect(accountFor({ ...nameless, namespaces: () => false }, 54321)).toEqual({ prefix: [] });
  });

  it('is a nobody that owns what root owns, where user namespaces are allowed', () => {
    const { prefix, owner } = accountFor(root, 0);
    expect(prefix.join(' ')).toBe(inNamespace);
    expect(owner).toBeUndefined();
  });

  it('is the real nobody where they are not', () => {
    const { prefix, owner } = accountFor({ ...root, namespaces: () => false }, 0);
    expect(prefix[0]).toBe('setpriv');
    expect(prefix).toContain('--reuid=65534');
    expect(owner).toBe(65534);
  });

  it('is whoever owns the cluster already, without asking for a namespace', () => {
    const namespaces = () => {
      throw new Error('not asked');
    };
    const account = accountFor({ ...root, namespaces }, 1234);
    expect(account.prefix).toContain('--reuid=1234');
    expect(account.owner).toBe(1234);
  });
});
