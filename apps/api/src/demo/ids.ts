import { createHash } from 'node:crypto';

export type DemoKind =
  | 'organisation'
  | 'member'
  | 'cluster'
  | 'thread'
  | 'post'
  | 'request'
  | 'expression'
  | 'match'
  | 'partnership'
  | 'series'
  | 'event'
  | 'session'
  | 'board'
  | 'question'
  | 'story'
  | 'recommendation'
  | 'speaker';

/** The id of a thing of the demo community, the same on every machine: rooms find one another's rows by it. SQL twin: `md5(kind || ':' || slug)::uuid`. */
export function demoId(kind: DemoKind, slug: string): string {
  const hex = createHash('md5').update(`${kind}:${slug}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
