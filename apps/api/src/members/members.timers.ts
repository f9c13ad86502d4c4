import type { Role } from '@baraza/domain/kernel';
import { affiliationDeadline, affiliationTimers, roleLapses } from '@baraza/domain/members';
import { Injectable } from '@nestjs/common';
import { Timers } from '../platform/timers/timers.ts';
import { AffiliationsService } from './affiliations.service.ts';
import { MembersMails } from './members.mails.ts';
import { lockAffiliation } from './members.repository.ts';
import { StandingService } from './standing.service.ts';

const idIn = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** Nobody who says where they work is left without an answer, and nobody speaks for a city for ever by one check. */
@Injectable()
export class MembersTimers {
  constructor(timers: Timers, affiliations: AffiliationsService, standing: StandingService, mails: MembersMails) {
    timers.on(roleLapses, (work, { subject }) => {
      const [, memberId = '', role = ''] = subject.split(':');
      return standing.lapseRole(work, memberId, role as Role);
    });
    timers.on(affiliationTimers.verify, async (work, { subject }) => {
      const affiliation = await lockAffiliation(work.tx, idIn(subject));
      const next = affiliation?.state === 'pending' ? affiliationDeadline(affiliation, work.at) : null;
      if (!next) return;
      await mails.waiting(work.tx, work.at);
      await work.arm(next);
    });
    timers.on(affiliationTimers.lapse, async (work, { subject }) => {
      const affiliation = await lockAffiliation(work.tx, idIn(subject));
      if (affiliation?.state === 'active') await affiliations.apply(work, affiliation, 'lapse', null);
    });
  }
}
