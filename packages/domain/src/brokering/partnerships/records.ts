import { type Actor, belongsTo, can, type Happening, Refusal } from '../../kernel/index.ts';
import { partyOf } from '../matches/index.ts';
import { type PartnershipFacts, type PartnershipParty, partiesOfPartnership } from './partnership.facts.ts';
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
    /** Why it ended, where that was asked. */
    readonly reason: string | null;
  }
>;

interface InPartnership {
  readonly partnership: PartnershipFacts;
}
export const partiesOfItsPartnership = ({ partnership }: InPartnership): readonly string[] =>
  partiesOfPartnership(partnership);

export const recorded = <What extends string, State extends string>(
  noun: 'milestone' | 'contribution',
  { id, partnership }: InPartnership & { readonly id: string },
  what: What,
  to: State,
  reason: string | null = null,
): Recorded<What, State> => ({
  name: 'brokering.partnership.recorded',
  stream: `${noun}:${id}`,
  data: {
    partnershipId: partnership.id,
    organisationIds: partiesOfPartnership(partnership),
    what,
    recordId: id,
    to,
    reason,
  },
});

/** May write into its file now. */
export const mayRecord = (actor: Actor, partnership: PartnershipFacts): boolean =>
  isUnderWay(partnership) && can(partnershipPolicy, actor, 'work', partnership);

/** Answers with the party that the others write for. */
export function refuseUnlessMayRecord(actor: Actor, partnership: PartnershipFacts): PartnershipParty {
  const own = can(partnershipPolicy, actor, 'work', partnership) && partyOf(actor, partnership.parties);
  if (!own) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!isUnderWay(partnership)) throw new Refusal('unmet-condition', 'brokering.refuse.notUnderWay');
  return own;
}

/** Whose word stands beside what one of the parties said. */
export const otherPartyThan = (partnership: PartnershipFacts, own: string): string =>
  partiesOfPartnership(partnership).find((id) => id !== own) ?? own;

/** Speaks for another party, and has no place in the house of the one that said it (invariants I6, I10). */
export const speaksForAnother = (actor: Actor, partnership: PartnershipFacts, own: string): boolean =>
  can(partnershipPolicy, actor, 'work', partnership) && !belongsTo(actor, own);
