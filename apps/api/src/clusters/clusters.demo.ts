import type { Locale } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { DataSource } from 'typeorm';
import { readContent } from '../demo/content.ts';
import { demoId } from '../demo/ids.ts';
import type { DemoStep } from '../demo/step.ts';

interface Cluster {
  readonly id: string;
  readonly kind: 'city-cluster' | 'forum';
  readonly parent: string | null;
  readonly names: Readonly<Record<Locale, string>>;
  readonly description: string;
  readonly purposes: readonly string[];
  readonly guidingQuestions: readonly string[];
  readonly themes: readonly string[];
  readonly grounding: readonly { readonly source: string; readonly place: string }[];
  readonly members: readonly string[];
}

/** The city cluster and its six forums, with the cities and institutions that take part. */
export const clustersDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  const clusters = readContent<Cluster[]>('clusters');
  const rows = clusters.map((cluster, position) => ({
    id: demoId('cluster', cluster.id),
    slug: cluster.id,
    kind: cluster.kind,
    parent_id: cluster.parent && demoId('cluster', cluster.parent),
    position,
    names: cluster.names,
    description: written('en', cluster.description),
    purposes: cluster.purposes.map((text) => written('en', text)),
    guiding_questions: cluster.guidingQuestions.map((text) => written('en', text)),
    grounding: cluster.grounding,
    themes: cluster.themes,
  }));
  await db.query(
    `insert into cluster (id, slug, kind, parent_id, position, names, description, purposes, guiding_questions, grounding, themes)
     select id, slug, kind, parent_id, position, names, description, purposes, guiding_questions, grounding, themes
     from json_populate_recordset(null::cluster, $1)`,
    [JSON.stringify(rows)],
  );
  await db.query(
    `insert into cluster_organisation select * from json_populate_recordset(null::cluster_organisation, $1)`,
    [
      JSON.stringify(
        clusters.flatMap(({ id, members }) =>
          members.map((member) => ({
            cluster_id: demoId('cluster', id),
            organisation_id: demoId('organisation', member),
          })),
        ),
      ),
    ],
  );
};

/** Focal points take part where their city does; the house's moderator looks after every forum. Once members exist. */
export const clusterMembersDemo: DemoStep = async (app) => {
  const db = app.get(DataSource);
  await db.query(
    `insert into cluster_member (cluster_id, member_id)
     select co.cluster_id, a.member_id from cluster_organisation co join affiliation a using (organisation_id)
     where a.role = 'focal_point' and a.state = 'active' on conflict do nothing`,
  );
  await db.query(
    `insert into cluster_member (cluster_id, member_id, moderates)
     select c.id, m.id, true from cluster c, member m where m.id = $1 on conflict do nothing`,
    [demoId('member', 'moderator')],
  );
};
