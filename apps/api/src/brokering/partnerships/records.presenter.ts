import type { PartnershipView } from '@baraza/contracts/brokering';
import {
  contributionForms,
  contributionMovesFor,
  milestoneClock,
  milestoneForms,
  milestoneMovesFor,
  partnershipPolicy,
} from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { readIn } from '@baraza/domain/translation';
import type { ContributionFile, MilestoneFile } from '../case/cases.repository.ts';
import { iso, presentMoves, presentStep, type StepJson, type View } from '../case/present.ts';
import { contributionFacts, milestoneFacts } from './records.moves.ts';

export function presentMilestone(
  file: MilestoneFile,
  step: StepJson | null,
  view: View,
): PartnershipView['milestones'][0] {
  const { actor, at, known, locale } = view;
  const { row } = file;
  const facts = milestoneFacts(file);
  const nextStep = presentStep(step, view, can(partnershipPolicy, actor, 'readFile', facts.partnership));
  return {
    id: row.id,
    title: { ...readIn(row.title, locale) },
    due: row.due,
    owner: known.ref(row.ownerId, locale),
    state: row.state,
    endedAt: iso(row.endedAt),
    late: Boolean(milestoneClock.nextStep(facts, actor, at, known.context)?.missed),
    nextStep,
    moves: presentMoves('milestone', milestoneMovesFor(actor, facts, at), milestoneForms),
  };
}

export function presentContribution(
  file: ContributionFile,
  step: StepJson | null,
  view: View,
): PartnershipView['contributions'][0] {
  const { actor, at, known, locale } = view;
  const { row } = file;
  const facts = contributionFacts(file);
  return {
    id: row.id,
    version: row.version,
    organisation: known.ref(row.organisationId, locale),
    kind: row.kind,
    quantity: row.quantity,
    unit: row.unit,
    monetised: row.monetised && { ...row.monetised },
    date: row.date,
    state: row.state,
    confirmedFor: row.confirmedFor ? known.ref(row.confirmedFor, locale) : null,
    confirmedAt: iso(row.confirmedAt),
    nextStep: presentStep(step, view, can(partnershipPolicy, actor, 'readFile', facts.partnership)),
    moves: presentMoves('contribution', contributionMovesFor(actor, facts, at), contributionForms),
  };
}
