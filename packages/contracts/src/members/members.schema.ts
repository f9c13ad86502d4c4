import { affiliationRoles, roles } from '@baraza/domain/kernel';
import { z } from 'zod';
import { Id, Locale } from '../kernel/index.ts';

export const Role = z.enum(roles).meta({ id: 'Role' });
export const AffiliationRole = z.enum(affiliationRoles).meta({ id: 'AffiliationRole' });

/** Who is signed in, as every page's frame needs it. */
export const Reader = z
  .object({
    id: Id,
    name: z.string(),
    locale: Locale,
    roles: z.array(Role),
    actingFor: z.object({ id: Id, slug: z.string(), name: z.string() }).nullable(),
    organisations: z.array(z.object({ id: Id, slug: z.string(), name: z.string(), role: AffiliationRole })),
    dataSaver: z.boolean(),
    counts: z.record(z.string(), z.int()),
  })
  .meta({ id: 'Reader' });
export type Reader = z.output<typeof Reader>;

export const SignIn = z
  .object({ email: z.email().max(200), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn' });
