import { randomUUID } from 'node:crypto';
import { type Actor, addDays, visitor } from '@baraza/domain/kernel';
import { memberTerms, requestAffiliation } from '@baraza/domain/members';
import { hashPassword } from 'better-auth/crypto';
import { DataSource } from 'typeorm';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { asActor } from '../platform/asker.ts';
import { Clock } from '../platform/clock.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { type Account, accountsAt, type Place, type Waiting, waitingAt } from './members.demo-people.ts';
import { insertAffiliation } from './members.repository.ts';

/**
 * The people of the demo community. A focal point answers for every organisation; those of placeholders have only said so
 * and wait for an administrator, which is what a placeholder means. All share one password, hashed once.
 */
export const membersDemo: DemoStep = async (app, settings) => {
  const db = app.get(DataSource);
  const at = app.get(Clock).now();
  const places: Place[] = await db.query(
    `select slug, names ->> 'en' as name, languages, time_zone as "timeZone", placeholder from organisation order by slug`,
  );
  const accounts = accountsAt(places);
  await insertAccounts(db, accounts, await hashPassword(settings.demoPassword), addDays(at, -260));
  await insertStanding(db, accounts, addDays(at, -240));
  await askForPlaces(app.get(UnitOfWork), waitingAt(places), at);
};

async function insertAccounts(db: DataSource, accounts: readonly Account[], hash: string, since: Date): Promise<void> {
  const rows = accounts.map(({ slug, name, email, locale, languages, timeZone }) => ({
    id: demoId('member', slug),
    name,
    email,
    locale,
    languages,
    time_zone: timeZone,
  }));
  await db.query(
    `insert into member (id, name, email, email_verified, locale, languages, time_zone, created_at, updated_at)
     select id, name, email, true, locale, languages, time_zone, $2, $2 from json_populate_recordset(null::member, $1)`,
    [JSON.stringify(rows), since],
  );
  await db.query(
    `insert into member_account (account_id, provider_id, user_id, password, created_at, updated_at)
     select id::text, 'credential', id, $2, $3, $3 from json_populate_recordset(null::member, $1)`,
    [JSON.stringify(rows), hash, since],
  );
}

/** Roles and verified affiliations as an administrator gave them, with the deadline each leaves behind. */
async function insertStanding(db: DataSource, accounts: readonly Account[], since: Date): Promise<void> {
  const admin = demoId('member', 'admin');
  const roles = accounts.flatMap(({ slug, roles = [] }) =>
    roles.map((role) => ({ member_id: demoId('member', slug), role })),
  );
  await db.query(
    `insert into member_role (member_id, role, given_by, valid_from)
     select member_id, role, case when member_id = $2 then null else $2::uuid end, $3 from json_populate_recordset(null::member_role, $1)`,
    [JSON.stringify(roles), admin, since],
  );
  const affiliations = accounts.flatMap(({ slug, at }) =>
    at
      ? [
          {
            id: randomUUID(),
            member_id: demoId('member', slug),
            organisation_id: demoId('organisation', at.organisation),
            role: at.role,
          },
        ]
      : [],
  );
  await db.query(
    `with made as (
       insert into affiliation (id, member_id, organisation_id, role, state, verified_by, requested_at, valid_from, valid_until, decided_by, decided_at, version)
       select id, member_id, organisation_id, role, 'active', 'admin', $3, $3, $4, $2, $3, 2
       from json_populate_recordset(null::affiliation, $1) returning id, member_id, organisation_id, role, valid_until
     ), told as (
       insert into stream (name, seq) select 'affiliation:' || id, 2 from made
     ), asked as (
       insert into domain_event (stream, stream_seq, name, data, actor_kind, actor_id, at)
       select 'affiliation:' || id, 1, 'members.affiliation.requested',
         jsonb_build_object('affiliationId', id, 'memberId', member_id, 'organisationId', organisation_id, 'role', role),
         'member', member_id, $3 from made
     ), verified as (
       insert into domain_event (stream, stream_seq, name, data, actor_kind, actor_id, at)
       select 'affiliation:' || id, 2, 'members.affiliation.moved',
         jsonb_build_object('affiliationId', id, 'memberId', member_id, 'organisationId', organisation_id, 'role', role,
           'move', 'verify', 'from', 'pending', 'to', 'active', 'verifiedBy', 'admin'),
         'member', $2, $3 from made
     ), armed as (
       insert into timer (subject, kind, due_at, responsible_kind, responsible_id, armed_at)
       select 'affiliation:' || id, 'members.affiliation.lapse', valid_until, 'member', member_id, $3 from made
       returning id, due_at
     )
     select graphile_worker.add_job('timer', json_build_object('id', id::text), run_at := due_at, job_key := 'timer:' || id) from armed`,
    [JSON.stringify(affiliations), admin, since, addDays(since, memberTerms.affiliationDays)],
  );
}

/** Those who wait, as if they had asked through the door some days ago: event, deadline and all. */
async function askForPlaces(work: UnitOfWork, waiting: readonly Waiting[], at: Date): Promise<void> {
  for (const [i, { member, organisation, role }] of waiting.entries()) {
    const asked = addDays(at, -(i % 4) - 0.2);
    const memberId = demoId('member', member);
    const actor: Actor = { ...visitor, kind: 'member', id: memberId, roles: ['member'] };
    await work.run(asActor(actor, asked), async ({ tx, tell, arm }) => {
      const wish = { id: randomUUID(), organisationId: demoId('organisation', organisation), role };
      const { change, happening, deadline } = requestAffiliation(wish, [], actor, asked);
      await insertAffiliation(tx, { ...change, note: null, requestedAt: asked });
      await tell(happening);
      if (deadline) await arm(deadline);
    });
  }
}
