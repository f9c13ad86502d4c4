import { Module } from '@nestjs/common';
import { MembersModule } from '../members/index.ts';
import { BrokeringReactions } from './brokering.reactions.ts';
import { BrokeringStreams } from './brokering.streams.queries.ts';
import { BrokeringThings } from './brokering.things.queries.ts';
import { BrokeringTimers } from './brokering.timers.ts';
import { Cases } from './case/cases.repository.ts';
import { Organisations } from './case/organisations.queries.ts';
import { DeskController } from './desk/desk.controller.ts';
import { DeskCount } from './desk/desk.count.ts';
import { DeskQueries } from './desk/desk.queries.ts';
import { ExpressionsController } from './expressions/expressions.controller.ts';
import { ExpressionsQueries } from './expressions/expressions.queries.ts';
import { ExpressionsService } from './expressions/expressions.service.ts';
import { MatchesController } from './matches/matches.controller.ts';
import { MatchesQueries } from './matches/matches.queries.ts';
import { MatchesService } from './matches/matches.service.ts';
import { PartnershipsController } from './partnerships/partnerships.controller.ts';
import { PartnershipsQueries } from './partnerships/partnerships.queries.ts';
import { PartnershipsService } from './partnerships/partnerships.service.ts';
import { RequestsController } from './requests/requests.controller.ts';
import { RequestsQueries } from './requests/requests.queries.ts';
import { RequestsService } from './requests/requests.service.ts';

@Module({
  imports: [MembersModule],
  controllers: [RequestsController, ExpressionsController, MatchesController, PartnershipsController, DeskController],
  providers: [
    Organisations,
    Cases,
    RequestsQueries,
    RequestsService,
    ExpressionsQueries,
    ExpressionsService,
    MatchesQueries,
    MatchesService,
    PartnershipsQueries,
    PartnershipsService,
    DeskQueries,
    DeskCount,
    BrokeringReactions,
    BrokeringStreams,
    BrokeringThings,
    BrokeringTimers,
  ],
})
export class BrokeringModule {}
