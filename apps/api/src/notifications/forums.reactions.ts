import { audienceOf, type ForumsHappening, levelOf, type SubscriptionLevel } from '@baraza/domain/forums';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Reactions, type StoredEvent } from '../platform/events/reactions.ts';
import { Notifier, type Subject } from './notifier.ts';

interface Followers {
  readonly threadAuthorId: string;
  readonly quotedAuthorId: string | null;
  readonly listeners: readonly {
    readonly memberId: string;
    readonly thread: SubscriptionLevel | null;
    readonly cluster: SubscriptionLevel | null;
  }[];
}

/** Whose business a post or the end of a thread is, by how they follow it. */
@Injectable()
export class ForumsReactions {
  private readonly dataSource: DataSource;
  private readonly notifier: Notifier;

  constructor(dataSource: DataSource, reactions: Reactions, notifier: Notifier) {
    this.dataSource = dataSource;
    this.notifier = notifier;
    const listener = 'notifications.forums';
    reactions.on<ForumsHappening, 'forums.post.written'>('forums.post.written', listener, (event) => this.written(event));
    reactions.on<ForumsHappening, 'forums.post.accepted'>('forums.post.accepted', listener, async (event) => {
      const { accepted, postId, number, threadId } = event.data;
      if (!accepted) return;
      const [row]: { id: string }[] = await dataSource.query('select author_id as id from post where id = $1', [postId]);
      const recipients = row ? [row.id] : [];
      await this.tell('forums.answerAccepted', threadId, recipients, event, number);
    });
    reactions.on<ForumsHappening, 'forums.thread.resolved'>('forums.thread.resolved', listener, async (event) => {
      await this.tell('forums.resolved', event.data.threadId, await this.following(event.data.threadId), event);
    });
    reactions.on<ForumsHappening, 'forums.thread.reopened'>('forums.thread.reopened', listener, async (event) => {
      const { threadId } = event.data;
      const concerned: { id: string }[] = await dataSource.query(
        `select author_id as id from thread where id = $1
         union select actor_id from domain_event where stream = 'thread:' || $1 and name = 'forums.thread.resolved' and actor_id is not null`,
        [threadId],
      );
      const recipients = concerned.map(({ id }) => id);
      await this.tell('forums.reopened', threadId, recipients, event);
    });
  }

  private async written(event: StoredEvent<string, { postId: string; threadId: string; number: number; authorId: string }>) {
    const { postId, threadId, number, authorId } = event.data;
    const followers = await this.followers(postId);
    if (!followers) return;
    const { threadAuthorId, quotedAuthorId, listeners } = followers;
    const audience = audienceOf(
      { authorId, threadAuthorId, quotedAuthorIds: quotedAuthorId ? [quotedAuthorId] : [], mentionedIds: [] },
      // Whether each of them may open it is asked where it is raised and again where it is sent.
      listeners.map(({ memberId, thread, cluster }) => ({
        memberId,
        level: levelOf(thread, cluster),
        mayOpen: true,
        mutedMemberIds: [],
      })),
    );
    for (const [memberId, reason] of audience) await this.tell(`forums.${reason}`, threadId, [memberId], event, number);
  }

  private tell(
    reason: Parameters<Notifier['raise']>[0]['reason'],
    threadId: string,
    recipients: readonly string[],
    cause: StoredEvent,
    number?: number,
  ): Promise<void> {
    const subject: Subject = { kind: 'thread', id: threadId };
    return this.notifier.raise({ reason, subject, recipients, cause, ...(number && { args: { anchor: `#post-${number}` } }) });
  }

  /** Everybody who has a level here, who began the thread, and who is quoted. */
  private async followers(postId: string): Promise<Followers | undefined> {
    const [row]: Followers[] = await this.dataSource.query(
      `select t.author_id as "threadAuthorId", q.author_id as "quotedAuthorId",
         (select coalesce(json_agg(json_build_object('memberId', l.id, 'thread', st.level, 'cluster', sc.level)), '[]')
          from (select t.author_id as id union select q.author_id where q.id is not null
                union select s.member_id from subscription s where s.thread_id = t.id or s.cluster_id = t.cluster_id) l
          left join subscription st on st.member_id = l.id and st.thread_id = t.id
          left join subscription sc on sc.member_id = l.id and sc.cluster_id = t.cluster_id) as listeners
       from post p join thread t on t.id = p.thread_id left join post q on q.id = p.quote_post_id where p.id = $1`,
      [postId],
    );
    return row;
  }

  private async following(threadId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select t.author_id as id from thread t where t.id = $1
       union select s.member_id from subscription s where s.thread_id = $1 and s.level in ('follow', 'everything')
       except select s.member_id from subscription s where s.thread_id = $1 and s.level = 'muted'`,
      [threadId],
    );
    return rows.map(({ id }) => id);
  }
}
