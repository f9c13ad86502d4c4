import { Module } from '@nestjs/common';
import { ClustersController } from './clusters.controller.ts';
import { ClustersQueries } from './clusters.queries.ts';
import { ClustersRepository } from './clusters.repository.ts';
import { ClustersService } from './clusters.service.ts';
import { ClustersThings } from './clusters.things.queries.ts';

@Module({
  controllers: [ClustersController],
  providers: [ClustersQueries, ClustersRepository, ClustersService, ClustersThings],
})
export class ClustersModule {}
