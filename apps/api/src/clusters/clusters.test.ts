import {
  clusterMachine,
  joinRules,
  type MembershipState,
  membershipPolicy,
  visibilities,
} from '@baraza/domain/clusters';
import { type Actor, can, visitor } from '@baraza/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse, testSettings } from '../../test/harness.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { demoId } from '../demo/ids.ts';
import { asActor } from '../platform/asker.ts';
import { Streams } from '../platform/live/streams.ts';
import { clusterMembersDemo, clustersDemo } from './clusters.demo.ts';
import { ClustersQueries } from './clusters.queries.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await citiesDemo(house.app, testSettings);
  await clustersDemo(house.app, testSettings);
});
afterAll(() => house.close());

const ports = { slug: 'logistics-ports' };
const moved = () =>
  house.db<{ data: object }>(`select data from domain_event where name = 'clusters.membership.moved' order by seq`);
const aCluster = async (slug: string, more: { join?: string; visibility?: string; state?: string } = {}) => {
  await house.db(
    `insert into cluster (id, slug, kind, names, description, join_policy, visibility, state) values ($1, $2, 'forum', $3, $4, $5, $6, $7)`,
    [
      demoId('cluster', slug),
      slug,
      { en: slug },
      { sourceLocale: 'en', sourceText: slug, sourceHash: '', variants: [] },
      more.join ?? 'open',
      more.visibility ?? 'public',
      more.state ?? 'active',
    ],
  );
  return demoId('cluster', slug);
};

