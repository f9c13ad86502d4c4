import { Module } from '@nestjs/common';
import { ForumsController } from './forums.controller.ts';
import { ForumsQueries } from './forums.queries.ts';
import { ForumsThings } from './forums.things.queries.ts';
import { PostsRepository } from './posts.repository.ts';
import { PostsService } from './posts.service.ts';
import { ThreadQueries } from './thread.queries.ts';
import { ThreadsRepository } from './threads.repository.ts';
import { ThreadsService } from './threads.service.ts';

@Module({
  controllers: [ForumsController],
  providers: [
    ForumsQueries,
    ThreadQueries,
    ThreadsRepository,
    PostsRepository,
    ThreadsService,
    PostsService,
    ForumsThings,
  ],
})
export class ForumsModule {}
