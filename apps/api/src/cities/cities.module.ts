import { Module } from '@nestjs/common';
import { CitiesController } from './cities.controller.ts';
import { CitiesQueries } from './cities.queries.ts';
import { CitiesReactions } from './cities.reactions.ts';
import { CitiesRepository } from './cities.repository.ts';
import { CitiesThings } from './cities.things.queries.ts';

@Module({
  controllers: [CitiesController],
  providers: [CitiesQueries, CitiesRepository, CitiesReactions, CitiesThings],
})
export class CitiesModule {}
