import type { ClusterLine } from '@baraza/contracts/clusters';
import type { Citation } from '@baraza/contracts/kernel';
import type { OrganisationKind } from '@baraza/domain/cities';
import type { ClusterFacts, MembershipState } from '@baraza/domain/clusters';
import type { Actor, Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { decodeCursor, pageFrom } from '../platform/database/cursor.ts';

export interface StoredCluster extends Omit<ClusterLine, 'id'>, ClusterFacts {
  readonly membership: MembershipState;
  readonly parent: { readonly slug: string; readonly name: string } | null;
  readonly forums: ClusterLine[];
  readonly description: LocalizedText;
  readonly purposes: readonly LocalizedText[];
  readonly guidingQuestions: readonly LocalizedText[];
  readonly grounding: Citation[];
  readonly cities: { slug: string; name: string; kind: OrganisationKind; country: string | null }[];
  readonly asking: { memberId: string; name: string; at: string }[];
  readonly seq: number;
}

interface ListFilter {
  readonly kind?: ClusterLine['kind'] | undefined;
  readonly organisation?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Places of the values every statement here begins with: who asks, whether signed in, whether they moderate the house, their language. */
const [me, signedIn, moderates, language] = ['$1::uuid', '$2::boolean', '$3::boolean', '$4::text'] as const;
export const asking = ({ id, kind, roles }: Actor, locale: Locale) => [
  id,
  kind === 'member',
  roles.includes('moderator') || roles.includes('admin'),
  locale,
];

export const nameOf = (alias: string): string => `coalesce(${alias}.names ->> ${language}, ${alias}.names ->> 'en')`;

/** One cluster as a list names it. */
const line = (c: string): string => `
  ${c}.id, ${c}.slug, ${c}.kind, ${nameOf(c)} as name, ${c}.themes,
  (select count(*)::int from cluster_member m where m.cluster_id = ${c}.id) as members,
  (select count(*)::int from cluster_organisation co where co.cluster_id = ${c}.id) as organisations,
  exists (select 1 from cluster_member m where m.cluster_id = ${c}.id and m.member_id = ${me}) as joined`;

/** The SQL twin of `membershipPolicy.view`: who may find a cluster. */
export const findable = (c: string): string => `(
  ${moderates}
  or exists (select 1 from cluster_member m where m.cluster_id = ${c}.id and m.member_id = ${me} and (m.moderates or ${c}.state <> 'proposed'))
  or ${c}.state <> 'proposed' and (
    ${c}.visibility = 'public'
    or ${signedIn} and (${c}.visibility = 'members' or ${c}.join_policy in ('open', 'request'))
    or exists (select 1 from cluster_admission a where a.cluster_id = ${c}.id and a.member_id = ${me} and a.state = 'invited')))`;

/** What the domain asks about a cluster. */
export const facts = (c: string): string => `
  ${c}.id, ${c}.version, ${c}.state, ${c}.visibility, ${c}.join_policy as "join",
  array(select m.member_id::text from cluster_member m where m.cluster_id = ${c}.id and m.moderates) as "moderatorIds"`;

/** How the asker stands to a cluster. */
const membership = (c: string): string => `
  case when exists (select 1 from cluster_member m where m.cluster_id = ${c}.id and m.member_id = ${me}) then 'joined'
    else coalesce((select a.state from cluster_admission a where a.cluster_id = ${c}.id and a.member_id = ${me}), 'outside') end as membership`;

@Injectable()
export class ClustersQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async list({ kind, organisation, cursor, limit }: ListFilter, actor: Actor, locale: Locale) {
    const after = decodeCursor(cursor, 2);
    const rows: (ClusterLine & { position: number })[] = await this.dataSource.query(
      `select ${line('c')}, c.position from cluster c
       where ${findable('c')}
         and ($5::text is null or c.kind = $5)
         and ($6::text is null or exists (select 1 from cluster_organisation co join organisation o on o.id = co.organisation_id
           where co.cluster_id = c.id and o.slug = $6))
         and ($7::int is null or (c.position, c.slug) > ($7, $8))
       order by c.position, c.slug limit $9`,
      [...asking(actor, locale), kind ?? null, organisation ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return pageFrom(rows, limit, (row) => [row.position, row.slug]);
  }

  /** Everything a page about a cluster shows to this reader; undefined where they may not find it. */
  async read(
    slug: string,
    actor: Actor,
    locale: Locale,
    tx: EntityManager | DataSource = this.dataSource,
  ): Promise<StoredCluster | undefined> {
    const [cluster]: StoredCluster[] = await tx.query(
      `select ${line('c')}, ${facts('c')}, ${membership('c')}, c.description, c.purposes,
         c.guiding_questions as "guidingQuestions",
         (select json_build_object('slug', p.slug, 'name', ${nameOf('p')}) from cluster p where p.id = c.parent_id and ${findable('p')}) as parent,
         (select coalesce(json_agg(f), '[]') from (
           select ${line('f')} from cluster f where f.parent_id = c.id and ${findable('f')} order by f.position, f.slug limit 100) f) as forums,
         (select coalesce(json_agg(citation(g ->> 'source', g ->> 'place')), '[]') from jsonb_array_elements(c.grounding) g) as grounding,
         (select coalesce(json_agg(o), '[]') from (
           select o.slug, ${nameOf('o')} as name, o.kind, o.country from cluster_organisation co join organisation o on o.id = co.organisation_id
           where co.cluster_id = c.id order by ${nameOf('o')} collate "${locale}-x-icu" limit 500) o) as cities,
         (select coalesce(json_agg(json_build_object('memberId', m.id, 'name', m.name, 'at', a.at) order by a.at, m.id), '[]')
           from cluster_admission a join member m on m.id = a.member_id where a.cluster_id = c.id and a.state = 'asked') as asking,
         coalesce((select s.seq from stream s where s.name = 'cluster:' || c.id), 0) as seq
       from cluster c where c.slug = $5 and ${findable('c')}`,
      [...asking(actor, locale), slug],
    );
    return cluster;
  }

  /** What decides who may hear a cluster's stream. */
  async facts(id: string): Promise<ClusterFacts | undefined> {
    const [cluster]: ClusterFacts[] = await this.dataSource.query(
      `select ${facts('c')} from cluster c where c.id::text = $1`,
      [id],
    );
    return cluster;
  }
}
