import { clusterMachine, joinRules, membershipMachine, visibilities } from '@baraza/domain/clusters';
import { movesOf } from '@baraza/domain/kernel';
import { z } from 'zod';
import { OrganisationKind } from '../cities/index.ts';
import { Citation, Id, instant, Reading, Slug, Version } from '../kernel/index.ts';

export const ClusterKind = z.enum(['city-cluster', 'forum']).meta({ id: 'ClusterKind' });

/** A cluster as others name it. */
export const ClusterLine = z
  .object({
    id: Id,
    slug: Slug,
    kind: ClusterKind,
    name: z.string(),
    themes: z.array(z.string()),
    members: z.int(),
    organisations: z.int(),
    joined: z.boolean(),
  })
  .meta({ id: 'ClusterLine' });
export type ClusterLine = z.output<typeof ClusterLine>;

const memberMoves = ['join', 'ask', 'decline', 'leave'] as const;
export const ClusterMove = z.enum(movesOf(clusterMachine)).meta({ id: 'ClusterMove' });
export const MembershipAnswer = z.enum(['admit', 'decline']).meta({ id: 'MembershipAnswer' });

export const ClusterView = ClusterLine.extend({
  state: z.enum(clusterMachine.states),
  version: Version,
  visibility: z.enum(visibilities),
  joinRule: z.enum(joinRules),
  parent: z.object({ slug: Slug, name: z.string() }).nullable(),
  forums: z.array(ClusterLine),
  description: Reading,
  purposes: z.array(Reading),
  guidingQuestions: z.array(Reading),
  grounding: z.array(Citation),
  cities: z.array(z.object({ slug: Slug, name: z.string(), kind: OrganisationKind, country: z.string().nullable() })),
  membership: z.enum(membershipMachine.states).describe('How the reader stands to it'),
  moves: z.array(z.enum(memberMoves)).describe('What the reader may do about their own membership now'),
  clusterMoves: z.array(ClusterMove).describe('What the reader may do about the cluster itself now'),
  asking: z
    .array(z.object({ memberId: Id, name: z.string(), at: instant }))
    .describe('Who waits to be admitted; only for its moderators'),
  seq: z.int().describe('Number of the stream cluster:<id> this view is of'),
}).meta({ id: 'ClusterView' });
export type ClusterView = z.output<typeof ClusterView>;

/** How a member stands to a cluster after a move. */
export const Membership = z
  .object({ slug: Slug, memberId: Id, state: z.enum(membershipMachine.states) })
  .meta({ id: 'Membership' });
export type Membership = z.output<typeof Membership>;
