import type { Deadline } from '@baraza/domain/kernel';
import { type BoardDecision, type BoardFacts, mustStayUnnamed, type QaHappening } from '@baraza/domain/qa';
import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/unit-of-work.ts';
import { QaRepository } from './qa.repository.ts';

/** As the timers know them: `qa.board.wrap_up`, `qa.question.follow_up`. */
const ofThisRoom = (deadline: Deadline): Deadline => ({
  ...deadline,
  kind: `qa.${deadline.subject.slice(0, deadline.subject.indexOf(':'))}.${deadline.kind}`,
});

/** Stores what the domain decided about a board: the rows, what is told of it, what is owed after it. */
@Injectable()
export class QaRecord {
  private readonly repository: QaRepository;
  constructor(repository: QaRepository) {
    this.repository = repository;
  }

  async keep(work: Work, board: BoardFacts, decision: BoardDecision, closesAt?: Date): Promise<void> {
    await this.repository.save(work.tx, board, decision, closesAt);
    if (decision.board.phase) await work.disarm(`board:${board.id}`);
    for (const { id, state } of decision.questions) if (state) await work.disarm(`question:${id}`);
    for (const deadline of decision.deadlines) await this.owe(work, deadline);
    for (const happening of decision.happenings) await this.tell(work, happening);
  }

  owe(work: Work, deadline: Deadline): Promise<void> {
    return work.arm(ofThisRoom(deadline));
  }

  async tell(work: Work, happening: QaHappening): Promise<void> {
    await work.tell({ ...happening, unnamed: mustStayUnnamed(happening) });
  }
}
