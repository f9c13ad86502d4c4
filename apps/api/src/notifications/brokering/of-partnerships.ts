import type { Reason } from '@baraza/domain/notifications';
import { all, type Notice, type Notices, nobody } from './notices.ts';
import type { Happened } from './writing.ts';

type Moved = Happened<'brokering.partnership.moved'>;

const parties =
  (reason: Reason): Notice<Moved> =>
  (event, who) =>
    who.sides(reason, event, event.data.organisationIds);
const changed = parties('brokering.partnershipChanged');

export const proposed: Notice<Happened<'brokering.partnership.proposed' | 'brokering.partnership.moved'>> = (
  event,
  who,
) => who.focalPoints('brokering.partnershipProposed', event, event.data.organisationIds);

export const accepted: Notice<Happened<'brokering.partnership.accepted'>> = (event, who) => {
  const { organisationIds, acceptedFor } = event.data;
  return who.sides(
    'brokering.partnershipAccepted',
    event,
    organisationIds.filter((id) => id !== acceptedFor),
  );
};

export const agreed: Notice<Happened<'brokering.partnership.agreed'>> = (event, who) =>
  who.sides('brokering.partnershipAgreed', event, event.data.organisationIds);

export const ofPartnerships: Notices<Moved['data']['move'], Moved> = {
  // Other words want new signatures.
  amend: proposed,
  // Told as accepted, and as agreed.
  accept: nobody,
  agree: nobody,
  start: parties('brokering.partnershipStarted'),
  // The check-in asks.
  askCheckIn: nobody,
  finalise: changed,
  suspend: changed,
  resume: changed,
  fallDormant: all(changed, (event, who) => who.broker('brokering.partnershipChanged', event)),
  wake: changed,
  close: changed,
  lapse: changed,
  cancel: changed,
  endWithMatch: changed,
};

type Recorded = Happened<'brokering.partnership.recorded'>;
const others =
  (reason: Reason): Notice<Recorded> =>
  (event, who) =>
    who.otherSides(reason, event, event.data.organisationIds);

export const ofRecords: Notices<Recorded['data']['what'], Recorded> = {
  // Its owner is reminded in time; a plan stands on the page of those who made it.
  milestonePlanned: nobody,
  milestoneReplanned: nobody,
  milestoneDone: others('brokering.milestoneReached'),
  milestoneDropped: nobody,
  // The partnership says that it has ended.
  milestoneEnded: nobody,
  contributionGiven: others('brokering.contributionToConfirm'),
  // Whoever gave it sees on the page that it stands, and took back what they said themselves.
  contributionConfirmed: nobody,
  contributionWithdrawn: nobody,
};
