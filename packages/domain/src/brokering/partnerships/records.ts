import { type Actor, can, type Happening } from '../../kernel/index.ts';
import type { PartnershipFacts } from './partnership.facts.ts';
import { isUnderWay } from './partnership.machine.ts';
import { partnershipPolicy } from './partnership.policy.ts';

/** What its parties write down as they go, and what becomes of it: milestones and contributions. */
export type Recorded<What extends string, State extends string> = Happening<
  'brokering.partnership.recorded',
  {
    readonly partnershipId: string;
    readonly organisationIds: readonly string[];
    readonly what: What;
    readonly recordId: string;
    readonly to: State;
  }
>;

/** May write into its file now. */
export const mayRecord = (actor: Actor, partnership: PartnershipFacts): boolean =>
  isUnderWay(partnership) && can(partnershipPolicy, actor, 'work', partnership);
