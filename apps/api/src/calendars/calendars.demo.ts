import { readdirSync, readFileSync } from 'node:fs';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { asActor } from '../platform/asker.ts';
import { MemberLookup } from '../platform/auth/member-lookup.ts';
import { Clock } from '../platform/clock.ts';
import { CalendarsService } from './calendars.service.ts';

const files = new URL('../../content/holidays/', import.meta.url);

/** Holidays that fall on the same day each year by law, taken in as an administrator does it: from a file for each country. */
export const calendarsDemo: DemoStep = async (app) => {
  const at = app.get(Clock).now();
  const id = demoId('member', 'admin');
  const admin = await app.get(MemberLookup).byId(id, at);
  if (!admin) throw new Error('the demo has no administrator');
  const { roles, affiliations, clusterIds, locale } = admin;
  const asker = asActor({ kind: 'member', id, roles, affiliations, actingFor: null, clusterIds }, at, locale);
  const calendars = app.get(CalendarsService);
  for (const file of readdirSync(files).sort()) {
    const country = file.slice(0, 2);
    const text = readFileSync(new URL(file, files), 'utf8');
    const { import: found } = await calendars.look(country, { text }, asker);
    await calendars.take(country, found, asker);
  }
};
