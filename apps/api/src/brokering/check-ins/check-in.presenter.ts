import type { CheckInView } from '@baraza/contracts/brokering';
import { answerableBy, checkInFiles, checkInForms, checkInMovesFor } from '@baraza/domain/brokering';
import { presentShelf } from '../../files/index.ts';
import type { CheckInFile } from '../case/cases.repository.ts';
import { presentEnd, presentMoves, presentStep, reading, type View } from '../case/present.ts';
import { checkInFacts } from './check-in.moves.ts';
import type { AroundCheckIn } from './check-ins.queries.ts';

export function presentCheckIn(file: CheckInFile, { step, files }: AroundCheckIn, view: View): CheckInView {
  const { actor, at, known, locale } = view;
  const { row } = file;
  const facts = checkInFacts(file);
  const moves = checkInMovesFor(actor, facts, at);
  const rules = checkInFiles(actor, facts);
  /** The reader adds to the answer of their own party alone. */
  const shelf = (of: string) =>
    presentShelf(
      'check_in',
      files.filter(({ organisationId }) => organisationId === of),
      rules.attachFor === of ? rules : { ...rules, attachFor: null },
    );
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
        files: shelf(organisationId),
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
