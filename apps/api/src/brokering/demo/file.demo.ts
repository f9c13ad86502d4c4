import { CheckInBody, ContributionBody, MilestoneBody, OutcomeBody } from '@baraza/contracts/brokering';
import { addDays } from '@baraza/domain/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demoId } from '../../demo/ids.ts';
import type { Asker } from '../../platform/asker.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { MeetingsService } from '../meetings/meetings.service.ts';
import { OutcomesService } from '../outcomes/outcomes.service.ts';
import { PartnershipsService } from '../partnerships/partnerships.service.ts';
import { RecordsService } from '../partnerships/records.service.ts';
import { Papers } from './attach.ts';
import type { FileDeed, MeetingDeed } from './file.deeds.ts';

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** The parties at work, through the services that serve everybody. */
export class FilePlayers {
  private readonly db: DataSource;
  private readonly partnerships: PartnershipsService;
  private readonly records: RecordsService;
  private readonly checkIns: CheckInsService;
  private readonly meetings: MeetingsService;
  private readonly outcomes: OutcomesService;
  private readonly papers: Papers;
  constructor(app: INestApplicationContext) {
    this.db = app.get(DataSource);
    this.partnerships = app.get(PartnershipsService, { strict: false });
    this.records = app.get(RecordsService, { strict: false });
    this.checkIns = app.get(CheckInsService, { strict: false });
    this.meetings = app.get(MeetingsService, { strict: false });
    this.outcomes = app.get(OutcomesService, { strict: false });
    this.papers = new Papers(app);
  }

  async play(does: FileDeed, { id, ref, version }: { id: string; ref: string; version: number }, asker: Asker) {
    const { at } = asker;
    switch (does.act) {
      case 'start':
        return this.partnerships.move(asker, ref, 'start', { version });
      case 'milestone': {
        const [language, title] = does.title;
        const ownerId = demoId('organisation', does.owner);
        const body = MilestoneBody.parse({ title, due: day(addDays(at, does.inDays)), ownerId, language });
        return this.records.plan(asker, ref, body);
      }
      case 'reach': {
        const [reached]: { id: string }[] = await this.db.query(
          `select id from milestone where partnership_id = $1 and title ->> 'sourceText' = $2`,
          [id, does.title],
        );
        return this.records.end(asker, reached?.id ?? '', 'reach');
      }
      case 'give': {
        const { kind, quantity, unit } = does;
        return this.records.give(asker, ref, ContributionBody.parse({ kind, quantity, unit, date: day(at) }));
      }
      case 'confirm':
        return this.records.confirm(asker, (await this.newest('contribution', id)).id);
      case 'checkIn': {
        const [language, happened] = does.happened;
        const body = CheckInBody.parse({ going: 'yes', happened, next: does.next, language });
        return this.checkIns.answer(asker, (await this.newest('check_in', id)).id, body);
      }
      case 'claim': {
        const [language, indicator] = does.indicator;
        const { baseline, target, actual, source } = does.figures;
        const body = OutcomeBody.parse({
          indicator,
          level: 'output',
          unit: does.unit,
          baseline: { value: baseline, date: day(addDays(at, -30)), source },
          target,
          actual: { value: actual, date: day(at), evidence: source },
          language,
        });
        return this.outcomes.claim(asker, ref, body);
      }
      case 'attach': {
        const subject = does.to === 'partnership' ? id : (await this.newest('outcome', id)).id;
        return this.papers.attach(asker, does.to, subject, does.file);
      }
      case 'countersign': {
        const outcome = await this.newest('outcome', id);
        return this.outcomes.move(asker, outcome.id, 'countersign', { version: outcome.version });
      }
    }
  }

  /** Those introduced meet before there is a partnership. */
  async meet(does: MeetingDeed, matchId: string, asker: Asker) {
    const { at } = asker;
    switch (does.act) {
      case 'meet': {
        const [language, topic] = does.topic;
        const slots = [2, 3, 4].map((days) => `${day(addDays(at, days))}T09:00`);
        const body = { topic, slots, timeZone: 'Africa/Porto-Novo', delegate: does.delegate, minutes: 60, language };
        return this.meetings.proposeForMatch(asker, matchId, body);
      }
      case 'take': {
        const { id, version, slots } = await this.meeting(matchId);
        return this.meetings.accept(asker, id, {
          version,
          slot: (slots[0] as Date).toISOString(),
          delegate: does.delegate,
        });
      }
      case 'record': {
        const { id, version } = await this.meeting(matchId);
        const [language, note] = does.note;
        return this.meetings.hold(asker, id, {
          version,
          attendees: does.attendees,
          note,
          next: does.next,
          nextOwnerId: demoId('organisation', does.owner),
          nextDue: day(addDays(at, does.inDays)),
          language,
        });
      }
    }
  }

  private async meeting(matchId: string) {
    const [row]: { id: string; version: number; slots: Date[] }[] = await this.db.query(
      'select id, version, slots from meeting where match_id = $1 order by created_at desc limit 1',
      [matchId],
    );
    if (!row) throw new Error(`nobody proposed to meet in ${matchId}`);
    return row;
  }

  private async newest(table: 'contribution' | 'check_in' | 'outcome', partnershipId: string) {
    const version = table === 'contribution' ? '0 as version' : 'version';
    const [row]: { id: string; version: number }[] = await this.db.query(
      `select id, ${version} from ${table} where partnership_id = $1 order by created_at desc limit 1`,
      [partnershipId],
    );
    if (!row) throw new Error(`the demo has no ${table} yet`);
    return row;
  }
}
