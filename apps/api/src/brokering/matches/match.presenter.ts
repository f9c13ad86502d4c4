import type { MatchView } from '@baraza/contracts/brokering';
import {
  contactsOpen,
  type MatchFacts,
  matchForms,
  matchMovesFor,
  matchPolicy,
  partyOf,
} from '@baraza/domain/brokering';
import { type Actor, type AffiliationRole, can } from '@baraza/domain/kernel';
import { type PartnershipCardJson, presentPartnershipCard } from '../case/cards.ts';
import {
  iso,
  presentEnd,
  presentMoves,
  presentStep,
  reading,
  refs,
  type StepJson,
  type View,
} from '../case/present.ts';
import type { RequestRow } from '../requests/request.row.ts';
import type { MatchRow } from './match.row.ts';

export interface ContactRow {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: AffiliationRole;
}
export interface MatchShape {
  readonly seq: number;
  readonly step: StepJson | null;
  readonly partnerships: readonly PartnershipCardJson[];
}

/** Names of people are contacts: those introduced read them, and nobody else. */
export const readsNames = (actor: Actor, facts: MatchFacts): boolean => can(matchPolicy, actor, 'readContacts', facts);

/** Who is introduced talks, and the broker with them. */
export const mayWrite = (actor: Actor, facts: MatchFacts): boolean =>
  contactsOpen(facts) && can(matchPolicy, actor, 'propose', facts);

interface Parts {
  readonly row: MatchRow;
  readonly request: RequestRow;
  readonly facts: MatchFacts;
  readonly shape: MatchShape;
  readonly contacts: readonly ContactRow[] | null;
  readonly messages: MatchView['messages'];
  readonly meetings: MatchView['meetings'];
  readonly reasons: MatchView['reasons'];
  readonly referrer: string | null;
}

export function presentMatch(
  { row, request, facts, shape, contacts, messages, meetings, reasons, referrer }: Parts,
  view: View,
): MatchView {
  const { actor, locale, at, known } = view;
  const open = contactsOpen(facts);
  const own = partyOf(actor, facts.parties);
  return {
    id: row.id,
    version: row.version,
    stream: `match:${row.id}`,
    seq: shape.seq,
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    request: { ref: request.ref, title: reading(request.title, locale) },
    expressionId: row.expressionId,
    origin: row.origin,
    // Who gave the hint is told to the desk: the two sides read the words.
    referredBy: referrer,
    because: reading(row.because, locale),
    reasons,
    organisations: refs(
      facts.parties.map((party) => party.organisationId),
      view,
    ),
    parties: facts.parties.map((party) => ({
      organisation: known.ref(party.organisationId, locale),
      stance: open || party === own ? party.stance : null,
      until: party === own ? iso(party.until) : null,
    })),
    contactsOpen: open,
    contactPolicy: request.contactPolicy,
    contacts:
      contacts && readsNames(actor, facts)
        ? contacts.map(({ organisationId, ...contact }) => ({
            ...contact,
            organisation: known.ref(organisationId, locale),
          }))
        : null,
    end: presentEnd(row, locale),
    nextStep: presentStep(shape.step, view, true),
    moves: presentMoves('match', matchMovesFor(actor, facts, at), matchForms),
    mayWrite: mayWrite(actor, facts),
    mayPropose: can(matchPolicy, actor, 'propose', facts) && (row.state === 'introduced' || row.state === 'scoping'),
    messages,
    meetings,
    mayMeet: own !== undefined && (row.state === 'introduced' || row.state === 'scoping'),
    partnerships: shape.partnerships.map((card) => presentPartnershipCard(card, view, true)),
  };
}
