import type { ExpressionCard, MatchCard, PartnershipCard } from '@baraza/contracts/brokering';
import {
  type ExpressionState,
  iatiActivityStatus,
  type MatchShape,
  type MatchState,
  type PartnershipState,
  type Stance,
} from '@baraza/domain/brokering';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import { presentMatchStep } from './match-step.ts';
import { iso, organisationsIn, presentStep, reading, refs, type StepJson, stepOf, type View } from './present.ts';

// The short forms of what hangs on a request, as Postgres shapes them for the pages that list them.

export interface MatchCardJson {
  readonly id: string;
  readonly state: MatchState;
  readonly stateSince: string;
  readonly ref: string;
  readonly title: LocalizedText | null;
  readonly shape: MatchShape;
  readonly parties: readonly { readonly organisationId: string; readonly stance: Stance }[];
  readonly step: StepJson | null;
}
export const matchCardJson = (m = 'm', r = 'r'): string => `json_build_object('id', ${m}.id, 'state', ${m}.state,
  'stateSince', ${m}.state_since, 'ref', ${r}.ref, 'title', ${r}.title, 'step', ${stepOf('match', `${m}.id`)},
  'shape', case when exists (select 1 from ring_request x where x.match_id = ${m}.id) then 'ring'
    when (select count(*) > 2 from match_party cp where cp.match_id = ${m}.id) then 'triangle' else 'pair' end,
  'parties', (select json_agg(json_build_object('organisationId', cp.organisation_id, 'stance', cp.stance) order by cp.position)
    from match_party cp where cp.match_id = ${m}.id))`;
const idsOf = ({ parties }: MatchCardJson) => parties.map(({ organisationId }) => organisationId);
export const idsInMatch = (card: MatchCardJson) => [...idsOf(card), ...organisationsIn(card.step)];
export const presentMatchCard = (card: MatchCardJson, view: View): MatchCard => ({
  id: card.id,
  state: card.state,
  stateSince: new Date(card.stateSince).toISOString(),
  request: { ref: card.ref, title: reading(card.title, view.locale) },
  organisations: refs(idsOf(card), view),
  shape: card.shape,
  nextStep: presentMatchStep(card.step, { ...card, stateSince: new Date(card.stateSince) }, view),
});

export interface PartnershipCardJson {
  readonly id: string;
  readonly ref: string;
  readonly state: PartnershipState;
  readonly stateSince: string;
  readonly title: LocalizedText;
  readonly organisationIds: readonly string[];
  readonly agreedAt: string | null;
  readonly step: StepJson | null;
}
export const partnershipCardJson = (
  s = 's',
): string => `json_build_object('id', ${s}.id, 'ref', ${s}.ref, 'state', ${s}.state,
  'stateSince', ${s}.state_since, 'title', ${s}.title, 'agreedAt', ${s}.agreed_at, 'step', ${stepOf('partnership', `${s}.id`)},
  'organisationIds', (select json_agg(cp.organisation_id order by cp.position) from partnership_party cp where cp.partnership_id = ${s}.id))`;
export const idsInPartnership = (card: PartnershipCardJson) => [...card.organisationIds, ...organisationsIn(card.step)];
export const presentPartnershipCard = (card: PartnershipCardJson, view: View, inside: boolean): PartnershipCard => ({
  id: card.id,
  ref: card.ref,
  state: card.state,
  iatiStatus: iatiActivityStatus[card.state],
  stateSince: new Date(card.stateSince).toISOString(),
  title: { ...readIn(card.title, view.locale) },
  organisations: refs(card.organisationIds, view),
  agreedAt: iso(card.agreedAt),
  nextStep: presentStep(card.step, view, inside),
});

export interface ExpressionCardJson {
  readonly id: string;
  readonly version: number;
  readonly state: ExpressionState;
  readonly stateSince: string;
  readonly sentAt: string | null;
  readonly organisationId: string;
  readonly ref: string;
  readonly title: LocalizedText | null;
  readonly requesterId: string;
  readonly step: StepJson | null;
}
export const expressionCardJson = (
  e = 'e',
  r = 'r',
): string => `json_build_object('id', ${e}.id, 'version', ${e}.version,
  'state', ${e}.state, 'stateSince', ${e}.state_since, 'sentAt', ${e}.sent_at, 'organisationId', ${e}.organisation_id, 'ref', ${r}.ref,
  'title', ${r}.title, 'requesterId', ${r}.organisation_id, 'step', ${stepOf('expression', `${e}.id`)})`;
export const idsInExpression = (card: ExpressionCardJson) => [
  card.organisationId,
  card.requesterId,
  ...organisationsIn(card.step),
];
export const presentExpressionCard = (card: ExpressionCardJson, view: View): ExpressionCard => ({
  id: card.id,
  version: card.version,
  state: card.state,
  stateSince: new Date(card.stateSince).toISOString(),
  sentAt: iso(card.sentAt),
  organisation: view.known.ref(card.organisationId, view.locale),
  request: {
    ref: card.ref,
    title: reading(card.title, view.locale),
    organisation: view.known.ref(card.requesterId, view.locale),
  },
  nextStep: presentStep(card.step, view, true),
});
