import { Module } from '@nestjs/common';
import { LineageController } from './lineage.controller.ts';
import { LineageQueries } from './lineage.queries.ts';
import { LineageReactions } from './lineage.reactions.ts';
import { LineageService } from './lineage.service.ts';

@Module({
  controllers: [LineageController],
  providers: [LineageQueries, LineageService, LineageReactions],
  exports: [LineageService],
})
export class LineageModule {}
