import {
  forumTerms,
  postMachine,
  reactionKinds,
  subscriptionLevels,
  threadMachine,
  threadTypes,
} from '@baraza/domain/forums';
import { movesOf } from '@baraza/domain/kernel';
import { z } from 'zod';
import { Id, Instant, Locale, Paging, pageOf, Reading, Slug, Version, Words } from '../kernel/index.ts';
import { AffiliationRole } from '../members/index.ts';

export const ThreadType = z.enum(threadTypes).meta({ id: 'ThreadType' });
export const ThreadState = z.enum(threadMachine.states).meta({ id: 'ThreadState' });
export const ThreadMove = z.enum(movesOf(threadMachine)).meta({ id: 'ThreadMove' });
export const PostState = z.enum(postMachine.states).meta({ id: 'PostState' });
export const PostMove = z.enum(movesOf(postMachine)).meta({ id: 'PostMove' });
export const ReactionKind = z.enum(reactionKinds).meta({ id: 'ReactionKind' });
export const SubscriptionLevel = z.enum(subscriptionLevels).meta({ id: 'SubscriptionLevel' });

/** The number a thread is known by, and the number of a post in it: 32 bit, from 1. */
const Numbered = z.coerce.number().int().min(1).max(2_147_483_647);
export const ThreadParams = z.object({ no: Numbered });
export const PostParams = z.object({ no: Numbered, post: Numbered });
export const ForumParams = z.object({ slug: Slug });

const ForumName = z.object({ slug: z.string(), name: z.string() });

/** Who speaks, and for whom. */
export const PostAuthor = z
  .object({
    name: z.string(),
    /** What they were to the organisation when they wrote. */
    role: AffiliationRole.nullable(),
    organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'PostAuthor' });
export type PostAuthor = z.output<typeof PostAuthor>;

/** A Reading whose texts are safe HTML, made from the author's Markdown when it was written. */
export const PostText = Reading.omit({ text: true, source: true })
  .extend({ html: z.string(), source: z.object({ html: z.string(), locale: Locale }).nullable() })
  .meta({ id: 'PostText' });
export type PostText = z.output<typeof PostText>;

/** What is new to a reader, where it begins, and when they last read here. */
const Unread = z.object({ count: z.int(), from: z.int().nullable(), since: Instant.nullable() });

const Count = z.object({ count: z.int(), mine: z.boolean() });

export const PostView = z
  .object({
    no: z.int(),
    version: Version,
    state: PostState,
    author: PostAuthor,
    at: Instant,
    editedAt: Instant.nullable(),
    revision: z.int(),
    /** Null where the words are gone or not open to this reader. */
    text: PostText.nullable(),
    /** The words as they were typed, for whoever may change them. */
    markdown: z.string().nullable(),
    quote: z
      .object({
        no: z.int(),
        author: z.string(),
        locale: Locale,
        /** Its beginning as it was when it was quoted; null when it is no longer open. */
        excerpt: z.string().nullable(),
        /** The quoted words have not changed since. */
        current: z.boolean(),
      })
      .nullable(),
    reactions: z.object({ thanks: Count, useful_here: Count, tried_it: Count }),
    accepted: z.object({ by: z.string(), at: Instant }).nullable(),
    moves: z.array(PostMove),
    may: z.object({ react: z.boolean(), quote: z.boolean(), accept: z.boolean() }),
  })
  .meta({ id: 'PostView' });
export type PostView = z.output<typeof PostView>;

export const ThreadView = z
  .object({
    id: Id,
    no: z.int(),
    version: Version,
    /** What to listen to, and how far this answer has heard. */
    stream: z.string(),
    seq: z.int(),
    type: ThreadType,
    state: ThreadState,
    title: Reading,
    forum: ForumName,
    startedAt: Instant,
    lastActivityAt: Instant,
    resolution: z.string().nullable(),
    /** Standing posts, the organisations that spoke and the languages they spoke. */
    counts: z.object({ posts: z.int(), organisations: z.int(), languages: z.int() }),
    lastNo: z.int(),
    /** Null for a visitor. */
    unread: Unread.nullable(),
    level: SubscriptionLevel.nullable(),
    moves: z.array(ThreadMove),
    may: z.object({ post: z.boolean(), follow: z.boolean() }),
    posts: z.array(PostView),
    /** Where the pages before and after begin. */
    pages: z.object({ from: z.int(), previous: z.int().nullable(), next: z.int().nullable() }),
  })
  .meta({ id: 'ThreadView' });
export type ThreadView = z.output<typeof ThreadView>;

export const ThreadLine = z
  .object({
    no: z.int(),
    type: ThreadType,
    state: ThreadState,
    title: Reading,
    forum: ForumName,
    author: PostAuthor,
    posts: z.int(),
    lastActivityAt: Instant,
    unread: Unread.nullable(),
  })
  .meta({ id: 'ThreadLine' });
export type ThreadLine = z.output<typeof ThreadLine>;

const ForumHead = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  /** How far `cluster:<id>` had been heard. */
  seq: z.int(),
  threads: z.int(),
  /** Threads with something new, up to 100; null for a visitor. */
  unread: z.int().nullable(),
  may: z.object({ start: z.boolean(), announce: z.boolean(), follow: z.boolean() }),
});
export const ForumView = ForumHead.extend({ level: SubscriptionLevel.nullable() }).meta({ id: 'ForumView' });
export type ForumView = z.output<typeof ForumView>;
export const ForumSummary = ForumHead.extend({ latest: z.array(ThreadLine) }).meta({ id: 'ForumSummary' });
export type ForumSummary = z.output<typeof ForumSummary>;

export const ThreadsQuery = z.object({
  forum: Slug.optional(),
  state: ThreadState.optional(),
  type: ThreadType.optional(),
  language: Locale.optional(),
  /** A member's own view: what they have not read, what they follow. */
  only: z.enum(['unread', 'following']).optional(),
  ...Paging,
});
export const ThreadPage = pageOf(ThreadLine);

export const ReadQuery = z.object({
  /** Number of the first post wanted. */
  from: Numbered.default(1),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** Lengths are judged by the domain, in characters; this bound, in UTF-16 units, only keeps floods out. */
const written = (max: number) => Words(1, max * 2);
const PostWords = { text: written(forumTerms.postMax), locale: Locale };
const Reason = Words(0, forumTerms.reasonMax * 2).optional();

export const NewThread = z.object({ type: ThreadType, title: written(forumTerms.titleMax), ...PostWords });
export const Reply = z.object({ ...PostWords, quote: Numbered.optional() });
export const Edit = z.object({ ...PostWords, version: Version });
export const Preview = z.object({ text: written(forumTerms.postMax) });
export const MoveThread = z.object({ move: ThreadMove, version: Version, reason: Reason });
export const MovePost = z.object({ move: PostMove.exclude(['revise']), version: Version });
/** One of both: what is put there, or what is taken back. */
export const React = z
  .object({ add: ReactionKind.optional(), take: ReactionKind.optional() })
  .refine(({ add, take }) => (add === undefined) !== (take === undefined));
export const ReadMarks = z.object({
  marks: z
    .array(z.object({ no: Numbered, upTo: Numbered }))
    .min(1)
    .max(100),
});

export const Revision = z
  .object({ revision: z.int(), at: Instant, locale: Locale, html: z.string() })
  .meta({ id: 'PostRevision' });
