import type { ClustersHappening } from '@baraza/domain/clusters';
import type { MembersHappening } from '@baraza/domain/members';
import type { Reason } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { Reactions } from '../platform/events/reactions.ts';
import { Concerned } from './concerned.queries.ts';
import { Notifier } from './notifier.ts';
import { Recipients } from './recipients.queries.ts';

const listener = 'notifications.members';

/** Who vouches for whom, who came in: told to whoever decides, and then to whom it was decided about. */
@Injectable()
export class MembersReactions {
  constructor(concerned: Concerned, reactions: Reactions, notifier: Notifier, recipients: Recipients) {
    reactions.on<MembersHappening, 'members.affiliation.requested'>(
      'members.affiliation.requested',
      listener,
      async (event) => {
        const { affiliationId, organisationId, role } = event.data;
        const focal = role === 'focal_point' ? [] : await recipients.focalPoints([organisationId], event.at);
        // A colleague vouches where there is one; who commits a city is for an administrator.
        const deciders = focal.length > 0 ? focal : await recipients.role(['admin'], event.at);
        const subject = { kind: 'affiliation', id: affiliationId };
        await notifier.raise({ reason: 'members.affiliationAsked', subject, recipients: deciders, cause: event });
      },
    );
    reactions.on<MembersHappening, 'members.affiliation.moved'>(
      'members.affiliation.moved',
      listener,
      async (event) => {
        const { affiliationId, memberId, move } = event.data;
        const reasons: Partial<Record<typeof move, Reason>> = {
          verify: 'members.affiliationVerified',
          revoke: 'members.affiliationRevoked',
          lapse: 'members.affiliationEnding',
        };
        const reason = reasons[move];
        const subject = { kind: 'affiliation', id: affiliationId };
        if (reason) await notifier.raise({ reason, subject, recipients: [memberId], cause: event });
      },
    );
    reactions.on<MembersHappening, 'members.role.given'>('members.role.given', listener, async (event) => {
      const { memberId } = event.data;
      const subject = { kind: 'member', id: memberId };
      await notifier.raise({ reason: 'members.roleGiven', subject, recipients: [memberId], cause: event });
    });
    reactions.on<ClustersHappening, 'clusters.membership.moved'>(
      'clusters.membership.moved',
      listener,
      async (event) => {
        const { clusterId, memberId, move } = event.data;
        const subject = { kind: 'cluster', id: clusterId };
        if (move === 'ask') {
          const named = await concerned.moderatorsOf(clusterId);
          const moderators = named.length > 0 ? named : await recipients.role(['moderator'], event.at);
          await notifier.raise({ reason: 'clusters.joinAsked', subject, recipients: moderators, cause: event });
        }
        const reasons: Partial<Record<typeof move, Reason>> = {
          admit: 'clusters.admitted',
          invite: 'clusters.invited',
        };
        const reason = reasons[move];
        if (reason) await notifier.raise({ reason, subject, recipients: [memberId], cause: event });
      },
    );
  }
}
