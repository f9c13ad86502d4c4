import { randomBytes, randomUUID } from 'node:crypto';
import type { Announcement, Reschedule, SessionRecord, SessionView } from '@baraza/contracts/programme';
import { addDays, calendarOf, can, type Deadline, instantAt, Refusal, system } from '@baraza/domain/kernel';
import {
  announceSession,
  makeSessionMove,
  programmeTerms,
  rescheduleSession,
  type SessionFacts,
  type SessionMove,
  sessionMachine,
  sessionPolicy,
} from '@baraza/domain/programme';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Timers } from '../platform/timers/timers.ts';
import { BoardsService } from '../qa/index.ts';
import { ProgrammeReader } from './programme.reader.ts';
import { ProgrammeRepository, type StoredFacts } from './programme.repository.ts';

const minute = 60_000;
const ofThisRoom = (deadline: Deadline): Deadline => ({ ...deadline, kind: `programme.session.${deadline.kind}` });
const contextOf = ({ country, timeZone }: { country: string | null; timeZone: string }) => ({
  calendar: calendarOf(country, timeZone),
});
const timesOf = ({ day, hour, minutes, timeZone }: Omit<z.output<typeof Reschedule>, 'version'>) => {
  const startsAt = instantAt(day, hour, timeZone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * minute), timeZone };
};
/** When the board of a session begins to take questions. */
const opensAt = (startsAt: Date): Date => addDays(startsAt, -programmeTerms.opensBeforeDays);

/** Letters and digits of the topic, and something that no other session has. */
const slugOf = (topic: string): string => {
  const words =
    topic
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...words.slice(0, 6), randomBytes(3).toString('hex')].join('-').slice(0, 80);
};

@Injectable()
export class ProgrammeService {
  private readonly work: UnitOfWork;
  private readonly repository: ProgrammeRepository;
  private readonly reader: ProgrammeReader;
  private readonly boards: BoardsService;

  constructor(
    work: UnitOfWork,
    repository: ProgrammeRepository,
    reader: ProgrammeReader,
    boards: BoardsService,
    timers: Timers,
  ) {
    this.work = work;
    this.repository = repository;
    this.reader = reader;
    this.boards = boards;
    timers.on('programme.session.open', (w, { subject }) => this.tick(w, subject, 'open'));
    timers.on('programme.session.finish', (w, { subject }) => this.tick(w, subject, 'finish'));
    // Nobody has started it, or put its record in order: the organisers owe it until somebody does.
    for (const kind of ['programme.session.start', 'programme.session.complete'])
      timers.on(kind, (w, { subject }) =>
        w.arm({ subject, kind, dueAt: addDays(w.at, 1), responsible: { kind: 'role', id: 'organiser' } }),
      );
  }

  private async tick(work: Work, subject: string, move: SessionMove): Promise<void> {
    const session = await this.repository.lock(work.tx, { id: subject.slice('session:'.length) });
    if (session && sessionMachine.moves[move].from.includes(session.state))
      await this.make(work, session, move, system);
  }

  announce(draft: z.output<typeof Announcement>, asker: Asker): Promise<SessionView> {
    return this.work.run(asker, async (work) => {
      const host = draft.host ? await this.repository.host(work.tx, draft.host) : null;
      if (host === undefined) throw new Refusal('unmet-condition', 'programme.refuse.noSuchHost', {}, 'host');
      const times = timesOf(draft);
      const topic = written(draft.locale, draft.topic);
      const summary = draft.summary ? written(draft.locale, draft.summary) : null;
      const slug = slugOf(draft.topic);
      const event = {
        id: randomUUID(),
        version: 1,
        slug,
        seriesId: null,
        clusterId: null,
        kind: draft.kind,
        organiserIds: asker.actor.id ? [asker.actor.id] : [],
        title: topic,
        summary: null,
      };
      const place = { country: host?.country ?? null, timeZone: draft.timeZone };
      const session = { id: randomUUID(), ...times };
      const { change, happening, deadline } = announceSession(
        session,
        { ...event, organiserIds: [] },
        asker.actor,
        contextOf(place),
      );
      await this.repository.insertEvent(work.tx, event);
      await this.repository.insertSession(work.tx, change, {
        slug,
        topic,
        summary,
        hostId: host?.id ?? null,
        speakers: (draft.speakers ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      });
      const { mode, identity } = draft;
      const hours = { opensAt: opensAt(times.startsAt), closesAt: times.endsAt };
      await this.boards.prepare(work, { sessionId: change.id, mode, identity, ...hours, ...place });
      await work.tell(happening);
      if (deadline) await work.arm(ofThisRoom(deadline));
      return this.reader.session(slug, asker, work.tx);
    });
  }

  reschedule(slug: string, { version, ...wanted }: z.output<typeof Reschedule>, asker: Asker): Promise<SessionView> {
    return this.onSession(slug, version, asker, async (work, session) => {
      const times = timesOf(wanted);
      const { change, happening, deadline } = rescheduleSession(session, times, asker.actor, contextOf(session));
      await this.repository.save(work.tx, session.id, change);
      await this.boards.shift(work, session.id, opensAt(times.startsAt), times.endsAt);
      await work.tell(happening);
      await this.owe(work, session, deadline);
    });
  }

  recordOf(slug: string, { version, ...record }: z.output<typeof SessionRecord>, asker: Asker): Promise<SessionView> {
    return this.onSession(slug, version, asker, async (work, session) => {
      if (!can(sessionPolicy, asker.actor, 'edit', session))
        throw new Refusal('not-permitted', 'programme.refuse.sessionNotYours');
      const { recordingUrl = null, slidesUrl = null, noRecordReason } = record;
      await this.repository.save(work.tx, session.id, {
        recordingUrl,
        slidesUrl,
        noRecordReason: noRecordReason || null,
      });
    });
  }

  move(slug: string, { version, move }: { version: number; move: SessionMove }, asker: Asker): Promise<SessionView> {
    return this.onSession(slug, version, asker, (work, session) => this.make(work, session, move, asker.actor));
  }

  private onSession(
    slug: string,
    version: number,
    asker: Asker,
    act: (work: Work, session: StoredFacts) => Promise<void>,
  ): Promise<SessionView> {
    return this.work.run(asker, async (work) => {
      const session = await this.repository.lock(work.tx, { slug });
      if (!session) throw notFound();
      if (session.version !== version) throw new Refusal('stale-version', 'kernel.staleVersion');
      await act(work, session);
      return this.reader.session(slug, asker, work.tx);
    });
  }

  private async make(work: Work, found: StoredFacts, move: SessionMove, actor: Asker['actor']): Promise<void> {
    const session = { ...found, endsAt: endAfter(found, move, work.at) };
    const { change, happening, deadline } = makeSessionMove(session, move, actor, contextOf(session));
    await this.repository.save(work.tx, session.id, { ...change, endsAt: session.endsAt });
    await this.boards.follow(work, session.id, move, actor);
    await work.tell(happening);
    await this.owe(work, session, deadline);
  }

  private async owe(work: Work, { id }: SessionFacts, deadline: Deadline | null): Promise<void> {
    await work.disarm(`session:${id}`);
    if (deadline) await work.arm(ofThisRoom(deadline));
  }
}

/** Ending early ends its hours; going on, or starting late, gives it another one, or its clock would end it at once. */
function endAfter({ startsAt, endsAt }: SessionFacts, move: SessionMove, at: Date): Date {
  if (move === 'finish') return at < endsAt && at > startsAt ? at : endsAt;
  if (move !== 'resume' && move !== 'start') return endsAt;
  return endsAt > at ? endsAt : new Date(at.getTime() + 60 * minute);
}
