import { randomUUID } from 'node:crypto';
import type {
  MeetingAcceptance,
  MeetingCounter,
  MeetingProposal,
  MeetingRecord,
  MeetingReport,
  MeetingView,
  MoveBody,
} from '@baraza/contracts/brokering';
import {
  type MatchFacts,
  type MeetingInput,
  type MeetingMove,
  matchPolicy,
  meetingPolicy,
  type PartnershipFacts,
  partnershipPolicy,
  proposeMeeting,
  recordMeeting,
} from '@baraza/domain/brokering';
import { can, instantAt, Refusal } from '@baraza/domain/kernel';
import { readIn, written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { calendarFile } from '../../platform/calendar-file.ts';
import { UnitOfWork, type Work } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf } from '../case/case.ts';
import { Cases, type MeetingFile } from '../case/cases.repository.ts';
import { stepsOf } from '../case/present.ts';
import { matchFacts } from '../matches/match.moves.ts';
import { partnershipFacts } from '../partnerships/partnership.moves.ts';
import { beginMeeting, meetingFacts, moveMeeting } from './meeting.moves.ts';
import { presentMeeting } from './meeting.presenter.ts';
import { MeetingsQueries } from './meetings.queries.ts';

const minute = 60_000;

@Injectable()
export class MeetingsService {
  private readonly queries: MeetingsQueries;
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  constructor(queries: MeetingsQueries, work: UnitOfWork, cases: Cases) {
    this.queries = queries;
    this.work = work;
    this.cases = cases;
  }

  proposeForMatch(asker: Asker, matchId: string, body: MeetingProposal): Promise<MeetingView> {
    return this.onMatch(
      asker,
      matchId,
      (c, occasion) => proposeMeeting(occasion, ...drafted(asker, c, body)),
      'propose',
    );
  }

  proposeForPartnership(asker: Asker, ref: string, body: MeetingProposal): Promise<MeetingView> {
    return this.onPartnership(
      asker,
      ref,
      (c, occasion) => proposeMeeting(occasion, ...drafted(asker, c, body)),
      'propose',
    );
  }

  recordForMatch(asker: Asker, matchId: string, body: MeetingReport): Promise<MeetingView> {
    return this.onMatch(
      asker,
      matchId,
      (c, occasion) => recordMeeting(occasion, ...reported(asker, c, body)),
      'record',
    );
  }

  recordForPartnership(asker: Asker, ref: string, body: MeetingReport): Promise<MeetingView> {
    return this.onPartnership(
      asker,
      ref,
      (c, occasion) => recordMeeting(occasion, ...reported(asker, c, body)),
      'record',
    );
  }

  counter(asker: Asker, id: string, body: z.output<typeof MeetingCounter>): Promise<MeetingView> {
    const { version, delegate } = body;
    return this.move(asker, id, version, 'counter', { delegate, slots: slotsOf(body) });
  }

  accept(asker: Asker, id: string, body: z.output<typeof MeetingAcceptance>): Promise<MeetingView> {
    const { version, delegate, slot } = body;
    return this.move(asker, id, version, 'accept', { delegate, slot: new Date(slot) });
  }

  hold(asker: Asker, id: string, body: z.output<typeof MeetingRecord>): Promise<MeetingView> {
    return this.move(asker, id, body.version, 'hold', resultOf(body, asker));
  }

  end(asker: Asker, id: string, move: 'noShow' | 'cancel', body: z.output<typeof MoveBody>): Promise<MeetingView> {
    return this.move(asker, id, body.version, move, inputOf(body, asker));
  }

  /** The meeting for the calendars of those who come; one that is not fixed has no place there. */
  async calendar(asker: Asker, id: string, baseUrl: string): Promise<string> {
    const row = await this.queries.find(id);
    if (
      !row?.chosen ||
      row.state === 'proposed' ||
      !can(meetingPolicy, asker.actor, 'view', { ...row, claimedBy: null })
    )
      throw notFound();
    const url = `${baseUrl}${await this.queries.pathOf(row)}`;
    const delegates = row.sides.flatMap(({ delegate }) => delegate ?? []);
    return calendarFile(
      {
        uid: `${row.id}@${new URL(baseUrl).host}`,
        startsAt: row.chosen,
        endsAt: new Date(row.chosen.getTime() + row.minutes * minute),
        title: readIn(row.topic, asker.locale).text,
        text: [delegates.join(', '), row.place, url].filter(Boolean).join('\n\n'),
        url,
        cancelled: row.state === 'cancelled',
        sequence: row.version,
      },
      asker.at,
    );
  }

