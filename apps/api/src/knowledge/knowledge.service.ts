import type { StoryView } from '@baraza/contracts/knowledge';
import { type Actor, addWorkingDays, calendarOf, type Deadline, Refusal, system } from '@baraza/domain/kernel';
import { knowledgeTerms, makeStoryMove, type StoryFacts, type StoryMove } from '@baraza/domain/knowledge';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../platform/asker.ts';
import { UnitOfWork, type Work } from '../platform/database/unit-of-work.ts';
import { notFound } from '../platform/http/problem-error.ts';
import { Timers } from '../platform/timers/timers.ts';
import { presentStory } from './knowledge.presenter.ts';
import { KnowledgeQueries } from './knowledge.queries.ts';
import { KnowledgeRepository } from './knowledge.repository.ts';

/** The editors' desk keeps the plain week of no country. */
const calendar = calendarOf(null, 'UTC');
const subjectOf = ({ id }: Pick<StoryFacts, 'id'>): string => `story:${id}`;

@Injectable()
export class KnowledgeService {
  private readonly work: UnitOfWork;
  private readonly repository: KnowledgeRepository;
  private readonly queries: KnowledgeQueries;

  constructor(work: UnitOfWork, repository: KnowledgeRepository, queries: KnowledgeQueries, timers: Timers) {
    this.work = work;
    this.repository = repository;
    this.queries = queries;
    timers.on('knowledge.story.fall_due', async (due, { subject }) => {
      const story = await repository.lockStory(due.tx, 'id', subject.replace('story:', ''));
      if (story) await this.apply(due, story, 'fallDue', system);
    });
    // The editors have not taken the step: it stays owed, by them.
    timers.on('knowledge.story.edit', async ({ arm, at }, { subject, kind }) => {
      const dueAt = addWorkingDays(at, knowledgeTerms.editorDays, calendar);
      await arm({ subject, kind, dueAt, responsible: { kind: 'role', id: 'editor' } });
    });
  }

  move(slug: string, move: StoryMove, version: number, asker: Asker): Promise<StoryView> {
    const { actor, locale } = asker;
    return this.work.run(asker, async (work) => {
      const story = await this.repository.lockStory(work.tx, 'slug', slug);
      if (!story) throw notFound();
      await this.apply(work, story, move, actor, version);
      const moved = await this.queries.story(slug, actor, locale, work.tx);
      if (!moved) throw notFound();
      return presentStory(moved, actor, locale);
    });
  }

  /** Without a version, as things stand. Who may not see the story does not learn its version either. */
  private async apply(
    { tx, at, tell, arm, disarm }: Work,
    story: StoryFacts,
    move: StoryMove,
    actor: Actor,
    version = story.version,
  ) {
    const { change, happening, deadline } = makeStoryMove(story, move, actor, at, { calendar });
    if (version !== story.version) throw new Refusal('stale-version', 'kernel.staleVersion');
    await this.repository.saveStory(tx, story, change, at);
    await tell(happening);
    await disarm(subjectOf(story));
    if (deadline) await arm(inThisRoom(deadline));
  }
}

/** Other things of this room are edited and fall due as well: the kind says that this is a story. */
export const inThisRoom = (deadline: Deadline): Deadline => ({ ...deadline, kind: `knowledge.story.${deadline.kind}` });
