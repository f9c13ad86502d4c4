import { type Actor, belongsTo, type Happening, Refusal } from '../../kernel/index.ts';
import type { LocalizedText } from '../../translation/index.ts';
import { partyOf } from '../matches/index.ts';
import { type PartnershipFacts, partiesOfPartnership } from './partnership.facts.ts';
import { isUnderWay } from './partnership.machine.ts';

// What the parties write down as they go: milestones and contributions. Each line is done once, whoever is first, so that
// two parties writing at the same moment never stand in one another's way.

export const milestoneStates = ['planned', 'done', 'dropped'] as const;
export type MilestoneState = (typeof milestoneStates)[number];
export interface MilestoneFacts {
  readonly id: string;
  readonly partnershipId: string;
  readonly title: LocalizedText;
  /** A day: `2026-04-30`. */
  readonly due: string;
  readonly ownerId: string;
  readonly state: MilestoneState;
  readonly endedAt: Date | null;
}

export const contributionKinds = [
  'cash',
  'expert_days',
  'visit_days',
  'training_places',
  'equipment',
  'licence',
  'software',
  'hosting',
  'other',
] as const;
export type ContributionKind = (typeof contributionKinds)[number];
/** In its own unit; a sum of money beside it only with how it was reckoned. */
export interface Monetised {
  readonly amount: number;
  readonly currency: string;
  readonly method: string;
}
export interface ContributionFacts {
  readonly id: string;
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly kind: ContributionKind;
  readonly quantity: number;
  readonly unit: string;
  readonly monetised: Monetised | null;
  readonly date: string;
  readonly confirmedFor: string | null;
  readonly confirmedAt: Date | null;
}

export const recorded = [
  'milestonePlanned',
  'milestoneDone',
  'milestoneDropped',
  'contributionGiven',
  'contributionConfirmed',
] as const;
export type RecordHappening = Happening<
  'brokering.partnership.recorded',
  {
    readonly partnershipId: string;
    readonly organisationIds: readonly string[];
    readonly what: (typeof recorded)[number];
    readonly recordId: string;
  }
>;

interface Recorded<Facts> {
  readonly record: Facts;
  readonly happening: RecordHappening;
}
const told = <F extends { readonly id: string }>(
  partnership: PartnershipFacts,
  what: (typeof recorded)[number],
  record: F,
): Recorded<F> => ({
  record,
  happening: {
    name: 'brokering.partnership.recorded',
    stream: `partnership:${partnership.id}`,
    data: {
      partnershipId: partnership.id,
      organisationIds: partiesOfPartnership(partnership),
      what,
      recordId: record.id,
    },
  },
});

/** The party an actor writes for, while the work is under way. */
function writer(partnership: PartnershipFacts, actor: Actor): string {
  const own = partyOf(actor, partnership.parties);
  if (!own) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
  if (!isUnderWay(partnership)) throw new Refusal('unmet-condition', 'brokering.refuse.notUnderWay');
  return own.organisationId;
}

/** May write into its file now. */
export const mayRecord = (actor: Actor, partnership: PartnershipFacts): boolean =>
  isUnderWay(partnership) && partyOf(actor, partnership.parties) !== undefined;

type MilestoneDraft = Pick<MilestoneFacts, 'id' | 'title' | 'due' | 'ownerId'>;
export function planMilestone(partnership: PartnershipFacts, draft: MilestoneDraft, actor: Actor) {
  writer(partnership, actor);
  if (!partiesOfPartnership(partnership).includes(draft.ownerId))
    throw new Refusal('unmet-condition', 'brokering.refuse.nextOwner', {}, 'ownerId');
  const record: MilestoneFacts = { ...draft, partnershipId: partnership.id, state: 'planned', endedAt: null };
  return told(partnership, 'milestonePlanned', record);
}

/** Reached, or given up: by any of the parties, once. */
export function endMilestone(
  partnership: PartnershipFacts,
  milestone: MilestoneFacts,
  state: Exclude<MilestoneState, 'planned'>,
  actor: Actor,
  now: Date,
) {
  writer(partnership, actor);
  if (milestone.state !== 'planned') throw new Refusal('already-done', 'brokering.refuse.milestoneEnded');
  const what = state === 'done' ? 'milestoneDone' : 'milestoneDropped';
  return told(partnership, what, { ...milestone, state, endedAt: now });
}

type ContributionDraft = Pick<ContributionFacts, 'id' | 'kind' | 'quantity' | 'unit' | 'monetised' | 'date'>;
export function giveContribution(partnership: PartnershipFacts, draft: ContributionDraft, actor: Actor) {
  const organisationId = writer(partnership, actor);
  const record: ContributionFacts = {
    ...draft,
    partnershipId: partnership.id,
    organisationId,
    confirmedFor: null,
    confirmedAt: null,
  };
  return told(partnership, 'contributionGiven', record);
}

/** Whom an actor may confirm it for: another party than the giver, by somebody with no place in the giver's house (I6). */
export const confirmableFor = (
  actor: Actor,
  { parties }: PartnershipFacts,
  { organisationId, confirmedAt }: ContributionFacts,
): string | null =>
  confirmedAt || belongsTo(actor, organisationId) ? null : (partyOf(actor, parties)?.organisationId ?? null);

export function confirmContribution(
  partnership: PartnershipFacts,
  contribution: ContributionFacts,
  actor: Actor,
  now: Date,
) {
  writer(partnership, actor);
  if (contribution.confirmedAt) throw new Refusal('already-done', 'brokering.refuse.contributionConfirmed');
  const confirmedFor = confirmableFor(actor, partnership, contribution);
  if (!confirmedFor) throw new Refusal('not-permitted', 'brokering.refuse.ownContribution');
  return told(partnership, 'contributionConfirmed', { ...contribution, confirmedFor, confirmedAt: now });
}
