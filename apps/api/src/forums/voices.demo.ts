import type { Locale } from '@baraza/domain/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demoId } from '../demo/ids.ts';

/** Who speaks in the demo's threads, as the content names them: by role, in the language of the post. */
export interface Author {
  readonly role: string;
  /** The organisation they speak for; null for somebody who speaks for themself. */
  readonly member: string | null;
}
export interface Voice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly locale: Locale;
}

const isFocalPoint = /focal|Координатор|县联络人/i;

/** Offices that speak in several languages are one account, named once. */
const desks: Readonly<Record<string, string>> = {
  'belarus-state-customs-committee': 'Belarus State Customs Committee',
  'caoxian-county': 'Caoxian e-commerce centre',
  guangzhou: 'Guangzhou commerce office',
  qingdao: 'Qingdao pilot zone centre',
  tianjin: 'Tianjin port services desk',
  'zha-lan-tun': 'Zha Lan Tun service centre',
  zhengzhou: 'Zhengzhou logistics office',
};

/** The account behind a role: the focal point that the members' room has made, an office, or somebody named by their role alone. */
export function voiceOf({ role, member }: Author, locale: Locale): Voice {
  const focal = member !== null && isFocalPoint.test(role);
  const desk = member && desks[member];
  const slug = focal ? `${member}-focal-point` : desk ? `desk-${member}` : `voice:${role}`;
  return { id: demoId('member', slug), slug, name: desk || role, organisation: member, locale };
}

/** Offices and single people that only speak here. The members' room has made the focal points. */
export async function insertVoices(app: INestApplicationContext, voices: readonly Voice[], at: Date): Promise<void> {
  const db = app.get(DataSource);
  const own = voices.filter(({ slug, organisation }) => slug !== `${organisation}-focal-point`);
  const members = own.map(({ id, name, locale }) => ({
    id,
    name,
    email: `${id.slice(0, 8)}@demo.baraza.example`,
    email_verified: true,
    locale,
    languages: [locale],
    created_at: at,
    updated_at: at,
  }));
  await db.query(
    `insert into member (id, name, email, email_verified, locale, languages, created_at, updated_at)
     select id, name, email, email_verified, locale, languages, created_at, updated_at from json_populate_recordset(null::member, $1)`,
    [JSON.stringify(members)],
  );
  await db.query(
    `insert into affiliation (member_id, organisation_id, role, state, verified_by, requested_at, valid_from)
     select v.member, v.organisation, 'staff', 'active', 'admin', $3, $3 from unnest($1::uuid[], $2::uuid[]) v(member, organisation)
     where v.organisation is not null`,
    [own.map(({ id }) => id), own.map(({ organisation }) => organisation && demoId('organisation', organisation)), at],
  );
}