describe('clusters', () => {
  it('are one city cluster with six forums, each with its cities', async () => {
    const { items, next } = await house.visitor({ 'accept-language': 'ar' }).clusters.list({ query: { limit: 100 } });
    expect(next).toBeNull();
    expect(items).toHaveLength(7);
    const [first] = items;
    const cluster = await house.visitor().clusters.read({ params: { slug: first?.slug ?? '' } });
    expect(cluster).toMatchObject({
      kind: 'city-cluster',
      parent: null,
      organisations: 47,
      membership: 'outside',
      moves: [],
    });
    expect(cluster.forums).toHaveLength(6);
    expect(cluster.cities).toHaveLength(47);
    expect(cluster.grounding[0]?.title).toContain('Cross-border');
    const forum = await house.visitor({ 'accept-language': 'zh' }).clusters.read({ params: ports });
    expect(forum).toMatchObject({ name: '物流、港口与铁路', parent: { slug: first?.slug } });
  });

  it('of a city are found by it', async () => {
    const { items } = await house.visitor().clusters.list({ query: { organisation: 'kolkata', kind: 'forum' } });
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(6);
  });

  it('are joined and left, once each, however often one asks', async () => {
    const id = await house.member();
    const api = await house.as(id);
    const before = (await moved()).length;
    expect(await api.clusters.join({ params: ports })).toEqual({ slug: ports.slug, memberId: id, state: 'joined' });
    expect(await api.clusters.join({ params: ports })).toMatchObject({ state: 'joined' });
    expect(await api.clusters.read({ params: ports })).toMatchObject({ joined: true, moves: ['leave'], seq: 1 });
    expect(await api.clusters.leave({ params: ports })).toMatchObject({ state: 'outside' });
    expect(await api.clusters.leave({ params: ports })).toMatchObject({ state: 'outside' });
    expect((await moved()).length - before).toBe(2);
    expect(await api.clusters.read({ params: ports })).toMatchObject({ joined: false, moves: ['join'], seq: 2 });
  });

  it('hold a member once, though they tap join twenty times at once', async () => {
    const api = await house.as({});
    const before = (await moved()).length;
    await Promise.all(Array.from({ length: 20 }, () => api.clusters.join({ params: ports })));
    expect((await moved()).length - before).toBe(1);
  });

  it('let the new member speak at once: who they are is asked again', async () => {
    const slug = 'inner-circle';
    await aCluster(slug, { visibility: 'cluster' });
    const api = await house.as({});
    const seen = await api.clusters.read({ params: { slug } });
    expect(seen).toMatchObject({ joined: false, moves: ['join'] });
    await api.clusters.join({ params: { slug } });
    expect(await api.clusters.read({ params: { slug } })).toMatchObject({ joined: true });
  });

  it('ask visitors to sign in first', async () => {
    await expect(house.visitor().clusters.join({ params: ports })).rejects.toMatchObject({ problem: { status: 401 } });
  });

  it('that admit on request owe an answer until a moderator gives it', async () => {
    const slug = 'by-request';
    const id = await aCluster(slug, { join: 'request', visibility: 'members' });
    const params = { slug };
    const asker = await house.member();
    const api = await house.as(asker);
    const moderator = await house.as({ roles: ['moderator'] });
    const armed = () =>
      house.db(`select kind from timer where state = 'armed' and subject = $1`, [`membership:${id}:${asker}`]);
    expect(await api.clusters.join({ params })).toMatchObject({ state: 'asked' });
    expect(await armed()).toEqual([{ kind: 'clusters.membership.admit' }]);
    house.clock.pass(6);
    await house.deliver();
    expect(await armed()).toHaveLength(1);
    expect((await api.clusters.read({ params })).asking).toEqual([]);
    const { asking } = await moderator.clusters.read({ params });
    expect(asking).toMatchObject([{ memberId: asker }]);
    const answer = { params: { slug, memberId: asker }, body: { move: 'admit' as const } };
    await expect((await house.as({})).clusters.answer(answer)).rejects.toMatchObject({ problem: { status: 403 } });
    expect(await moderator.clusters.answer(answer)).toMatchObject({ state: 'joined' });
    expect(await armed()).toEqual([]);
    await expect(moderator.clusters.answer(answer)).rejects.toMatchObject({ problem: { status: 409 } });
  });

  it('are archived and brought back by an administrator, with the version they saw', async () => {
    const slug = 'for-a-while';
    await aCluster(slug);
    const params = { slug };
    const admin = await house.as({ roles: ['admin'] });
    const { version, clusterMoves } = await admin.clusters.read({ params });
    expect(clusterMoves).toEqual(['sleep', 'archive']);
    const archived = await admin.clusters.move({ params, body: { move: 'archive', version } });
    expect(archived).toMatchObject({ state: 'archived', clusterMoves: ['restore'], version: version + 1 });
    const again = { params, body: { move: 'restore' as const, version } };
    await expect(admin.clusters.move(again)).rejects.toMatchObject({ problem: { code: 'stale-version' } });
    await expect((await house.as({})).clusters.move(again)).rejects.toMatchObject({ problem: { status: 403 } });
    expect((await (await house.as({})).clusters.read({ params })).moves).toEqual([]);
  });

  it('by invitation are not there for those who were not invited', async () => {
    const slug = 'by-invitation';
    await aCluster(slug, { join: 'invite', visibility: 'cluster' });
    const api = await house.as({});
    for (const call of [api.clusters.read, api.clusters.join])
      await expect(call({ params: { slug } })).rejects.toMatchObject({ problem: { status: 404 } });
    const { items } = await api.clusters.list({ query: { limit: 100 } });
    expect(items.map((item) => item.slug)).not.toContain(slug);
  });

  it('are found in SQL by exactly those the policy lets find them', async () => {
    const queries = house.app.get(ClustersQueries);
    const me = await house.member();
    for (const state of clusterMachine.states)
      for (const join of joinRules)
        for (const visibility of visibilities)
          for (const standing of ['outside', 'asked', 'invited', 'joined'] satisfies MembershipState[])
            for (const moderates of standing === 'joined' ? [false, true] : [false]) {
              const slug = `parity-${state}-${join}-${visibility}-${standing}-${moderates}`;
              const id = await aCluster(slug, { state, join, visibility });
              if (standing === 'joined')
                await house.db('insert into cluster_member (cluster_id, member_id, moderates) values ($1, $2, $3)', [
                  id,
                  me,
                  moderates,
                ]);
              else if (standing !== 'outside')
                await house.db('insert into cluster_admission values ($1, $2, $3, now())', [id, me, standing]);
              const cluster = { id, version: 1, state, join, visibility, moderatorIds: moderates ? [me] : [] };
              const member: Actor = {
                ...visitor,
                kind: 'member',
                id: me,
                clusterIds: standing === 'joined' ? [id] : [],
              };
              const actors: [Actor, MembershipState][] = [
                [visitor, 'outside'],
                [member, standing],
                [{ ...member, roles: ['moderator'] }, standing],
                [{ ...member, roles: ['broker'] }, standing],
              ];
              for (const [actor, own] of actors) {
                const may = can(membershipPolicy, actor, 'view', {
                  cluster,
                  membership: { clusterId: id, memberId: actor.id ?? '', state: own },
                });
                const found = await queries.read(slug, actor, 'en');
                expect([slug, actor.kind, actor.roles, found !== undefined]).toEqual([
                  slug,
                  actor.kind,
                  actor.roles,
                  may,
                ]);
              }
            }
  });

  it('are heard by those who may read them', async () => {
    const streams = house.app.get(Streams);
    const { id } = await house.visitor().clusters.read({ params: ports });
    const somebody = asActor({ ...visitor, kind: 'member', id: await house.member() }, house.clock.now());
    expect(await streams.mayHear(asActor(visitor, house.clock.now()), `cluster:${id}`)).toBe(true);
    expect(await streams.mayHear(somebody, `cluster:${demoId('cluster', 'by-invitation')}`)).toBe(false);
    expect(await streams.mayHear(somebody, 'cluster:nowhere')).toBe(false);
    const { news } = await house.visitor().live.missed({ params: { stream: `cluster:${id}` }, query: { since: 0 } });
    expect(news[0]).toEqual({
      stream: `cluster:${id}`,
      seq: 1,
      name: 'clusters.membership.moved',
      data: { clusterId: id },
    });
  });

  it('of a city are where its focal point takes part from the start', async () => {
    await house.member({ slug: 'kolkata-focal-point', at: { kolkata: 'focal_point' } });
    await house.member({ slug: 'moderator', roles: ['moderator'] });
    await clusterMembersDemo(house.app, testSettings);
    const { items } = await (await house.as('kolkata-focal-point')).clusters.list({
      query: { organisation: 'kolkata' },
    });
    expect(items.length).toBeGreaterThan(1);
    expect(items.every((item) => item.joined)).toBe(true);
  });
});
