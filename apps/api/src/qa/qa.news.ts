import type { QaHappening } from '@baraza/domain/qa';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Reactions } from '../platform/events/reactions.ts';
import { LiveGateway } from '../platform/live/live.gateway.ts';
import { presentPatch } from './qa.presenter.ts';
import { QaQueries } from './qa.queries.ts';

interface Told {
  /** The board's number up to which its listeners have been told. */
  seq: number;
  /** When they last were, by the process's own clock. */
  at: number;
  timer: NodeJS.Timeout | undefined;
}

/** Two thousand people who vote in one minute are sixty pieces of news, not two thousand. */
const between = 1000;

const names = [
  'qa.board.moved',
  'qa.board.modeChanged',
  'qa.board.identityChanged',
  'qa.question.submitted',
  'qa.question.moved',
  'qa.question.voted',
  'qa.answer.claimed',
  'qa.answer.released',
] as const satisfies readonly QaHappening['name'][];

/**
 * Tells a board's listeners what changed, at most once a second. What is told is read from the tables when it is told, the
 * same for everybody; lost news is mended by asking the board what changed since.
 */
@Injectable()
export class QaNews implements OnModuleDestroy {
  private readonly told = new LRUCache<string, Told>({
    max: 5000,
    dispose: ({ timer }) => clearTimeout(timer),
  });
  private readonly queries: QaQueries;
  private readonly live: LiveGateway;

  constructor(queries: QaQueries, live: LiveGateway, reactions: Reactions) {
    this.queries = queries;
    this.live = live;
    for (const name of names)
      reactions.on<QaHappening, typeof name>(name, 'qa.news', async ({ data }) => this.touch(data.boardId, data.seq));
  }

  onModuleDestroy(): void {
    this.told.clear();
  }

  /** The board has come to this number. Says so now, or when a second has passed since the last word. */
  private async touch(boardId: string, seq: number): Promise<void> {
    const told = this.told.get(boardId) ?? { seq: seq - 1, at: Number.NEGATIVE_INFINITY, timer: undefined };
    this.told.set(boardId, told, { noDisposeOnSet: true });
    if (seq <= told.seq || told.timer) return;
    const wait = told.at + between - performance.now();
    if (wait <= 0) return this.tell(boardId, told);
    told.timer = setTimeout(() => void this.tell(boardId, told).catch(() => {}), wait);
    told.timer.unref();
  }

  private async tell(boardId: string, told: Told): Promise<void> {
    clearTimeout(told.timer);
    told.timer = undefined;
    told.at = performance.now();
    const board = await this.queries.board({ id: boardId }, told.seq);
    if (!board || board.seq <= told.seq) return;
    const { code, seq } = board;
    const patch = board.partly ? presentPatch(board, told.seq) : null;
    told.seq = seq;
    if (patch) this.live.broadcast({ stream: `board:${code}`, seq, name: 'qa.board.changed', data: patch });
    this.live.broadcast({ stream: `moderation:${code}`, seq, name: 'qa.desk.changed', data: { seq } });
  }
}
