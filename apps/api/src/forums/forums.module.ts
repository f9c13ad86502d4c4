import { Module } from '@nestjs/common';
import { ForumsController } from './forums.controller.ts';
import { ForumsQueries } from './forums.queries.ts';
import { ForumsRepository } from './forums.repository.ts';
import { ForumsThings } from './forums.things.queries.ts';
import { PostsService } from './posts.service.ts';
import { ThreadQueries } from './thread.queries.ts';
import { ThreadsService } from './threads.service.ts';

@Module({
  controllers: [ForumsController],
  providers: [ForumsQueries, ThreadQueries, ForumsRepository, ThreadsService, PostsService, ForumsThings],
})
export class ForumsModule {}
