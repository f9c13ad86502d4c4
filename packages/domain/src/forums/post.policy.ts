import { moderates } from '../clusters/index.ts';
import { allOf, anyOf, belongsTo, isMember, not, type Policy, type Rule } from '../kernel/index.ts';
import type { PostInThread } from './forums.facts.ts';
import type { PostMove } from './post.machine.ts';
import { threadPolicy } from './thread.policy.ts';

const isAuthor: Rule<PostInThread> = (actor, { post }) => actor.id !== null && actor.id === post.authorId;
const moderatesIt: Rule<PostInThread> = (actor, { cluster }) => moderates(actor, cluster);
const isPartial: Rule<PostInThread> = (actor, { post }) => belongsTo(actor, post.organisationId);
const seesThread: Rule<PostInThread> = (actor, subject) => threadPolicy.view(actor, subject);
const postsThere: Rule<PostInThread> = (actor, subject) => threadPolicy.post(actor, subject);
const isHidden: Rule<PostInThread> = (_, { post }) => post.state === 'hidden';
const isStanding: Rule<PostInThread> = (_, { post }) => post.state === 'visible' || post.state === 'edited';

/** `view` is of the text: everybody sees that a post was hidden, only its author and the moderators what it said. */
export const postPolicy: Policy<'view' | 'react' | 'quote' | PostMove, PostInThread> = {
  view: allOf(seesThread, anyOf(not(isHidden), isAuthor, moderatesIt)),
  revise: allOf(isAuthor, postsThere),
  remove: allOf(isAuthor, seesThread),
  react: allOf((actor) => isMember(actor), seesThread, isStanding, not(isAuthor)),
  quote: allOf(postsThere, isStanding),
  hide: allOf(moderatesIt, not(isPartial)),
  restore: allOf(moderatesIt, not(isPartial)),
};
