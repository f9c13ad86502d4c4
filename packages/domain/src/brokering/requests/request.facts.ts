import type { LocalizedText } from '../../translation/index.ts';
import type { Pause } from '../clock.ts';
import type { SafeguardLevel } from '../safeguarding/flag.facts.ts';
import { isBlank, type Subject } from '../subject.ts';
import type { BrokeringTerms } from '../terms.ts';
import { type HoldableState, isOver, type RequestState } from './request.machine.ts';

export const requestKinds = ['need', 'offer', 'exchange'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const visibilities = ['public', 'members', 'cluster', 'brokers_only'] as const;
export type Visibility = (typeof visibilities)[number];

export const modalities = [
  'study_visit',
  'peer_exchange',
  'expert_secondment',
  'training',
  'technology_transfer',
  'policy_advice',
  'joint_pilot',
  'twinning',
  'funding_readiness',
  'data_tools',
] as const;
export type Modality = (typeof modalities)[number];

/** What the requester says; everything may still be missing in a draft. */
export interface RequestContent {
  readonly title: LocalizedText | null;
  readonly context: LocalizedText | null;
  readonly wantedResult: LocalizedText | null;
  /** Required even of a need: whoever asks also brings something. */
  readonly whatWeBring: LocalizedText | null;
  readonly modalities: readonly Modality[];
  readonly themes: readonly string[];
  /** First and last day as ISO dates. */
  readonly window: { readonly start: string; readonly end: string } | null;
}

/** When each side reads how to reach the other: never before both said yes (invariant I2), or later still. */
export const contactPolicies = ['after_mutual_yes', 'after_agreement'] as const;
export type ContactPolicy = (typeof contactPolicies)[number];

export const lineStates = ['open', 'partly_covered', 'covered', 'dropped'] as const;
export type LineState = (typeof lineStates)[number];

/** One of the things that are needed or offered, each answered on its own. */
export interface NeedLine {
  readonly id: string;
  readonly text: LocalizedText;
  readonly quantity: string | null;
  readonly state: LineState;
}
export const remainingLines = (lines: readonly NeedLine[]): NeedLine[] =>
  lines.filter(({ state }) => state === 'open' || state === 'partly_covered');
/** It has lines, and each is covered or dropped. */
export const nothingRemains = ({ lines }: { readonly lines: readonly NeedLine[] }): boolean =>
  lines.length > 0 && remainingLines(lines).length === 0;

/** What one broker wants done that takes a second: dates are ISO, as they are stored. */
export interface Proposal {
  readonly move: 'publish' | 'decline';
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly note: LocalizedText | null;
}
/** Why it was declined, what would make it acceptable, and all who had a hand in it. */
export interface Declined {
  readonly reason: string;
  readonly note: LocalizedText | null;
  readonly by: readonly string[];
  readonly at: string;
}
export interface Appeal {
  readonly grounds: LocalizedText;
  readonly by: string;
  readonly at: string;
}

/** Why no more partners are suggested; dates are ISO, as they are stored. */
export interface Enough {
  readonly note: LocalizedText;
  readonly by: string;
  readonly at: string;
}

/** A broker's question and the requester's answer; the last one without an answer is what the request waits for. */
export interface Clarification {
  readonly question: LocalizedText;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly answer: LocalizedText | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

/** A time on hold, from when until when: for the present one, until when it is meant to last. Dates as they are stored. */
export interface Hold {
  readonly since: string;
  readonly until: string;
  /** Since when it had stood where it returns to. */
  readonly stateSince: string;
}
/** When the clocks of requests, and of what hangs on them, stood still: while any of them was on hold. */
export function pausesOf(...requests: readonly { readonly holds: readonly Hold[] }[]): Pause[] {
  const holds = requests
    .flatMap((request) => request.holds)
    .map(({ since, until }) => ({ since: new Date(since), until: new Date(until) }))
    .sort((a, b) => a.since.getTime() - b.since.getTime());
  const pauses: Pause[] = [];
  for (const hold of holds) {
    const last = pauses.at(-1);
    if (!last || hold.since > last.until) pauses.push(hold);
    else if (hold.until > last.until) pauses.splice(-1, 1, { since: last.since, until: hold.until });
  }
  return pauses;
}

/** What a rule may look at. The stored row satisfies this shape; nothing maps between them. */
export interface RequestFacts extends Subject<RequestState>, RequestContent {
  readonly kind: RequestKind;
  readonly organisationId: string;
  readonly authorId: string;
  readonly clusterId: string | null;
  readonly visibility: Visibility;
  /** The focal point who stands behind it; nobody may claim it before. */
  readonly approvedBy: string | null;
  /** The broker whose case it is, from the claim to the end. */
  readonly claimedBy: string | null;
  readonly leaseUntil: Date | null;
  /** Working days the broker had left when a question stopped the clock. */
  readonly reviewLeft: number | null;
  readonly clarifications: readonly Clarification[];
  readonly submittedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly lastConfirmedAt: Date | null;
  /** Partners suggested so far: the record of effort. */
  readonly suggestions: number;
  /** The broker's word that nobody else fits, until the search begins anew. */
  readonly enough: Enough | null;
  /** A partnership came of it that was agreed and not cancelled. */
  readonly partnered: boolean;
  readonly lines: readonly NeedLine[];
  readonly contactPolicy: ContactPolicy;
  /** Where it stood before it was put on hold. */
  readonly heldFrom: HoldableState | null;
  /** On hold until then. */
  readonly heldUntil: Date | null;
  /** Oldest first. */
  readonly holds: readonly Hold[];
  /** Whom an offer that nobody asked for is made to. */
  readonly addressedTo: string | null;
  readonly proposal: Proposal | null;
  readonly decline: Declined | null;
  readonly appeal: Appeal | null;
  /** The gravest flag raised on it; the desk's own knowledge. */
  readonly safeguard: SafeguardLevel | null;
  /** Organisations that answered, were suggested, or signed a partnership of it: parties too, when it comes to who may act as a broker. */
  readonly counterpartIds: readonly string[];
  /** When the first thing that is owed on the case is due, whatever of it that is about; null when nobody owes anything. */
  readonly nextDueAt: Date | null;
}

/** The request is open, or something that hangs on it is: a partnership outlives what it came of. */
export const isOpenCase = (request: Pick<RequestFacts, 'state' | 'nextDueAt'>): boolean =>
  !isOver(request) || request.nextDueAt !== null;

type Seeking = Pick<RequestFacts, 'suggestions' | 'enough' | 'addressedTo'>;
/** Partners are still to be suggested for it; what is addressed to one organisation is for that one. */
export const wantsSuggestions = (
  { suggestions, enough, addressedTo }: Seeking,
  { request: t }: BrokeringTerms,
): boolean => suggestions < t.suggestionsWanted && enough === null && addressedTo === null;

/** How many more may be suggested to its owner at once, who has so many to answer already. */
export const wantedNow = (request: Seeking, unanswered: number, terms: BrokeringTerms): number =>
  wantsSuggestions(request, terms)
    ? Math.max(
        0,
        Math.min(terms.request.suggestionsWanted - request.suggestions, terms.match.openSuggestionsEach - unanswered),
      )
    : 0;

/** Why nobody is introduced at present; it says no more than that to those who wait. */
export const mayNotIntroduce = ({ state, safeguard }: Pick<RequestFacts, 'state' | 'safeguard'>) => {
  if (state === 'on_hold') return 'brokering.refuse.onHold';
  return safeguard === 'red' ? 'brokering.refuse.mustWait' : null;
};

export const partiesOfRequest = (
  request: Pick<RequestFacts, 'organisationId' | 'counterpartIds'>,
): readonly string[] => [request.organisationId, ...request.counterpartIds];

export const minimumFields = [
  'title',
  'context',
  'wantedResult',
  'whatWeBring',
  'modalities',
  'themes',
  'window',
] as const;
export type MinimumField = (typeof minimumFields)[number];

/** Which of the minimum a broker needs is still missing. One language is enough, whichever it is. */
export const missingOf = (content: RequestContent): MinimumField[] =>
  minimumFields.filter((field) => {
    if (field === 'modalities' || field === 'themes') return content[field].length === 0;
    if (field === 'window') return !content.window || content.window.end < content.window.start;
    return isBlank(content[field]);
  });
