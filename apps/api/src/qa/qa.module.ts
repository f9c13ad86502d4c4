import { Module } from '@nestjs/common';
import { BoardsService } from './boards.service.ts';
import { QaController } from './qa.controller.ts';
import { QaNews } from './qa.news.ts';
import { Participants } from './qa.participants.ts';
import { QaQueries } from './qa.queries.ts';
import { QaReader } from './qa.reader.ts';
import { QaRecord } from './qa.record.ts';
import { QaRepository } from './qa.repository.ts';
import { QuestionsService } from './questions.service.ts';

/** Live questions and answers: one board for each session. */
@Module({
  controllers: [QaController],
  providers: [BoardsService, Participants, QaNews, QaQueries, QaReader, QaRecord, QaRepository, QuestionsService],
  exports: [BoardsService],
})
export class QaModule {}
