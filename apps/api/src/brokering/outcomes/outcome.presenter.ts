import type { OutcomeView } from '@baraza/contracts/brokering';
import { outcomeFiles, outcomeForms, outcomeMovesFor, partnershipPolicy } from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { readIn } from '@baraza/domain/translation';
import { presentShelf } from '../../files/index.ts';
import type { OutcomeFile } from '../case/cases.repository.ts';
import { iso, presentEnd, presentMoves, presentStep, reading, type View } from '../case/present.ts';
import { outcomeFacts } from './outcome.moves.ts';
import type { AroundOutcome } from './outcomes.queries.ts';

/** `dispute`: what was last said against it, while it stands. */
export function presentOutcome(file: OutcomeFile, { step, dispute, files }: AroundOutcome, view: View): OutcomeView {
  const { actor, at, known, locale } = view;
  const { row } = file;
  const facts = outcomeFacts(file);
  const inside = can(partnershipPolicy, actor, 'readFile', facts.partnership);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    claimant: known.ref(row.claimantId, locale),
    indicator: { ...readIn(row.indicator, locale) },
    level: row.level,
    unit: row.unit,
    baseline: row.baseline && { ...row.baseline },
    target: row.target,
    actuals: row.actuals.map((actual) => ({ ...actual })),
    files: presentShelf('outcome', files, outcomeFiles(actor, facts)),
    disaggregation: reading(row.disaggregation, locale),
    claimedAt: row.createdAt.toISOString(),
    countersignedFor: row.countersignedFor ? known.ref(row.countersignedFor, locale) : null,
    countersignedAt: iso(row.countersignedAt),
    verifiedAt: iso(row.verifiedAt),
    verifier: row.verifier && { ...row.verifier },
    dispute: inside && row.state === 'disputed' ? reading(dispute, locale) : null,
    nextStep: presentStep(step, view, inside),
    end: presentEnd(row, locale),
    moves: presentMoves('outcome', outcomeMovesFor(actor, facts, at), outcomeForms),
  };
}
