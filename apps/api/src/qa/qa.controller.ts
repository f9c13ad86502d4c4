import { api } from '@baraza/contracts/api';
import type { Received } from '@baraza/contracts/kernel';
import { Controller } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { type Reply, Route } from '../platform/http/route.decorator.ts';
import { BoardsService } from './boards.service.ts';
import { Participants } from './qa.participants.ts';
import { QaReader } from './qa.reader.ts';
import { QuestionsService } from './questions.service.ts';

const { qa } = api;
const remembered = (reply: Reply) => (cookie: string) => reply.cookies([cookie]);

@Controller()
export class QaController {
  private readonly reader: QaReader;
  private readonly boards: BoardsService;
  private readonly questions: QuestionsService;
  private readonly participants: Participants;
  constructor(reader: QaReader, boards: BoardsService, questions: QuestionsService, participants: Participants) {
    this.reader = reader;
    this.boards = boards;
    this.questions = questions;
    this.participants = participants;
  }

  @Route(qa.enter)
  async enter({ body }: Received<typeof qa.enter>, asker: Asker, reply: Reply) {
    const code = await this.reader.enter(body.code);
    this.participants.welcome(asker, remembered(reply));
    return { code };
  }

  @Route(qa.board)
  board({ params, query }: Received<typeof qa.board>, asker: Asker) {
    return this.reader.board(params.code, query.since, asker);
  }

  @Route(qa.desk)
  desk({ params }: Received<typeof qa.desk>, asker: Asker) {
    return this.reader.desk(params.code, asker);
  }

  @Route(qa.stage)
  stage({ params }: Received<typeof qa.stage>, asker: Asker) {
    return this.reader.stage(params.code, asker);
  }

  @Route(qa.ask)
  ask({ params, body }: Received<typeof qa.ask>, asker: Asker, reply: Reply) {
    return this.questions.ask(params.code, body, asker, remembered(reply));
  }

  @Route(qa.moveBoard)
  moveBoard({ params, body }: Received<typeof qa.moveBoard>, asker: Asker) {
    return this.boards.moveBoard(params.code, body, asker);
  }

  @Route(qa.settle)
  settle({ params, body }: Received<typeof qa.settle>, asker: Asker) {
    return this.boards.settle(params.code, body, asker);
  }

  @Route(qa.closeLeftovers)
  closeLeftovers({ params, body }: Received<typeof qa.closeLeftovers>, asker: Asker) {
    return this.boards.closeLeftovers(params.code, body, asker);
  }

  @Route(qa.vote)
  vote({ params, body }: Received<typeof qa.vote>, asker: Asker, reply: Reply) {
    return this.questions.vote(params.id, body.on, asker, remembered(reply));
  }

  @Route(qa.move)
  move({ params, body }: Received<typeof qa.move>, asker: Asker) {
    return this.questions.move(params.id, body, asker);
  }

  @Route(qa.claim)
  claim({ params }: Received<typeof qa.claim>, asker: Asker) {
    return this.questions.claim(params.id, asker);
  }

  @Route(qa.release)
  release({ params }: Received<typeof qa.release>, asker: Asker) {
    return this.questions.release(params.id, asker);
  }
}
