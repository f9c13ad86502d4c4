import { z } from 'zod';
import { defineRoutes, Paging } from '../kernel/index.ts';
import { Candidates, CandidatesFilter } from './candidates.schema.ts';
import { matchingEndpoints } from './matching.endpoints.ts';
import { RingsPage } from './rings.schema.ts';
import { WeightsBody, WeightsView } from './weights.schema.ts';

const desk = ['broker', 'lead_broker'] as const;

export const matching = defineRoutes('matching', matchingEndpoints, {
  candidates: {
    summary: 'The best partners for a request, each with the reasons; for brokers without a stake in it',
    access: desk,
    params: z.object({ ref: z.string().max(20) }),
    query: CandidatesFilter,
    response: Candidates,
  },
  rings: {
    summary: 'Rings in which each has what the one before needs, and triangles with who makes it possible',
    access: desk,
    query: z.object(Paging),
    response: RingsPage,
  },
  weights: { summary: 'What counts how much when partners are looked for', access: desk, response: WeightsView },
  saveWeights: {
    summary: 'Move the weights and the targets of the balance',
    access: ['lead_broker'],
    body: WeightsBody,
    response: WeightsView,
  },
});
