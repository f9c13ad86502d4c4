import { audienceOf, type ForumsHappening, levelOf } from '@baraza/domain/forums';
import type { Reason } from '@baraza/domain/notifications';
import { Injectable } from '@nestjs/common';
import { Reactions, type StoredEvent } from '../platform/events/reactions.ts';
import { Concerned } from './concerned.queries.ts';
import { Notifier } from './notifier.ts';

type Written = Extract<ForumsHappening, { readonly name: 'forums.post.written' }>['data'];
const listener = 'notifications.forums';

/** Whose business a post or the end of a thread is, by how they follow it. */
@Injectable()
export class ForumsReactions {
  private readonly concerned: Concerned;
  private readonly notifier: Notifier;

  constructor(concerned: Concerned, reactions: Reactions, notifier: Notifier) {
    this.concerned = concerned;
    this.notifier = notifier;
    reactions.on<ForumsHappening, 'forums.post.written'>('forums.post.written', listener, (event) =>
      this.written(event),
    );
    reactions.on<ForumsHappening, 'forums.post.accepted'>('forums.post.accepted', listener, async (event) => {
      const { accepted, postId, number, threadId } = event.data;
      if (!accepted) return;
      await this.tell('forums.answerAccepted', threadId, await concerned.authorOfPost(postId), event, number);
    });
    reactions.on<ForumsHappening, 'forums.thread.resolved'>('forums.thread.resolved', listener, async (event) => {
      const { threadId } = event.data;
      await this.tell('forums.resolved', threadId, await concerned.following(threadId), event);
    });
    reactions.on<ForumsHappening, 'forums.thread.reopened'>('forums.thread.reopened', listener, async (event) => {
      const { threadId } = event.data;
      await this.tell('forums.reopened', threadId, await concerned.settlersOf(threadId), event);
    });
  }

  private async written(event: StoredEvent<string, Written>): Promise<void> {
    const { postId, threadId, number, authorId } = event.data;
    const followers = await this.concerned.followers(postId);
    if (!followers) return;
    const { threadAuthorId, quotedAuthorId, listeners } = followers;
    const audience = audienceOf(
      { authorId, threadAuthorId, quotedAuthorIds: quotedAuthorId ? [quotedAuthorId] : [], mentionedIds: [] },
      // Whether each of them may open it is asked where it is raised, and again where it is sent.
      listeners.map(({ memberId, thread, cluster }) => ({
        memberId,
        level: levelOf(thread, cluster),
        mayOpen: true,
        mutedMemberIds: [],
      })),
    );
    for (const reason of new Set(audience.values())) {
      const those = [...audience.keys()].filter((memberId) => audience.get(memberId) === reason);
      await this.tell(`forums.${reason}`, threadId, those, event, number);
    }
  }

  private tell(reason: Reason, threadId: string, recipients: readonly string[], cause: StoredEvent, number?: number) {
    const subject = { kind: 'thread', id: threadId };
    const args = number ? { anchor: `#post-${number}` } : {};
    return this.notifier.raise({ reason, subject, recipients, cause, args });
  }
}
