import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aBoard, aMember, ana, aQuestion, moderator, now } from '../../test/a-board.ts';
import { lives, type Moment, people } from '../../test/board-world.ts';
import {
  applyDelta,
  type BoardState,
  boardModes,
  boardState,
  castVote,
  changeMode,
  deltaSince,
  isPublic,
  moveQuestion,
  mustStayUnnamed,
  type Participant,
  participantOf,
  type QuestionFacts,
  questionMachine,
  sortFor,
  submitQuestion,
} from './index.ts';

const holds = (check: (moments: readonly Moment[]) => void, parameters = {}) =>
  fc.assert(fc.property(lives, check), { numRuns: 80, ...parameters });
const read = (reader: Participant, { board, questions }: Moment) => {
  const { shown, gone } = sortFor(reader, board, questions);
  return { state: boardState(board, shown), gone };
};
/** Who voted for it or for anything merged into it, worked out from the other end than the rule does. */
const recount = (id: string, { questions, votes }: Moment): number => {
  const root = (of: string): string => {
    const into = questions.find((q) => q.id === of)?.mergedInto;
    return into ? root(into) : of;
  };
  const cast = votes.map((vote) => vote.split('|') as [string, string]);
  return new Set(cast.filter(([, of]) => root(of) === id).map(([handle]) => handle)).size;
};

describe('a board, whatever people try on it', () => {
  it('goes through every state, merges votes and is published, or these tests would say little', () => {
    const states = new Set<string>();
    const seen = { voted: false, mergedVotes: false, mergedTwice: false, publishedBoard: false };
    holds(
      (moments) => {
        for (const moment of moments) {
          for (const q of moment.questions) {
            states.add(q.state);
            seen.voted ||= q.voteCount > 1;
            seen.mergedVotes ||= q.state === 'merged' && q.voteCount > 0;
            seen.mergedTwice ||= moment.questions.some((x) => x.id === q.mergedInto && x.state === 'merged');
          }
          seen.publishedBoard ||= moment.board.phase === 'published' && moment.questions.length > 0;
        }
      },
      { numRuns: 100, seed: 2026 },
    );
    expect(questionMachine.states.filter((state) => !states.has(state))).toEqual(['submitted']);
    expect(seen).toEqual({ voted: true, mergedVotes: true, mergedTwice: true, publishedBoard: true });
  });

  it('Q1: holds one question for each client uuid, ever', () => {
    holds((moments) => {
      const uuids = moments.at(-1)?.questions.map((q) => q.clientUuid) ?? [];
      expect(new Set(uuids).size).toBe(uuids.length);
    });
  });

  it('Q2: counts distinct voters, after any vote, merge and undo', () => {
    holds((moments) => {
      for (const moment of moments)
        for (const q of moment.questions) if (q.state !== 'merged') expect(q.voteCount).toBe(recount(q.id, moment));
    });
  });

  it('Q3: has at most one question on air', () => {
    holds((moments) => {
      for (const { questions } of moments)
        expect(questions.filter((q) => q.state === 'on_air').length).toBeLessThanOrEqual(1);
    });
  });

  it('Q4: holds no open question once it is published, and every deferred one has an owner and a date', () => {
    holds((moments) => {
      for (const { board, questions } of moments) {
        const open = questions.filter((q) => ['pending', 'published', 'shortlisted', 'on_air'].includes(q.state));
        if (board.phase === 'published') expect(open).toEqual([]);
        for (const q of questions) if (q.state === 'deferred') expect([q.ownerId, q.dueAt]).not.toContain(null);
      }
    });
  });

  it('Q6: sends the text of what is not on the board to nobody but its asker and the moderators', () => {
    holds((moments) => {
      for (const reader of [people.ana, people.stranger])
        for (const [i, moment] of moments.entries()) {
          const { state, gone } = read(reader, moment);
          const since = moments[Math.floor(i / 2)]?.board.seq ?? 0;
          const sent = JSON.stringify([state, deltaSince(state, gone, since)]);
          for (const q of moment.questions)
            if (!isPublic(q.state) && q.askerHandle !== reader.handle) expect(sent).not.toContain(q.text.sourceText);
        }
    });
  });

  it('Q7: is the same by any sequence of deltas as by a snapshot, for every reader', () => {
    holds((moments) => {
      const last = moments.at(-1);
      if (!last) return;
      for (const reader of Object.values(people)) {
        const end = read(reader, last);
        let followed = null as BoardState<QuestionFacts> | null;
        for (const moment of moments) {
          const { state, gone } = read(reader, moment);
          expect(applyDelta(state, deltaSince(end.state, end.gone, state.seq))).toEqual(end.state);
          followed = applyDelta(followed, deltaSince(state, gone, followed?.seq ?? -1));
          expect(followed).toEqual(state);
        }
      }
    });
  });
});

describe('an anonymous board', () => {
  it('Q5: keeps nothing that leads from a question or a vote to a member', () => {
    const ids = fc.string({ minLength: 12, maxLength: 20, unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz') });
    fc.assert(
      fc.property(ids, fc.constantFrom(...boardModes), (id, mode) => {
        fc.pre(mode !== 'moderators_only');
        const board = aBoard({ identity: 'anonymous', mode });
        const asker = participantOf('anonymous', { ...aMember(id), actingFor: id }, 'd1');
        const draft = { id: 'q9', clientUuid: 'u9', text: 'Why?', locale: 'en', alias: id, writtenAt: now } as const;
        const asked = submitQuestion(asker, board, draft, { same: null, mine: [] }, now);
        const voted = castVote(asker, board, aQuestion({ askerHandle: 'device:d2' }), true, { has: false });
        const left = moveQuestion(asker, board, aQuestion(), { move: 'withdraw' }, now);
        expect(JSON.stringify([asked, voted, left])).not.toContain(id);
        const told = [
          ...('happening' in asked ? [asked.happening] : []),
          ...(voted?.happenings ?? []),
          ...left.happenings,
        ];
        expect(told.map(mustStayUnnamed)).toEqual([true, true, true]);
      }),
    );
  });

  it('names who moderated, and a named board who asked', () => {
    const moved = moveQuestion(moderator, aBoard({ identity: 'anonymous' }), aQuestion(), { move: 'shortlist' }, now);
    expect(moved.happenings.map(mustStayUnnamed)).toEqual([false]);
    const voted = castVote(ana, aBoard(), aQuestion(), true, { has: false });
    expect(voted?.happenings.map(mustStayUnnamed)).toEqual([false]);
  });
});

describe('a change of mode', () => {
  it('Q8: publishes no question by itself, from any mode to any other', () => {
    const some = fc.constantFrom(...boardModes);
    fc.assert(
      fc.property(some, some, (from, to) => {
        fc.pre(from !== to);
        const { board, questions } = changeMode(aBoard({ mode: from }), to, moderator.actor);
        expect([board, questions]).toEqual([{ mode: to }, []]);
      }),
    );
  });

  it('Q8: a pending question becomes public only by a move a moderator makes on it', () => {
    holds((moments) => {
      for (const [i, { questions, board }] of moments.entries()) {
        const before = moments[i - 1];
        if (!before || before.board.mode === board.mode) continue;
        expect(questions).toEqual(before.questions);
      }
    });
  });
});
