import type { Actor } from '@baraza/domain/kernel';
import type { Bound } from '../platform/database/bind.ts';

/** How far somebody reads. Each reach has its own statement, so that a visitor's is as short as what a visitor sees. */
export type Reach = 'visitor' | 'member' | 'moderator';

export const reachOf = ({ kind, roles }: Actor): Reach => {
  if (kind !== 'member') return 'visitor';
  return roles.includes('moderator') || roles.includes('admin') ? 'moderator' : 'member';
};

export interface Reads {
  readonly reach: Reach;
  /** The reader's id; null for a visitor. */
  readonly me: string;
  readonly cluster: string;
  readonly thread: string;
}

/**
 * SQL twins of `clusterPolicy.view` (on `c`) and `threadPolicy.view` (on `t` in `c`); a test holds them equal.
 */
export function readsOf(actor: Actor, { $ }: Bound): Reads {
  const reach = reachOf(actor);
  if (reach === 'visitor') {
    const cluster = `c.state <> 'proposed' and c.visibility = 'public'`;
    return {
      reach,
      me: 'null::uuid',
      cluster,
      thread: `${cluster} and t.visibility = 'public' and t.state <> 'hidden'`,
    };
  }
  const me = `${$(actor.id)}::uuid`;
  // Always true; it names the reader because a statement must use what it binds.
  if (reach === 'moderator') return { reach, me, cluster: `${me} is not null`, thread: `${me} is not null` };
  const mine = `${$(actor.clusterIds)}::uuid[]`;
  const open = (alias: string) => `(${alias}.visibility in ('public', 'members') or c.id = any (${mine}))`;
  const named = `exists (select 1 from cluster_member cm where cm.cluster_id = c.id and cm.member_id = ${me} and cm.moderates)`;
  const reads = `c.state <> 'proposed' and ${open('c')}`;
  return {
    reach,
    me,
    cluster: `(${reads} or ${named})`,
    thread: `(${reads} and ${open('t')} and (t.state <> 'hidden' or t.author_id = ${me}) or ${named})`,
  };
}
