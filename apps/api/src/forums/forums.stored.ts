import type { ClusterFacts } from '@baraza/domain/clusters';
import type { PostFacts, ReactionKind, SubscriptionLevel, ThreadFacts } from '@baraza/domain/forums';
import type { AffiliationRole, Locale } from '@baraza/domain/kernel';
import type { LocalizedText } from '@baraza/domain/translation';

/** What the statements of this room hand over, as PostgreSQL has shaped it. Instants are ISO 8601. */
export interface StoredCluster extends ClusterFacts {
  readonly slug: string;
  readonly name: string;
}

export interface StoredAuthor {
  readonly name: string;
  readonly role: AffiliationRole | null;
  readonly organisation: { readonly slug: string; readonly name: string } | null;
}

export interface StoredUnread {
  readonly count: number;
  readonly from: number | null;
  readonly since: string | null;
}

export interface StoredThread extends ThreadFacts {
  readonly no: number;
  readonly title: LocalizedText;
  readonly posts: number;
  readonly lastNo: number;
  readonly organisations: number;
  readonly languages: number;
  readonly startedAt: string;
  readonly lastActivityAt: string;
}

export interface StoredPost extends Omit<PostFacts, 'body' | 'writtenAt'> {
  readonly author: StoredAuthor;
  /** The text rendered: a LocalizedText whose texts are HTML. */
  readonly html: LocalizedText;
  /** The words as typed, for their author. */
  readonly markdown: string | null;
  readonly writtenAt: string;
  readonly editedAt: string | null;
  readonly quote: {
    readonly no: number;
    readonly author: string;
    readonly locale: Locale;
    readonly excerpt: string | null;
    readonly current: boolean;
  } | null;
  readonly reactions: Readonly<Record<ReactionKind, number>>;
  /** The kinds this reader has set. */
  readonly reacted: readonly ReactionKind[];
  readonly accepted: { readonly by: string; readonly at: string } | null;
}

export interface StoredPage {
  readonly thread: StoredThread;
  readonly cluster: StoredCluster;
  readonly seq: number;
  readonly unread: StoredUnread | null;
  readonly level: SubscriptionLevel | null;
  readonly posts: readonly StoredPost[];
}

export interface StoredLine extends Pick<StoredThread, 'no' | 'type' | 'state' | 'title' | 'posts' | 'lastActivityAt'> {
  readonly forum: { readonly slug: string; readonly name: string };
  readonly author: StoredAuthor;
  readonly mine: boolean;
  readonly unread: StoredUnread | null;
}

export interface StoredForum extends StoredCluster {
  readonly kind: string;
  readonly seq: number;
  readonly threads: number;
  readonly unread: number | null;
}
