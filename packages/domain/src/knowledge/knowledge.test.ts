import { describe, expect, it } from '@jest/globals';
import {
  type Actor,
  calendarOf,
  can,
  isFinal,
  movesFrom,
  type Role,
  reachable,
  system,
  visitor,
} from '../kernel/index.ts';
import { written } from '../translation/index.ts';
import {
  draftFaq,
  type FaqFacts,
  faqMachine,
  faqMovesFor,
  faqPolicy,
  makeFaqMove,
  makeStoryMove,
  type StoryFacts,
  storyMachine,
  storyMovesFor,
} from './index.ts';

const now = new Date('2026-03-31T09:00:00Z');
const context = { calendar: calendarOf('US', 'America/New_York') };
const faq = (more: Partial<FaqFacts> = {}): FaqFacts => ({
  id: 'f1',
  version: 1,
  state: 'draft',
  question: written('en', 'Why lend in goods and not in cash?'),
  answer: written('en', 'Because goods reach the field.'),
  sources: ['recording:webinar-03#1240'],
  fromQuestionIds: ['q1'],
  authorId: 'mo',
  reviewedBy: null,
  reviewBy: null,
  ...more,
});
const story = (more: Partial<StoryFacts> = {}): StoryFacts => ({
  id: 'tianjin-port-clearance',
  version: 1,
  state: 'draft',
  title: written('en', 'Two days become four hours'),
  authorId: 'tia',
  organisationIds: ['tianjin'],
  themes: ['ports'],
  sdgs: [9],
  reviewedBy: null,
  reviewBy: null,
  ...more,
});
const member = (id: string, roles: Role[] = [], organisationId?: string): Actor => ({
  ...visitor,
  kind: 'member',
  id,
  roles: ['member', ...roles],
  affiliations: organisationId ? [{ organisationId, role: 'delegate' }] : [],
});
const editor = member('edi', ['editor']);
const writer = member('mo', ['editor']);
const moderator = member('mo', ['moderator']);
const teller = member('tia', [], 'tianjin');
const partial = member('edi', ['editor'], 'tianjin');
const ana = member('ana');

describe('the shelf', () => {
  it('has no state that is not reached, and no open one that is a dead end', () => {
    for (const machine of [faqMachine, storyMachine] as (typeof storyMachine)[]) {
      expect(reachable(machine)).toEqual(new Set(machine.states));
      expect(machine.states.filter((s) => !isFinal(machine, s) && movesFrom(machine, s).length === 0)).toEqual([]);
    }
  });
});

describe('an FAQ entry', () => {
  it.each([
    ['draft', editor, ['review', 'retire']],
    ['draft', writer, ['retire']],
    ['draft', moderator, ['retire']],
    ['reviewed', writer, ['sendBack', 'publish', 'retire']],
    ['published', editor, ['fallDue', 'renew', 'revise', 'retire']],
    ['published', moderator, []],
    ['published', system, ['fallDue']],
    ['due_review', editor, ['renew', 'revise', 'retire']],
    ['retired', editor, []],
    ['published', ana, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(faqMovesFor(actor, faq({ state }))).toEqual(moves);
  });

  it('is read by everybody while it stands, and before by those who make it', () => {
    const readers = (state: FaqFacts['state']) =>
      [visitor, ana, moderator, editor].map((actor) => can(faqPolicy, actor, 'view', faq({ state })));
    expect(readers('draft')).toEqual([false, false, true, true]);
    expect(readers('published')).toEqual([true, true, true, true]);
    expect(readers('due_review')).toEqual([true, true, true, true]);
    expect(readers('retired')).toEqual([false, false, true, true]);
  });

  it('is drafted from what was asked, and the editors owe it a second reading', () => {
    const { id, question, answer, sources, fromQuestionIds } = faq();
    const draft = { id, question, answer, sources, fromQuestionIds };
    expect(draftFaq(draft, moderator, now, context)).toMatchObject({
      change: { state: 'draft', authorId: 'mo', reviewBy: null },
      happening: { name: 'knowledge.faq.drafted', stream: 'faq:f1', data: { fromQuestionIds: ['q1'] } },
      deadline: { kind: 'edit', dueAt: new Date('2026-04-14T09:00:00Z'), responsible: { kind: 'role', id: 'editor' } },
    });
    expect(() => draftFaq(draft, ana, now, context)).toThrow(expect.objectContaining({ code: 'not-permitted' }));
  });

  it('goes out reviewed, with a source, and falls due after a year', () => {
    const reviewed = makeFaqMove(faq(), 'review', editor, now, context).change;
    expect(reviewed).toEqual({ state: 'reviewed', reviewedBy: 'edi', reviewBy: null });
    const published = makeFaqMove(faq(reviewed), 'publish', writer, now, context);
    expect(published.change).toEqual({
      state: 'published',
      reviewedBy: 'edi',
      reviewBy: new Date('2027-03-31T09:00:00Z'),
    });
    expect(published.deadline).toMatchObject({ kind: 'fall_due', dueAt: published.change.reviewBy });
    expect(makeFaqMove(faq(published.change), 'revise', editor, now, context).change.reviewedBy).toBeNull();
    expect(makeFaqMove(faq(published.change), 'retire', editor, now, context).deadline).toBeNull();
  });

  it.each([
    [{ sources: [] }, 'noSource'],
    [{ answer: written('en', ' ') }, 'noAnswer'],
    [{ question: written('en', '') }, 'noQuestion'],
  ] as const)('without %j is not reviewed: %s', (more, why) => {
    expect(() => makeFaqMove(faq(more), 'review', editor, now, context)).toThrow(`knowledge.refuse.${why}`);
  });
});

describe('a story', () => {
  it.each([
    ['draft', teller, ['submit', 'archive']],
    ['submitted', teller, ['archive']],
    ['submitted', editor, ['takeUp', 'sendBack', 'archive']],
    ['submitted', partial, ['sendBack', 'archive']],
    ['peer_review', partial, ['sendBack', 'archive']],
    ['peer_review', editor, ['sendBack', 'publish', 'archive']],
    ['published', teller, []],
    ['due_review', teller, ['renew']],
    ['published', system, ['fallDue']],
    ['archived', editor, []],
    ['draft', ana, []],
  ] as const)('offers, when %s, to %j: %j', (state, actor, moves) => {
    expect(storyMovesFor(actor, story({ state }))).toEqual(moves);
  });

  it('is published by a peer for eighteen months, to the last day of a shorter month', () => {
    const august = new Date('2026-08-31T09:00:00Z');
    expect(makeStoryMove(story({ state: 'peer_review' }), 'publish', editor, august, context)).toMatchObject({
      change: { state: 'published', reviewedBy: 'edi', reviewBy: new Date('2028-02-29T09:00:00Z') },
      happening: { name: 'knowledge.story.moved', stream: 'story:tianjin-port-clearance' },
    });
    expect(makeStoryMove(story({ state: 'submitted' }), 'sendBack', editor, now, context).deadline).toBeNull();
    expect(() => makeStoryMove(story(), 'submit', ana, now, context)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
