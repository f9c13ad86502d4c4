import { reactionKinds } from '@baraza/domain/forums';
import type { Reads } from './forums.visible.ts';

// The pieces of which this room's statements are made. `t` is a thread, `c` its cluster, `p` a post.

const pairs = (columns: Readonly<Record<string, string>>): string =>
  `json_build_object(${Object.entries(columns)
    .map(([key, sql]) => `'${key}', ${sql}`)
    .join(', ')})`;

export const nameOf = (alias: string, locale: string): string =>
  `coalesce(${alias}.names ->> ${locale}, ${alias}.names ->> 'en')`;

/** ClusterFacts with its name. */
export const clusterJson = (locale: string, more: Readonly<Record<string, string>> = {}): string =>
  pairs({
    id: 'c.id',
    version: 'c.version',
    state: 'c.state',
    join: 'c.join_policy',
    visibility: 'c.visibility',
    moderatorIds: `array(select cm.member_id from cluster_member cm where cm.cluster_id = c.id and cm.moderates)`,
    slug: 'c.slug',
    name: nameOf('c', locale),
    ...more,
  });

/** ThreadFacts and what a page says of a thread. */
export const threadJson = (locale: string): string =>
  pairs({
    id: 't.id',
    no: 't.no',
    version: 't.version',
    type: 't.type',
    state: 't.state',
    clusterId: 't.cluster_id',
    visibility: 't.visibility',
    authorId: 't.author_id',
    organisationId: 't.on_behalf_of',
    acceptedPostIds: 'array(select a.id from post a where a.thread_id = t.id and a.accepted_at is not null)',
    resolution: 't.resolution',
    title: `text_in(t.title, ${locale})`,
    posts: 't.posts',
    lastNo: 't.last_no',
    organisations: 'cardinality(t.organisations)',
    languages: 'cardinality(t.languages)',
    startedAt: 't.created_at',
    lastActivityAt: 't.last_activity_at',
  });

/** The author of `of`, with member `m` and organisation `o` joined. */
export const authorJson = (of: string, locale: string): string =>
  pairs({
    name: 'm.name',
    role: `${of}.speaking_as`,
    organisation: `case when o.id is not null then json_build_object('slug', o.slug, 'name', ${nameOf('o', locale)}) end`,
  });

/** PostFacts without the words. */
const postFacts = {
  id: 'p.id',
  version: 'p.version',
  threadId: 'p.thread_id',
  number: 'p.no',
  state: 'p.state',
  authorId: 'p.author_id',
  organisationId: 'p.on_behalf_of',
  revision: 'p.revision',
  quoted: 'p.quoted',
  writtenAt: 'p.created_at',
} as const;
export const postFactsJson = pairs({ ...postFacts, body: 'p.body' });

/** A post as it is shown; `postJoins` must stand beside it. */
export const postJson = ({ reach, me }: Reads, locale: string): string =>
  pairs({
    ...postFacts,
    author: authorJson('p', locale),
    html: `text_in(p.html, ${locale})`,
    markdown: reach === 'visitor' ? 'null' : `case when p.author_id = ${me} then p.body ->> 'sourceText' end`,
    editedAt: 'p.edited_at',
    quote: `case when q.id is not null then ${pairs({
      no: 'q.no',
      author: 'qm.name',
      locale: "coalesce(qr.body, q.body) ->> 'sourceLocale'",
      excerpt: `case when q.state in ('visible', 'edited') then coalesce(qr.excerpt, q.excerpt) end`,
      current: 'q.revision = p.quote_revision',
    })} end`,
    reactions: pairs(Object.fromEntries(reactionKinds.map((kind) => [kind, `p.${kind}`]))),
    reacted:
      reach === 'visitor'
        ? `'[]'::json`
        : `array_to_json(array(select r.kind from reaction r where r.post_id = p.id and r.member_id = ${me}))`,
    accepted: `case when p.accepted_at is not null then ${pairs({
      by: `coalesce(${nameOf('ao', locale)}, am.name)`,
      at: 'p.accepted_at',
    })} end`,
  });

/** Author, quotation and acceptance of `p`; the last two cost nothing where there are none. */
export const postJoins = `
  join member m on m.id = p.author_id
  left join organisation o on o.id = p.on_behalf_of
  left join post q on q.id = p.quote_post_id
  left join member qm on qm.id = q.author_id
  left join post_revision qr on qr.post_id = p.quote_post_id and qr.revision = p.quote_revision
  left join member am on am.id = p.accepted_by
  left join organisation ao on ao.id = p.accepted_for`;

/** The SQL twin of `unreadOf`: a reader's posts to come in `t`, with their mark `mark` joined; a hundred are many. */
const unreadPosts = (me: string): string =>
  `select u.no from post u where u.thread_id = t.id and u.no > coalesce(mark.no, 0) and u.author_id <> ${me}
     and u.state in ('visible', 'edited')`;
export const markJoin = (me: string): string =>
  `left join read_mark mark on mark.thread_id = t.id and mark.member_id = ${me}`;
export const unreadJson = (me: string): string =>
  `(select json_build_object('count', count(*), 'from', min(u.no), 'since', mark.at) from (${unreadPosts(me)} order by u.no limit 100) u)`;
export const isUnread = (me: string): string => `t.last_no > coalesce(mark.no, 0) and exists (${unreadPosts(me)})`;
