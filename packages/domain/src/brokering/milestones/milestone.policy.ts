import { anyOf, can, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import { partiesOfItsPartnership, partnershipPolicy } from '../partnerships/index.ts';
import { impartialBroker } from '../rules.ts';
import type { MilestoneFacts } from './milestone.facts.ts';
import type { MilestoneMove } from './milestone.machine.ts';

const side: Rule<MilestoneFacts> = (actor, { partnership }) => can(partnershipPolicy, actor, 'work', partnership);
const broker = impartialBroker<MilestoneFacts>(partiesOfItsPartnership);

export const milestonePolicy: Policy<'view' | MilestoneMove, MilestoneFacts> = {
  view: (actor, { partnership }) => can(partnershipPolicy, actor, 'view', partnership),
  reach: side,
  /** As the parties told the broker who asked after it. */
  replan: anyOf(side, broker),
  drop: anyOf(side, broker),
  endWithPartnership: theSystem,
};
