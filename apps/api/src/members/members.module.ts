import { Module } from '@nestjs/common';
import { AccountsRepository } from './accounts.repository.ts';
import { AccountsService } from './accounts.service.ts';
import { AdminController } from './admin.controller.ts';
import { AdminQueries } from './admin.queries.ts';
import { AdminService } from './admin.service.ts';
import { AffiliationsService } from './affiliations.service.ts';
import { Attempts } from './attempts.ts';
import { AuthCalls } from './auth-calls.ts';
import { Departures } from './departures.ts';
import { MembersController } from './members.controller.ts';
import { MembersMails } from './members.mails.ts';
import { MembersQueries } from './members.queries.ts';
import { MembersThings } from './members.things.queries.ts';
import { MembersTimers } from './members.timers.ts';
import { ProfileService } from './profile.service.ts';
import { ReaderCounts } from './reader-counts.ts';
import { StandingService } from './standing.service.ts';

/** Accounts, affiliations, roles, and the keeping of the house. */
@Module({
  controllers: [MembersController, AdminController],
  providers: [
    AccountsRepository,
    AccountsService,
    AdminQueries,
    AdminService,
    AffiliationsService,
    Attempts,
    AuthCalls,
    MembersMails,
    MembersQueries,
    MembersThings,
    MembersTimers,
    ProfileService,
    Departures,
    ReaderCounts,
    StandingService,
  ],
  exports: [Departures, ReaderCounts],
})
export class MembersModule {}
