import { Module } from '@nestjs/common';
import { KnowledgeController } from './knowledge.controller.ts';
import { KnowledgeQueries } from './knowledge.queries.ts';
import { KnowledgeRepository } from './knowledge.repository.ts';
import { KnowledgeService } from './knowledge.service.ts';
import { KnowledgeThings } from './knowledge.things.queries.ts';

@Module({
  controllers: [KnowledgeController],
  providers: [KnowledgeQueries, KnowledgeRepository, KnowledgeService, KnowledgeThings],
})
export class KnowledgeModule {}
