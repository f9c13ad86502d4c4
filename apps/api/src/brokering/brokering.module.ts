import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { FilesModule } from '../files/index.ts';
import { MatchingModule } from '../matching/index.ts';
import { MembersModule } from '../members/index.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { FileTimers } from './brokering.file-timers.ts';
import { BrokeringReactions } from './brokering.reactions.ts';
import { BrokeringRewinding } from './brokering.rewinding.ts';
import { BrokeringStreams } from './brokering.streams.queries.ts';
import { BrokeringThings } from './brokering.things.queries.ts';
import { BrokeringTimers } from './brokering.timers.ts';
import { CaseFileController } from './case/case-file.controller.ts';
import { CaseFileService } from './case/case-file.service.ts';
import { Cases } from './case/cases.repository.ts';
import { Circles } from './case/circles.ts';
import { Departing } from './case/departing.ts';
import { BrokeringFiles } from './case/file-holders.repository.ts';
import { Organisations } from './case/organisations.queries.ts';
import { CheckInLinks } from './check-ins/check-in-links.queries.ts';
import { CheckInsController } from './check-ins/check-ins.controller.ts';
import { CheckInsService } from './check-ins/check-ins.service.ts';
import { ClarificationsController } from './clarifications/clarifications.controller.ts';
import { ClarificationsService } from './clarifications/clarifications.service.ts';
import { DeskController } from './desk/desk.controller.ts';
import { DeskCount } from './desk/desk.count.ts';
import { DeskQueries } from './desk/desk.queries.ts';
import { ExpressionsController } from './expressions/expressions.controller.ts';
import { ExpressionsQueries } from './expressions/expressions.queries.ts';
import { ExpressionsService } from './expressions/expressions.service.ts';
import { ResponsivenessQueries } from './expressions/responsiveness.queries.ts';
import { MatchReasons } from './matches/match-reasons.queries.ts';
import { MatchesController } from './matches/matches.controller.ts';
import { MatchesQueries } from './matches/matches.queries.ts';
import { MatchesService } from './matches/matches.service.ts';
import { NamedOrganisations } from './matches/named.queries.ts';
import { SuggestionsController } from './matches/suggestions.controller.ts';
import { SuggestionsService } from './matches/suggestions.service.ts';
import { MeetingsController } from './meetings/meetings.controller.ts';
import { MeetingsQueries } from './meetings/meetings.queries.ts';
import { MeetingsService } from './meetings/meetings.service.ts';
import { OutcomesController } from './outcomes/outcomes.controller.ts';
import { OutcomesService } from './outcomes/outcomes.service.ts';
import { PartnershipsController } from './partnerships/partnerships.controller.ts';
import { PartnershipsQueries } from './partnerships/partnerships.queries.ts';
import { PartnershipsService } from './partnerships/partnerships.service.ts';
import { RecordsController } from './partnerships/records.controller.ts';
import { RecordsService } from './partnerships/records.service.ts';
import { RecordController } from './record/record.controller.ts';
import { RecordQueries } from './record/record.queries.ts';
import { AlreadyThere } from './requests/already-there.queries.ts';
import { OfferingQueries } from './requests/offering.queries.ts';
import { RequestsController } from './requests/requests.controller.ts';
import { RequestsQueries } from './requests/requests.queries.ts';
import { RequestsService } from './requests/requests.service.ts';
import { HttpScreening } from './screening/http-screening.ts';
import { NoScreening } from './screening/no-screening.ts';
import { ScreeningReactions } from './screening/screening.reactions.ts';
import { SCREENING, type Screening } from './screening/screening.ts';
import { Screenings } from './screening/screenings.repository.ts';
import { SearchesController } from './searches/searches.controller.ts';
import { SearchesRepository } from './searches/searches.repository.ts';
import { SearchesService } from './searches/searches.service.ts';
import { TapsController } from './taps/taps.controller.ts';
import { TapsQueries } from './taps/taps.queries.ts';
import { TapsService } from './taps/taps.service.ts';

const screeningFor = ({ screeningUrl }: Settings): Screening =>
  screeningUrl ? new HttpScreening(screeningUrl) : new NoScreening();

@Module({
  imports: [CalendarsModule, FilesModule, MembersModule, MatchingModule],
  controllers: [
    RecordController,
    RequestsController,
    ExpressionsController,
    MatchesController,
    SuggestionsController,
    PartnershipsController,
    CheckInsController,
    MeetingsController,
    OutcomesController,
    RecordsController,
    DeskController,
    CaseFileController,
    ClarificationsController,
    SearchesController,
    TapsController,
  ],
  providers: [
    Organisations,
    Cases,
    AlreadyThere,
    OfferingQueries,
    CaseFileService,
    ClarificationsService,
    SearchesRepository,
    SearchesService,
    TapsQueries,
    TapsService,
    Departing,
    BrokeringFiles,
    Circles,
    RequestsQueries,
    RequestsService,
    ExpressionsQueries,
    ExpressionsService,
    MatchReasons,
    MatchesQueries,
    NamedOrganisations,
    MatchesService,
    SuggestionsService,
    ResponsivenessQueries,
    PartnershipsQueries,
    PartnershipsService,
    RecordsService,
    CheckInLinks,
    CheckInsService,
    MeetingsQueries,
    MeetingsService,
    OutcomesService,
    FileTimers,
    DeskQueries,
    DeskCount,
    BrokeringReactions,
    BrokeringRewinding,
    { provide: SCREENING, useFactory: screeningFor, inject: [SETTINGS] },
    Screenings,
    ScreeningReactions,
    RecordQueries,
    BrokeringStreams,
    BrokeringThings,
    BrokeringTimers,
  ],
  exports: [RecordQueries],
})
export class BrokeringModule {}
