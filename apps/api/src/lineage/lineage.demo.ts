import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { type DemoKind, demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';
import { Clock } from '../platform/clock.ts';

interface Told {
  readonly id: string;
  readonly webinar?: string;
  readonly story?: string | null;
  readonly event?: string;
  readonly derivedFrom?: string;
}
type Node = readonly [kind: DemoKind, slug: string];
type Edge = readonly [from: Node, relation: string, to: Node];

/** What came of what in the demo community, where both ends are there. Last of all steps: it ties the others' rows together. */
export const lineageDemo: DemoStep = async (app) => {
  const now = app.get(Clock).now();
  const stories = readContent<Told[]>('stories');
  const edges: Edge[] = [
    ...stories.flatMap(({ id, webinar }): Edge[] =>
      webinar ? [[['session', webinar], 'spawned', ['story', id]]] : [],
    ),
    ...readContent<Told[]>('threads').flatMap(({ id, story }): Edge[] =>
      story ? [[['story', story], 'led_to', ['thread', id]]] : [],
    ),
    ...readContent<Told[]>('requests').flatMap(({ id, derivedFrom }): Edge[] =>
      derivedFrom ? [[['story', derivedFrom], 'led_to', ['request', id]]] : [],
    ),
    ...readContent<Told[]>('questions').flatMap(({ id, event, story }): Edge[] => [
      ...(event ? [[['question', id], 'asked_in', ['session', event]] satisfies Edge] : []),
      ...(story ? [[['question', id], 'answered_by', ['story', story]] satisfies Edge] : []),
    ]),
  ];
  const day = 86_400_000;
  const db = app.get(DataSource);
  await db.query(
    `insert into lineage_edge (from_kind, from_id, relation, to_kind, to_id, method, asserted_by, at)
     select e.from_kind, e.from_id, e.relation, e.to_kind, e.to_id, 'action', 'system', e.at
     from json_to_recordset($1) as e(from_kind text, from_id text, relation text, to_kind text, to_id text, at timestamptz)
     where ${['from', 'to'].map((end) => `exists (${there(end)})`).join(' and ')}
     on conflict do nothing`,
    [
      JSON.stringify(
        edges.map(([[fromKind, from], relation, [toKind, to]], i) => ({
          from_kind: fromKind,
          from_id: demoId(fromKind, from),
          relation,
          to_kind: toKind,
          to_id: demoId(toKind, to),
          at: new Date(now.getTime() - (30 + (i % 30)) * day),
        })),
      ),
    ],
  );
  await db.query(
    `insert into lineage_edge (from_kind, from_id, relation, to_kind, to_id, method, asserted_by, at)
     select 'request', m.request_id, 'matched_with', 'match', m.id, 'action', 'system', m.created_at from match m where m.state <> 'suggested'
     union all
     select 'match', p.match_id, 'formalised_as', 'partnership', p.id, 'action', 'system', p.created_at from partnership p
     union all
     select 'partnership', f.partnership_id, 'produced', 'outcome', f.id, 'action', 'system', f.countersigned_at
     from outcome f where f.state in ('countersigned', 'verified')
     on conflict do nothing`,
  );
};

/** The row an end of the edge names. */
const there = (end: string): string =>
  ['session', 'story', 'thread', 'request', 'question']
    .map((kind) => `select 1 from ${kind} x where ${`e.${end}_kind`} = '${kind}' and x.id::text = e.${end}_id`)
    .join(' union all ');
