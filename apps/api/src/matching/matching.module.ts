import { Module } from '@nestjs/common';
import { CandidatesService } from './candidates.service.ts';
import { Circles } from './circles.ts';
import { MatchingController } from './matching.controller.ts';
import { Matchings } from './matchings.ts';
import { Reasons } from './reasons.ts';
import { RecordsQueries } from './records.queries.ts';
import { RequestsAsked } from './requests-asked.queries.ts';
import { RingsService } from './rings.service.ts';
import { Rings } from './rings.ts';
import { SourcesQueries } from './sources.queries.ts';
import { WeightsQueries } from './weights.queries.ts';
import { WeightsService } from './weights.service.ts';

@Module({
  controllers: [MatchingController],
  providers: [
    SourcesQueries,
    RecordsQueries,
    RequestsAsked,
    WeightsQueries,
    Matchings,
    Reasons,
    Rings,
    Circles,
    CandidatesService,
    RingsService,
    WeightsService,
  ],
  exports: [Circles, Matchings, Reasons],
})
export class MatchingModule {}
