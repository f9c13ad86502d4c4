import type { CheckInView } from '@baraza/contracts/brokering';
import { answerableBy, checkInForms, checkInMovesFor } from '@baraza/domain/brokering';
import type { CheckInFile } from '../case/cases.repository.ts';
import { presentEnd, presentMoves, presentStep, reading, type StepJson, type View } from '../case/present.ts';
import { checkInFacts } from './check-in.moves.ts';

export function presentCheckIn(file: CheckInFile, step: StepJson | null, view: View): CheckInView {
  const { actor, at, known, locale } = view;
  const { row } = file;
  const facts = checkInFacts(file);
  const moves = checkInMovesFor(actor, facts, at);
  const own = row.state === 'open' ? answerableBy(actor, facts) : undefined;
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    opensAt: row.opensAt.toISOString(),
    sides: row.sides.map(({ organisationId, answer }) => ({
      organisation: known.ref(organisationId, locale),
      answer: answer && {
        going: answer.going,
        happened: reading(answer.happened, locale),
        next: reading(answer.next, locale),
        hindrance: reading(answer.hindrance, locale),
        deskWanted: answer.deskWanted,
        at: answer.at,
      },
    })),
    answerAs: own ? known.ref(own.organisationId, locale) : null,
    nextStep: presentStep(step, view, true),
    end: presentEnd(row, locale),
    // An answer has a form of its own.
    moves: presentMoves(
      'check_in',
      moves.filter((move) => move !== 'answer'),
      checkInForms,
    ),
  };
}
