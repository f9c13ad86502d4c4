import {
  type CheckInMove,
  checkInClock,
  contributionClock,
  meetingClock,
  milestoneClock,
  outcomeClock,
  type PartnershipMove,
} from '@baraza/domain/brokering';
import { system } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { asSystem } from '../platform/asker.ts';
import type { Work } from '../platform/database/unit-of-work.ts';
import type { FiredTimer } from '../platform/timers/timers.ts';
import { BrokeringTimers, due, idOf, type Open, patient, struck } from './brokering.timers.ts';
import { Cases } from './case/cases.repository.ts';
import { afterCheckIn, afterPartnership } from './case/consequences.ts';
import { beginCheckIn, checkInFacts, hangingCheckIn, moveCheckIn, oweCheckIn } from './check-ins/check-in.moves.ts';
import { hangingMeeting, meetingFacts, moveMeeting, oweMeeting } from './meetings/meeting.moves.ts';
import { hangingOutcome, outcomeFacts, oweOutcome } from './outcomes/outcome.moves.ts';
import { movePartnership, owePartnership } from './partnerships/partnership.moves.ts';
import {
  contributionFacts,
  hangingContribution,
  hangingMilestone,
  milestoneFacts,
  oweContribution,
  oweMilestone,
} from './partnerships/records.moves.ts';

/** The clocks of a partnership's file: when its parties are asked, when it rests and wakes, what lapses in it. */
@Injectable()
export class FileTimers {
  private readonly cases: Cases;
  constructor(cases: Cases, timers: BrokeringTimers) {
    this.cases = cases;
    timers.watch('check_in', this.checkIn);
    timers.watch('meeting', this.meeting);
    timers.watch('milestone', this.milestone);
    timers.watch('contribution', this.contribution);
    timers.watch('outcome', this.outcome);
    for (const move of ['askCheckIn', 'resume', 'lapse'] as const satisfies PartnershipMove[])
      timers.on(`brokering.partnership.${move}`, (work, timer) => this.movePartnership(work, timer, move));
    for (const move of ['ask', 'lapse'] as const satisfies CheckInMove[])
      timers.on(`brokering.check_in.${move}`, (work, timer) => this.moveCheckIn(work, timer, move));
    timers.on('brokering.meeting.lapse', (work, timer) => this.lapseMeeting(work, timer));
  }

  private readonly checkIn: Open = async (work, id) => {
    const { c, checkIn } = await this.cases.openCheckIn(await patient(work), asSystem(work.at), id);
    const { thing } = hangingCheckIn(checkIn);
    return struck(c, thing, checkInFacts(checkIn), checkInClock, () => oweCheckIn(c, checkIn));
  };

  private readonly meeting: Open = async (work, id) => {
    const { c, meeting } = await this.cases.openMeeting(await patient(work), asSystem(work.at), id);
    const { thing } = hangingMeeting(c, meeting);
    return struck(c, thing, meetingFacts(c, meeting), meetingClock, () => oweMeeting(c, meeting));
  };

  private readonly milestone: Open = async (work, id) => {
    const { c, milestone } = await this.cases.openMilestone(await patient(work), asSystem(work.at), id);
    const { thing } = hangingMilestone(milestone);
    return struck(c, thing, milestoneFacts(milestone), milestoneClock, () => oweMilestone(c, milestone));
  };

  private readonly contribution: Open = async (work, id) => {
    const { c, contribution } = await this.cases.openContribution(await patient(work), asSystem(work.at), id);
    const { thing } = hangingContribution(contribution);
    const facts = contributionFacts(contribution);
    return struck(c, thing, facts, contributionClock, () => oweContribution(c, contribution));
  };

  private readonly outcome: Open = async (work, id) => {
    const { c, outcome } = await this.cases.openOutcome(await patient(work), asSystem(work.at), id);
    const { thing } = hangingOutcome(outcome);
    return struck(c, thing, outcomeFacts(outcome), outcomeClock, () => oweOutcome(c, outcome));
  };

  private async movePartnership(work: Work, timer: FiredTimer, move: PartnershipMove): Promise<void> {
    const key = { id: idOf(timer) };
    const { c, partnership } = await this.cases.openPartnership(await patient(work), asSystem(work.at), key);
    if (!(await due(() => movePartnership(c, partnership, move, {}, system)))) return owePartnership(c, partnership);
    if (move === 'askCheckIn') await beginCheckIn(c, partnership, 'regular', c.at);
    else await afterPartnership(c, partnership);
  }

  private async moveCheckIn(work: Work, timer: FiredTimer, move: CheckInMove): Promise<void> {
    const { c, checkIn } = await this.cases.openCheckIn(await patient(work), asSystem(work.at), idOf(timer));
    if (!(await due(() => moveCheckIn(c, checkIn, move, {}, system)))) return oweCheckIn(c, checkIn);
    await afterCheckIn(c, checkIn);
  }

  private async lapseMeeting(work: Work, timer: FiredTimer): Promise<void> {
    const { c, meeting } = await this.cases.openMeeting(await patient(work), asSystem(work.at), idOf(timer));
    if (!(await due(() => moveMeeting(c, meeting, 'lapse', {}, system)))) await oweMeeting(c, meeting);
  }
}
