import type { MatchView } from '@baraza/contracts/brokering';
import type { Because } from '@baraza/contracts/matching';
import {
  contactPolicyOf,
  contactsOpen,
  isIntroduced,
  type MatchFacts,
  matchForms,
  matchMovesFor,
  matchPolicy,
  mayRecordMeeting,
  partyOf,
  roomIsOpen,
  shapeOf,
  tiesOf,
  usualRole,
} from '@baraza/domain/brokering';
import { type Actor, type AffiliationRole, can } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';
import { type PartnershipCardJson, presentPartnershipCard } from '../case/cards.ts';
import { presentMatchStep } from '../case/match-step.ts';
import { iso, presentEnd, presentMoves, reading, refs, type StepJson, type View } from '../case/present.ts';
import type { RequestRow } from '../requests/request.row.ts';
import type { MatchRow } from './match.row.ts';

export interface ContactRow {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: AffiliationRole;
}
export interface MatchRead {
  readonly seq: number;
  readonly step: StepJson | null;
  readonly partnerships: readonly PartnershipCardJson[];
}

/** What a suggestion rests on, said to one reader: of a circle, for each who would give. */
export interface Spoken {
  readonly reasons: readonly Because[];
  readonly ties: readonly { readonly giverId: string; readonly receiverId: string; readonly because: Because[] }[];
}
export interface Answered {
  readonly id: string;
  readonly ref: string;
  readonly title: LocalizedText | null;
}

/** Names of people are contacts: those introduced read them, and nobody else. */
export const readsNames = (actor: Actor, facts: MatchFacts): boolean => can(matchPolicy, actor, 'readContacts', facts);

interface Parts {
  readonly row: MatchRow;
  readonly version: number;
  readonly request: RequestRow;
  readonly facts: MatchFacts;
  readonly shape: MatchRead;
  readonly contacts: readonly ContactRow[] | null;
  readonly messages: MatchView['messages'];
  readonly meetings: MatchView['meetings'];
  readonly spoken: Spoken;
  readonly answered: readonly Answered[];
  readonly referrer: string | null;
}

export function presentMatch(
  { row, version, request, facts, shape, contacts, messages, meetings, spoken, answered, referrer }: Parts,
  view: View,
): MatchView {
  const { actor, locale, at, known } = view;
  const room = roomIsOpen(facts);
  const own = partyOf(actor, facts.parties);
  const atTheDesk = own === undefined && can(matchPolicy, actor, 'propose', facts);
  return {
    id: row.id,
    version,
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
    reasons: [...spoken.reasons],
    organisations: refs(
      facts.parties.map((party) => party.organisationId),
      view,
    ),
    shape: shapeOf(facts),
    ties: presentTies(facts, spoken, [request, ...answered], view),
    parties: facts.parties.map((party) => ({
      organisation: known.ref(party.organisationId, locale),
      part: party.part,
      role: usualRole(party.part, view.known.countryOf(party.organisationId)),
      stance: room || party === own || atTheDesk ? party.stance : null,
      until: party === own ? iso(party.until) : null,
      refusal:
        party.refusal && (party === own || atTheDesk)
          ? { reason: party.refusal.reason, note: reading(party.refusal.note, locale) }
          : null,
    })),
    contactsOpen: contactsOpen(facts),
    contactPolicy: contactPolicyOf(facts),
    contacts:
      contacts && readsNames(actor, facts)
        ? contacts.map(({ organisationId, ...contact }) => ({
            ...contact,
            organisation: known.ref(organisationId, locale),
          }))
        : null,
    end: presentEnd(row, locale),
    nextStep: presentMatchStep(shape.step, facts, view),
    moves: presentMoves('match', matchMovesFor(actor, facts, at), matchForms),
    mayWrite: can(matchPolicy, actor, 'write', facts),
    mayPropose: can(matchPolicy, actor, 'propose', facts) && isIntroduced(facts),
    messages,
    meetings,
    mayMeet: own !== undefined && isIntroduced(facts),
    mayRecordMeeting: mayRecordMeeting(actor, { match: facts }),
    partnerships: shape.partnerships.map((card) => presentPartnershipCard(card, view, true)),
  };
}

/** Who would give to whom in a circle, and why: what is asked, to who may read it. */
function presentTies(
  facts: MatchFacts,
  spoken: Spoken,
  answered: readonly Answered[],
  { known, locale }: View,
): MatchView['ties'] {
  return tiesOf(facts).map(({ giverId, receiverId, requestId }) => {
    const asked = answered.find(({ id }) => id === requestId);
    const said = spoken.ties.find((tie) => tie.giverId === giverId && tie.receiverId === receiverId);
    return {
      giver: known.ref(giverId, locale),
      receiver: known.ref(receiverId, locale),
      part: facts.parties.find(({ organisationId }) => organisationId === giverId)?.part ?? 'mutual',
      request: asked ? { ref: asked.ref, title: reading(asked.title, locale) } : null,
      because: said?.because ?? [],
    };
  });
}
