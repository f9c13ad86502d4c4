import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Route } from '../platform/http/route.decorator.ts';
import { presentLine, presentRecommendation, presentStory, presentTerm } from './knowledge.presenter.ts';
import { KnowledgeQueries } from './knowledge.queries.ts';
import { KnowledgeService } from './knowledge.service.ts';

const { knowledge } = api;

@Controller()
export class KnowledgeController {
  private readonly queries: KnowledgeQueries;
  private readonly service: KnowledgeService;
  constructor(queries: KnowledgeQueries, service: KnowledgeService) {
    this.queries = queries;
    this.service = service;
  }

  @Route(knowledge.stories)
  async stories({ query }: Received<typeof knowledge.stories>, { locale }: Asker) {
    const { items, ...page } = await this.queries.stories(query, locale);
    return { ...page, items: items.map((line) => presentLine(line, locale)) };
  }

  @Route(knowledge.story)
  async story({ params }: Received<typeof knowledge.story>, { actor, locale }: Asker) {
    const story = await this.queries.story(params.slug, actor, locale);
    if (!story) throw notFound();
    return presentStory(story, actor, locale);
  }

  @Route(knowledge.moveStory)
  moveStory({ params, body }: Received<typeof knowledge.moveStory>, asker: Asker) {
    return this.service.move(params.slug, body.move, body.version, asker);
  }

  @Route(knowledge.recommendations)
  async recommendations({ query }: Received<typeof knowledge.recommendations>, { locale }: Asker) {
    const items = await this.queries.recommendations(query.story, query.cluster, locale);
    return { items: items.map((item) => presentRecommendation(item, locale)) };
  }

  @Route(knowledge.glossary)
  async glossary(_: Received<typeof knowledge.glossary>, { locale }: Asker) {
    const terms = await this.queries.glossary(locale);
    return { terms: terms.map((term) => presentTerm(term, locale)) };
  }
}
