import type { MembersHappening } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import type { BrokeringTold } from '../../brokering/index.ts';
import { Reactions } from '../../platform/events/reactions.ts';
import { Notifier } from '../notifier.ts';
import { Addressees } from './addressees.ts';
import { byMove, type Notice, nobody } from './notices.ts';
import { deadlineMissed, deadlineNear } from './of-deadlines.ts';
import {
  clarificationAsked,
  expressionSent,
  messageWritten,
  ofClarifications,
  ofExpressions,
} from './of-expressions.ts';
import {
  checkInAnswered,
  checkInAsked,
  meetingProposed,
  meetingRecorded,
  ofCheckIns,
  ofMeetings,
  ofOutcomes,
  outcomeToSign,
} from './of-file.ts';
import { introduced, ofMatches, referred, suggested } from './of-matches.ts';
import { accepted, agreed, ofPartnerships, ofRecords, proposed } from './of-partnerships.ts';
import { ofRequests } from './of-requests.ts';
import { type Happened, matterOf, type Name } from './writing.ts';

const listener = 'notifications.brokering';

/** To whom it is given; to the desk, when it is given to nobody. */
const handedOver: Notice<Happened<'brokering.request.handedOver'>> = async (event, who) => {
  const { after } = event.data;
  return after === null
    ? who.desk('brokering.caseHandedOver', event)
    : who.members('brokering.caseHandedOver', event, [after]);
};

/** What a lead broker must look at, unless they have a part in it. */
const flagged: Notice<Happened<'brokering.flag.raised' | 'brokering.flag.changed'>> = async (event, who) => {
  const { level, requestId } = event.data;
  if (level !== 'escalated' && level !== 'red') return [];
  const leads = await who.impartial(['lead_broker'], event);
  return who.members('brokering.flagRaised', event, leads, { about: { kind: 'request', id: requestId } });
};

/** Who is told of everything that happens in brokering: a happening that is added does not compile until it stands here. */
const notices: { readonly [N in Name]: Notice<Happened<N>> } = {
  // A draft is its writer's business; what else is revised stands in the history of the thing.
  'brokering.request.drafted': nobody,
  'brokering.request.revised': nobody,
  'brokering.request.moved': byMove(ofRequests),
  'brokering.request.handedOver': handedOver,
  // The owner marks what is covered.
  'brokering.request.linesMarked': nobody,
  'brokering.clarification.asked': clarificationAsked,
  'brokering.clarification.moved': byMove(ofClarifications),
  'brokering.flag.raised': flagged,
  'brokering.flag.changed': flagged,
  'brokering.expression.drafted': nobody,
  'brokering.expression.revised': nobody,
  'brokering.expression.sent': expressionSent,
  'brokering.expression.moved': byMove(ofExpressions),
  'brokering.match.referred': referred,
  'brokering.match.suggested': suggested,
  'brokering.match.introduced': introduced,
  'brokering.match.moved': byMove(ofMatches),
  'brokering.message.written': messageWritten,
  'brokering.partnership.proposed': proposed,
  'brokering.partnership.accepted': accepted,
  'brokering.partnership.agreed': agreed,
  'brokering.partnership.moved': byMove(ofPartnerships),
  'brokering.partnership.recorded': (event, who) => ofRecords[event.data.what](event, who),
  // It asks on its day.
  'brokering.checkIn.planned': nobody,
  'brokering.checkIn.asked': checkInAsked,
  'brokering.checkIn.answered': checkInAnswered,
  'brokering.checkIn.moved': byMove(ofCheckIns),
  'brokering.meeting.proposed': meetingProposed,
  'brokering.meeting.recorded': meetingRecorded,
  'brokering.meeting.moved': byMove(ofMeetings),
  'brokering.outcome.claimed': outcomeToSign,
  'brokering.outcome.moved': byMove(ofOutcomes),
  'brokering.deadline.near': deadlineNear,
  'brokering.deadline.missed': deadlineMissed,
};

/** Who of a case is written to, and when: what needs somebody, what was decided, what came of it. */
@Injectable()
export class BrokeringReactions {
  private readonly reactions: Reactions;
  private readonly notifier: Notifier;
  private readonly who: Addressees;
  constructor(reactions: Reactions, notifier: Notifier, who: Addressees) {
    this.reactions = reactions;
    this.notifier = notifier;
    this.who = who;
    for (const name of Object.keys(notices) as Name[]) if (notices[name] !== nobody) this.hear(name);
    this.hearOfDepartures();
  }

  private hear<N extends Name>(name: N): void {
    this.reactions.on<BrokeringTold, N>(name, listener, async (event) => {
      const happened = event as Happened;
      const writings = await notices[name](happened as Happened<N>, this.who);
      const matter = matterOf(happened);
      for (const { to, about, ...why } of writings)
        await this.notifier.raise({ ...why, subject: about, matter, recipients: to, cause: event });
    });
  }

  /** A city of a case has lost its focal point: whoever looks after the case finds another. */
  private hearOfDepartures(): void {
    const { stakes, recipients } = this.who;
    this.reactions.on<MembersHappening, 'members.affiliation.moved'>(
      'members.affiliation.moved',
      listener,
      async (event) => {
        const { organisationId, role, to: state } = event.data;
        if (role !== 'focal_point' || state === 'active') return;
        const brokers = await stakes.brokersOfHeadless(organisationId);
        const desk = brokers.includes(null)
          ? await recipients.role(['broker', 'lead_broker'], event.at, [organisationId])
          : [];
        const both = [...brokers.filter((id) => id !== null), ...desk];
        const subject = { kind: 'organisation', id: organisationId };
        await this.notifier.raise({ reason: 'brokering.focalPointNeeded', subject, recipients: both, cause: event });
      },
    );
  }
}
