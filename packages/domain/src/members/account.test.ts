import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, isFinal, movesFrom, type Role, reachable, roles, system, visitor } from '../kernel/index.ts';
import {
  type AccountFacts,
  accountMachine,
  accountMovesFor,
  displayName,
  giveRole,
  makeAccountMove,
  mayGive,
  renameAccount,
  takeRole,
  verifiedByDomain,
} from './index.ts';

const holding = (id: string, ...held: Role[]): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member', ...held],
});
const account = (more: Partial<AccountFacts> = {}): AccountFacts => ({
  id: 'ana',
  version: 1,
  state: 'active',
  displayName: 'Ana',
  roles: ['member'],
  ...more,
});
const admin = holding('ada', 'admin');
const ana = holding('ana');

describe('an account', () => {
  it('can reach every state and is stuck in none that is open', () => {
    expect(reachable(accountMachine)).toEqual(new Set(accountMachine.states));
    const { states } = accountMachine;
    expect(states.filter((s) => !isFinal(accountMachine, s) && movesFrom(accountMachine, s).length === 0)).toEqual([]);
  });

  it.each([
    ['active', ana, ['close']],
    ['active', admin, ['suspend', 'close']],
    ['active', holding('sid', 'moderator'), []],
    ['suspended', admin, ['restore', 'close']],
    ['suspended', ana, ['close']],
    ['closed', admin, []],
    ['closed', ana, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(accountMovesFor(actor, account({ state }))).toEqual(moves);
  });

  it('of the last administrator stays, and so does their role', () => {
    const last = account({ id: 'ada', roles: ['member', 'admin'] });
    expect(() => makeAccountMove(last, 'close', admin, { admins: 1 })).toThrow('members.refuse.lastAdmin');
    expect(() => takeRole(last, 'admin', admin, { admins: 1 })).toThrow('members.refuse.lastAdmin');
    expect(makeAccountMove(last, 'close', admin, { admins: 2 }).change).toEqual({ state: 'closed' });
    expect(takeRole(last, 'admin', admin, { admins: 2 }).change).toEqual({ roles: ['member'] });
  });

  it('is renamed by its owner only', () => {
    expect(renameAccount(account(), '  Ana   Souza ', ana)).toMatchObject({
      change: { displayName: 'Ana Souza' },
      happening: { name: 'members.account.renamed', stream: 'member:ana' },
    });
    expect(() => renameAccount(account(), 'Eve', admin)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
    expect(() => renameAccount(account({ state: 'suspended' }), 'Ana', ana)).toThrow();
  });
});

describe('a role', () => {
  it('is given by administrators, brokers also by the lead broker, and membership by nobody', () => {
    for (const role of roles) {
      expect(mayGive(admin, role)).toBe(role !== 'member');
      expect(mayGive(system, role)).toBe(role !== 'member');
      expect(mayGive(holding('lea', 'lead_broker'), role)).toBe(role === 'broker');
      expect(mayGive(holding('mo', 'moderator', 'broker', 'organiser', 'editor', 'me_officer'), role)).toBe(false);
    }
  });

  it('is given to another, active, and once', () => {
    expect(giveRole(account(), 'broker', admin)).toMatchObject({
      change: { roles: ['member', 'broker'] },
      happening: { name: 'members.role.given', data: { memberId: 'ana', role: 'broker' } },
    });
    expect(() => giveRole(account({ id: 'ada' }), 'broker', admin)).toThrow('members.refuse.roleToSelf');
    expect(() => giveRole(account({ state: 'suspended' }), 'broker', admin)).toThrow('members.refuse.accountNotActive');
    expect(() => giveRole(account({ roles: ['broker'] }), 'broker', admin)).toThrow('members.refuse.roleHeld');
    expect(() => giveRole(account(), 'broker', ana)).toThrow('members.refuse.roleNotYours');
  });

  it('may be laid down by whoever holds it', () => {
    const broker = account({ roles: ['member', 'broker'] });
    expect(takeRole(broker, 'broker', ana, { admins: 1 }).change).toEqual({ roles: ['member'] });
    expect(() => takeRole(broker, 'broker', holding('sid'), { admins: 1 })).toThrow('members.refuse.roleNotYours');
    expect(() => takeRole(account(), 'broker', admin, { admins: 1 })).toThrow('members.refuse.roleNotHeld');
  });
});

describe('a display name', () => {
  it.each(['Ana', '李', 'محمد علي', 'Жанна д’Арк', 'নাসরিন', 'Nguyễn Văn A', 'Jean-Luc', 'می\u200cخواهم'])(
    'may be %s',
    (name) => {
      expect(displayName(name)).toBe(name.normalize('NFC'));
    },
  );

  it.each([
    ['', 'nameNeedsLetter'],
    ['  \n ', 'nameNeedsLetter'],
    ['12345', 'nameNeedsLetter'],
    ['Ana\u202egnp', 'nameHasDisguise'],
    ['An\u200ba', 'nameHasDisguise'],
    ['ana@example.org', 'nameIsAddress'],
    ['see www.example.org', 'nameIsAddress'],
    ['a'.repeat(61), 'nameTooLong'],
  ])('may not be %j', (name, why) => {
    expect(() => displayName(name)).toThrow(
      expect.objectContaining({ sentence: `members.refuse.${why}`, path: 'displayName' }),
    );
  });

  it('that was accepted is accepted unchanged ever after', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (raw) => {
        let name: string;
        try {
          name = displayName(`A${raw}`);
        } catch {
          return;
        }
        expect(displayName(name)).toBe(name);
      }),
    );
  });
});

describe('an institutional address', () => {
  it.each([
    ['ana@kolkata.gov.in', ['kolkata.gov.in'], true],
    ['Ana@Mail.KOLKATA.gov.in', ['@kolkata.gov.in'], true],
    ['ana@evilkolkata.gov.in', ['kolkata.gov.in'], false],
    ['ana@kolkata.gov.in.example.org', ['kolkata.gov.in'], false],
    ['"a@kolkata.gov.in"@example.org', ['kolkata.gov.in'], false],
    ['ana@gmail.com', ['gmail.com'], false],
    ['ana@city.in', ['in'], false],
    ['ana@ville.bénin.example', ['ville.bénin.example'], true],
    ['kolkata.gov.in', ['kolkata.gov.in'], false],
    ['@kolkata.gov.in', ['kolkata.gov.in'], false],
    ['ana@', [''], false],
    ['ana@kolkata.gov.in', [], false],
  ])('%s under %j: %s', (email, domains, verified) => {
    expect(verifiedByDomain(email, domains)).toBe(verified);
  });
});
