import { z } from 'zod';
import { defineRoutes, Paging, pageOf, Slug, Version } from '../kernel/index.ts';
import { knowledgeEndpoints } from './knowledge.endpoints.ts';
import { GlossaryTerm, RecommendationView, StoryLine, StoryMove, StoryView } from './knowledge.schema.ts';

const params = z.object({ slug: Slug });

export const knowledge = defineRoutes('knowledge', knowledgeEndpoints, {
  stories: {
    summary: 'Stories that are told, newest first',
    access: 'anyone',
    query: z.object({
      theme: z.string().max(60).optional(),
      sdg: z.coerce.number().int().min(1).max(17).optional(),
      cluster: Slug.optional(),
      organisation: Slug.optional(),
      ...Paging,
    }),
    response: pageOf(StoryLine).extend({
      total: z.int().describe('How many the filter finds'),
      choices: z
        .object({
          themes: z.array(z.string()),
          sdgs: z.array(z.int()),
          clusters: z.array(z.object({ slug: Slug, name: z.string() })),
        })
        .describe('What the told stories can be narrowed by'),
    }),
  },
  story: { summary: 'A story with its figures and their sources', access: 'anyone', params, response: StoryView },
  moveStory: {
    summary: 'Take a story to its next state',
    access: 'member',
    params,
    body: z.object({ move: StoryMove, version: Version }),
    response: StoryView,
  },
  recommendations: {
    summary: 'What the sources recommend, with the stories it rests on',
    access: 'anyone',
    query: z.object({ story: Slug.optional(), cluster: Slug.optional() }),
    response: z.object({ items: z.array(RecommendationView) }),
  },
  glossary: {
    summary: "The network's terms in its seven languages",
    access: 'anyone',
    response: z.object({ terms: z.array(GlossaryTerm) }),
  },
});