  private onMatch(asker: Asker, id: string, decide: (c: Case, on: MatchOccasion) => Begun, move: Beginning) {
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, id);
      const facts = matchFacts(c, match);
      if (!can(matchPolicy, asker.actor, 'view', facts)) throw notFound();
      const meeting = await beginMeeting(c, { match }, decide(c, { match: facts }), move);
      return this.present(asker, c, meeting, work);
    });
  }

  private onPartnership(
    asker: Asker,
    ref: string,
    decide: (c: Case, on: PartnershipOccasion) => Begun,
    move: Beginning,
  ) {
    return this.work.run(asker, async (work) => {
      const { c, partnership } = await this.cases.openPartnership(work, asker, { ref });
      const facts = partnershipFacts(partnership);
      if (!can(partnershipPolicy, asker.actor, 'view', facts)) throw notFound();
      const meeting = await beginMeeting(c, { partnership }, decide(c, { partnership: facts }), move);
      return this.present(asker, c, meeting, work);
    });
  }

  private move(
    asker: Asker,
    id: string,
    version: number,
    move: MeetingMove,
    input: MeetingInput,
  ): Promise<MeetingView> {
    return this.work.run(asker, async (work) => {
      const { c, meeting } = await this.cases.openMeeting(work, asker, id);
      if (!can(meetingPolicy, asker.actor, 'view', meetingFacts(c, meeting))) throw notFound();
      demandVersion(meeting.row, version);
      await moveMeeting(c, meeting, move, input, asker.actor);
      return this.present(asker, c, meeting, work);
    });
  }

  private async present(asker: Asker, { known }: Case, { row }: MeetingFile, { tx }: Work): Promise<MeetingView> {
    const subject = `meeting:${row.id}`;
    return presentMeeting(row, (await stepsOf(tx, [subject])).get(subject) ?? null, { ...asker, known });
  }
}

type Begun = Parameters<typeof beginMeeting>[2];
type Beginning = Parameters<typeof beginMeeting>[3];
interface MatchOccasion {
  readonly match: MatchFacts;
}
interface PartnershipOccasion {
  readonly partnership: PartnershipFacts;
}

function drafted(asker: Asker, { at, known }: Case, body: MeetingProposal) {
  const { topic, place, minutes, delegate, language = asker.locale } = body;
  const draft = {
    id: randomUUID(),
    topic: written(language, topic),
    place: place || null,
    minutes,
    delegate,
    slots: slotsOf(body),
  };
  return [draft, asker.actor, at, known.context] as const;
}

function reported(asker: Asker, { at, known }: Case, body: MeetingReport) {
  const { topic, place, on, language = asker.locale } = body;
  const report = {
    id: randomUUID(),
    topic: written(language, topic),
    place: place || null,
    on: instantAt(on, '09:00', asker.timeZone),
  };
  return [report, resultOf(body, asker), asker.actor, at, known.context] as const;
}

/** What came of it. */
function resultOf(body: Omit<MeetingReport, 'topic' | 'on' | 'place'>, asker: Asker): MeetingInput {
  const { attendees, next, nextOwnerId, nextDue, language = asker.locale } = body;
  return {
    ...inputOf(body, asker),
    attendees: attendees.split('\n'),
    next: { what: written(language, next), ownerId: nextOwnerId, due: nextDue },
  };
}

/** As written by that zone's clock: `2026-03-25T13:00`. */
function slotsOf({ slots, timeZone }: Pick<MeetingProposal, 'slots' | 'timeZone'>): Date[] {
  try {
    return slots.map((slot) => {
      const [day = '', hour = ''] = slot.split('T');
      return instantAt(day, hour, timeZone);
    });
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refusal('unmet-condition', 'brokering.refuse.noSuchZone', {}, 'timeZone');
    throw error;
  }
}
