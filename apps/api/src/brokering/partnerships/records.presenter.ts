import type { PartnershipView } from '@baraza/contracts/brokering';
import { confirmableFor, mayRecord } from '@baraza/domain/brokering';
import { readIn } from '@baraza/domain/translation';
import type { PartnershipFile } from '../case/cases.repository.ts';
import { iso, type View } from '../case/present.ts';
import { partnershipFacts } from './partnership.moves.ts';
import type { ContributionRow, MilestoneRow } from './records.row.ts';

export const presentMilestone = (row: MilestoneRow, { at, known, locale }: View): PartnershipView['milestones'][0] => ({
  id: row.id,
  title: { ...readIn(row.title, locale) },
  due: row.due,
  owner: known.ref(row.ownerId, locale),
  state: row.state,
  endedAt: iso(row.endedAt),
  late: row.state === 'planned' && row.due < at.toISOString().slice(0, 10),
});

export function presentContribution(
  row: ContributionRow,
  partnership: PartnershipFile,
  { actor, known, locale }: View,
): PartnershipView['contributions'][0] {
  const facts = partnershipFacts(partnership);
  return {
    id: row.id,
    organisation: known.ref(row.organisationId, locale),
    kind: row.kind,
    quantity: row.quantity,
    unit: row.unit,
    monetised: row.monetised && { ...row.monetised },
    date: row.date,
    confirmedFor: row.confirmedFor ? known.ref(row.confirmedFor, locale) : null,
    confirmedAt: iso(row.confirmedAt),
    mayConfirm: mayRecord(actor, facts) && confirmableFor(actor, facts, row) !== null,
  };
}
