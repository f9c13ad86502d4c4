import { z } from 'zod';
import { defineRoutes, Id, Paging, pageOf, Slug, Version } from '../kernel/index.ts';
import { clustersEndpoints } from './clusters.endpoints.ts';
import { ClusterKind, ClusterLine, ClusterMove, ClusterView, Membership, MembershipAnswer } from './clusters.schema.ts';

const params = z.object({ slug: Slug });

export const clusters = defineRoutes('clusters', clustersEndpoints, {
  list: {
    summary: 'Clusters and forums the reader may find, in their order',
    access: 'anyone',
    query: z.object({
      kind: ClusterKind.optional(),
      organisation: Slug.optional().describe('Those a city takes part in'),
      ...Paging,
    }),
    response: pageOf(ClusterLine),
  },
  read: { summary: 'A cluster, its cities and forums', access: 'anyone', params, response: ClusterView },
  move: {
    summary: 'Open, wake, quieten or archive a cluster',
    access: 'member',
    params,
    body: z.object({ move: ClusterMove, version: Version }),
    response: ClusterView,
  },
  join: {
    summary: 'Come in, or ask to where a moderator admits; who is in already stays in',
    access: 'member',
    params,
    response: Membership,
  },
  leave: {
    summary: 'Leave, or take back having asked; who is outside already stays outside',
    access: 'member',
    params,
    response: Membership,
  },
  answer: {
    summary: 'Admit or decline somebody who asked to come in',
    access: 'member',
    params: params.extend({ memberId: Id }),
    body: z.object({ move: MembershipAnswer }),
    response: Membership,
  },
});
