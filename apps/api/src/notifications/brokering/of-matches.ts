import type { Reason } from '@baraza/domain/notifications';
import { type Notice, type Notices, nobody } from './notices.ts';
import type { Happened } from './writing.ts';

type Moved = Happened<'brokering.match.moved'>;

const everybody =
  (reason: Reason): Notice<Moved> =>
  (event, who) =>
    who.sides(reason, event, event.data.organisationIds);

/** The requester is told of the request. */
const ended: Notice<Moved> = (event, who) => {
  const { organisationIds, requesterOrganisationId } = event.data;
  return who.sides(
    'brokering.ended',
    event,
    organisationIds.filter((id) => id !== requesterOrganisationId),
  );
};

/**
 * Each side of a pair is asked for itself. A circle asks more of its parties: they are told at once what they would get
 * and give. What one offers unasked is news to the other alone.
 */
export const suggested: Notice<Happened<'brokering.match.suggested'>> = async (event, who) => {
  const { matchId, organisationIds, alsoAnswers } = event.data;
  if (await who.stakes.isOffered(matchId))
    return who.sides(
      'brokering.offerReceived',
      event,
      await who.stakes.unansweredOn('brokering.step.answerSuggestion', event.stream),
    );
  const circle = organisationIds.length > 2 || alsoAnswers.length > 0;
  return who.sides(circle ? 'brokering.circle' : 'brokering.suggested', event, organisationIds);
};

export const referred: Notice<Happened<'brokering.match.referred'>> = (event, who) =>
  who.broker('brokering.referralReceived', event);

export const introduced: Notice<Happened<'brokering.match.introduced'>> = (event, who) =>
  who.sides('brokering.introduced', event, event.data.organisationIds);

export const ofMatches: Notices<Moved['data']['move'], Moved> = {
  send: everybody('brokering.suggested'),
  // The two sides know nothing of it.
  setAside: nobody,
  endReferral: nobody,
  // What each side answers, and that it did, is kept from the other.
  see: nobody,
  notNow: nobody,
  sayYes: nobody,
  askAgain: async (event, who) =>
    who.sides(
      'brokering.askedAgain',
      event,
      await who.stakes.unansweredOn('brokering.step.answerSuggestion', event.stream),
    ),
  // Told as introduced.
  introduce: nobody,
  // A refusal is silent: the other side is not told that there was one.
  sayNo: nobody,
  // The two do it together, in their room.
  scope: nobody,
  // The partnership says that it is agreed.
  agree: nobody,
  // Only what was introduced is dropped: both know of one another.
  drop: (event, who) => who.otherSides('brokering.dropped', event, event.data.organisationIds),
  lapse: everybody('brokering.lapsed'),
  dissolve: everybody('brokering.ended'),
  endWithRequest: ended,
};
