import { Module } from '@nestjs/common';
import { QaModule } from '../qa/index.ts';
import { ProgrammeController } from './programme.controller.ts';
import { ProgrammeQueries } from './programme.queries.ts';
import { ProgrammeReader } from './programme.reader.ts';
import { ProgrammeRepository } from './programme.repository.ts';
import { ProgrammeService } from './programme.service.ts';
import { ProgrammeThings } from './programme.things.queries.ts';

/** Series, events and sessions. */
@Module({
  imports: [QaModule],
  controllers: [ProgrammeController],
  providers: [ProgrammeQueries, ProgrammeReader, ProgrammeRepository, ProgrammeService, ProgrammeThings],
})
export class ProgrammeModule {}
