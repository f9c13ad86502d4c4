import { affiliationRoles, movesOf, roles } from '@baraza/domain/kernel';
import { accountMachine, affiliationMachine, verifications } from '@baraza/domain/members';
import { z } from 'zod';
import { Id, instant, Locale, Version, Words } from '../kernel/index.ts';

export const Role = z.enum(roles).meta({ id: 'Role' });
export const AffiliationRole = z.enum(affiliationRoles).meta({ id: 'AffiliationRole' });
export const AccountState = z.enum(accountMachine.states).meta({ id: 'AccountState' });
export const AccountMove = z.enum(movesOf(accountMachine)).meta({ id: 'AccountMove' });
export const AffiliationState = z.enum(affiliationMachine.states).meta({ id: 'AffiliationState' });
/** What a person may ask for; to lapse is the calendar's. */
export const AffiliationMove = z.enum(movesOf(affiliationMachine)).exclude(['lapse']).meta({ id: 'AffiliationMove' });
export const Theme = z.enum(['light', 'dark']);

const Named = z.object({ id: Id, slug: z.string(), name: z.string() });

/** Who is signed in, as every page's frame needs it. */
export const Reader = z
  .object({
    id: Id,
    name: z.string(),
    locale: Locale,
    roles: z.array(Role),
    actingFor: Named.nullable(),
    organisations: z.array(Named.extend({ role: AffiliationRole })),
    dataSaver: z.boolean(),
    counts: z.record(z.string(), z.int()),
    heard: z.int().describe("How far `member:<id>`, the reader's own stream, is counted in"),
  })
  .meta({ id: 'Reader' });
export type Reader = z.output<typeof Reader>;

/** How an address is written is kept; how it is compared is without case. */
const Email = z.email().max(200);
const NewPassword = z.string().min(10).max(200);
const Token = z.string().min(1).max(1000);

export const SignUp = z
  .object({
    displayName: Words(1, 200),
    email: Email,
    password: NewPassword,
    locale: Locale,
    organisation: Words(0, 300).optional().describe('Name of the organisation one works for, in any language'),
  })
  .meta({ id: 'SignUp' });
export const SignIn = z.object({ email: Email, password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });
export const Address = z.object({ email: Email }).meta({ id: 'Address' });
export const Confirmation = z.object({ token: Token }).meta({ id: 'Confirmation' });
export const PasswordReset = z.object({ token: Token, password: NewPassword }).meta({ id: 'PasswordReset' });
export const PasswordChange = z
  .object({ current: z.string().min(1).max(200), password: NewPassword })
  .meta({ id: 'PasswordChange' });
/** The same for every address, known or not. `kept`: no mail server is set, an administrator finds the mail in the house. */
export const MailSent = z.object({ mail: z.enum(['sent', 'kept']) }).meta({ id: 'MailSent' });

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};
const noSuchZone = { params: { sentence: 'members.refuse.noSuchZone' } };
/** The whole profile at once: what is left out is taken out. */
export const ProfileEdit = z
  .object({
    version: Version,
    displayName: Words(1, 200),
    pronunciation: Words(0, 120).optional(),
    locale: Locale,
    languages: z.array(Locale).max(7).default([]).describe('Languages one can work in'),
    timeZone: z.string().trim().max(60).refine(isZone, noSuchZone).optional().describe('IANA name'),
    dataSaver: z.boolean().default(false),
  })
  .meta({ id: 'ProfileEdit' });

export const Preferences = z
  .object({ locale: Locale.optional(), theme: Theme.nullable().optional() })
  .meta({ id: 'Preferences' });

export const AffiliationView = z
  .object({
    id: Id,
    version: Version,
    role: AffiliationRole,
    state: AffiliationState,
    verifiedBy: z.enum(verifications).nullable(),
    organisation: Named,
    requestedAt: instant,
    validUntil: instant.nullable(),
    dueAt: instant.nullable().describe('By when an answer is owed, while it is pending'),
    moves: z.array(z.enum(movesOf(affiliationMachine))),
  })
  .meta({ id: 'AffiliationView' });
export type AffiliationView = z.output<typeof AffiliationView>;

/** An affiliation as whoever decides it sees it. The whole address is for administrators; its domain tells a colleague enough. */
export const AffiliationCase = AffiliationView.extend({
  member: z.object({ id: Id, name: z.string(), email: z.string().nullable(), domain: z.string() }),
  note: z.string().nullable(),
}).meta({ id: 'AffiliationCase' });
export type AffiliationCase = z.output<typeof AffiliationCase>;

export const RoleHeld = z.object({ role: Role, validUntil: instant.nullable() }).meta({ id: 'RoleHeld' });

export const Me = z
  .object({
    id: Id,
    version: Version,
    displayName: z.string(),
    email: z.string(),
    pronunciation: z.string().nullable(),
    locale: Locale,
    languages: z.array(z.string()),
    timeZone: z.string().nullable(),
    dataSaver: z.boolean(),
    roles: z.array(RoleHeld),
    affiliations: z.array(AffiliationView),
    toDecide: z.array(AffiliationCase).describe('Colleagues who say they work where the reader is focal point'),
    moves: z.array(AccountMove),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;

export const SessionView = z
  .object({
    id: Id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    current: z.boolean(),
    createdAt: instant,
    usedAt: instant.describe('To the day'),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.output<typeof SessionView>;

export const OrganisationChoice = Named.extend({ country: z.string().nullable(), kind: z.string() }).meta({
  id: 'OrganisationChoice',
});
export type OrganisationChoice = z.output<typeof OrganisationChoice>;

export const AffiliationRequest = z
  .object({
    organisationId: Id,
    role: AffiliationRole,
    note: Words(0, 500).optional().describe('Anything that helps whoever decides'),
  })
  .meta({ id: 'AffiliationRequest' });

const versioned = { version: Version };
export const AffiliationStep = z
  .object({
    ...versioned,
    move: AffiliationMove,
    letter: z.boolean().optional().describe('An administrator has seen a letter of the organisation'),
  })
  .meta({ id: 'AffiliationStep' });
export const AccountStep = z.object({ ...versioned, move: AccountMove }).meta({ id: 'AccountStep' });
export const RoleGrant = z
  .object({ ...versioned, role: Role, until: z.iso.date().optional().describe('Last day, in UTC') })
  .meta({ id: 'RoleGrant' });
export const RoleReturn = z.object(versioned).meta({ id: 'RoleReturn' });
export const Account = z
  .object({ id: Id, version: Version, state: AccountState, roles: z.array(Role), moves: z.array(AccountMove) })
  .meta({ id: 'Account' });
