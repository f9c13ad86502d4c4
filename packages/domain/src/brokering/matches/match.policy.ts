import { allOf, anyOf, belongsTo, not, type Policy, type Rule, theSystem } from '../../kernel/index.ts';
import { partiesOfRequest } from '../requests/index.ts';
import { impartialBroker, nobody } from '../rules.ts';
import {
  contactsOpen,
  isYes,
  type MatchFacts,
  partiesOfMatch,
  partyOf,
  requestsOf,
  roomIsOpen,
  type Stance,
} from './match.facts.ts';
import { isAtTheDesk, type MatchMove } from './match.machine.ts';

const side: Rule<MatchFacts> = (actor, { parties }) => partyOf(actor, parties) !== undefined;
const colleague: Rule<MatchFacts> = (actor, { parties }) => parties.some((p) => belongsTo(actor, p.organisationId));
/** Whose organisation is neither in it nor a party of any request it answers (invariant I11). */
const broker = impartialBroker<MatchFacts>((match) => [
  ...partiesOfMatch(match),
  ...requestsOf(match).flatMap(partiesOfRequest),
]);
const undecided: Rule<MatchFacts> = (actor, { parties }) => {
  const own = partyOf(actor, parties);
  return own !== undefined && !isYes(own.stance);
};

const hidden: Rule<MatchFacts> = (_, match) => isAtTheDesk(match);
const ownStance =
  (...stances: readonly Stance[]): Rule<MatchFacts> =>
  (actor, { parties }) => {
    const own = partyOf(actor, parties);
    return own !== undefined && stances.includes(own.stance);
  };

export const matchPolicy: Policy<
  'view' | 'readContacts' | 'write' | 'propose' | 'recordMeeting' | MatchMove,
  MatchFacts
> = {
  view: anyOf(allOf(colleague, not(hidden)), broker),
  readContacts: allOf(colleague, (_, match) => contactsOpen(match)),
  // Who is introduced talks, and the broker with them.
  write: allOf(anyOf(side, broker), (_, match) => roomIsOpen(match)),
  propose: anyOf(side, broker),
  recordMeeting: anyOf(side, broker),
  sayYes: undecided,
  introduce: nobody,
  sayNo: side,
  scope: side,
  agree: theSystem,
  drop: anyOf(side, broker),
  lapse: theSystem,
  dissolve: theSystem,
  endWithRequest: theSystem,
  send: broker,
  setAside: broker,
  endReferral: theSystem,
  see: ownStance('unseen'),
  notNow: undecided,
  askAgain: theSystem,
};
