import type { PostView } from '@baraza/contracts/forums';
import { Act, AuthorLine, Post, Worked } from '@baraza/ui';
import type { ReactNode } from 'react';
import { useI18n, useNow } from '../../platform/index.ts';
import { postHref } from './places.ts';
import { PostActs } from './post-acts.tsx';
import { PostText, Quotation } from './post-text.tsx';

/** A day as one says it: the year only when it is another. */
export function useDay() {
  const i18n = useI18n();
  const year = useNow().getUTCFullYear();
  return (at: string): string => i18n.date(at, new Date(at).getUTCFullYear() === year ? 'dayMonth' : 'day');
}

/** A numbered paragraph: who, for whom, when, in which language, and what others made of it. */
export function PostItem({ no, post }: { no: number; post: PostView }) {
  const i18n = useI18n();
  const { text, quote, accepted, state } = post;
  const day = useDay();
  return (
    <Post
      id={`post-${post.no}`}
      number={i18n.number(post.no)}
      label={i18n.t('forums.postNo', { no: post.no })}
      author={<AuthorLine name={post.author.name} detail={<PostDetail no={no} post={post} />} />}
      worked={
        accepted && (
          <Worked label={i18n.t('forums.worked')}>
            {i18n.t('forums.workedBy', { by: accepted.by, date: day(accepted.at) })}
          </Worked>
        )
      }
      acts={state !== 'author_deleted' && <PostActs no={no} post={post} />}
      corner={
        post.may.quote && (
          <Act
            icon="reply"
            label={i18n.t('forums.quote')}
            href={`/threads/${no}?post=${post.no}&quote=${post.no}#reply`}
          />
        )
      }
    >
      {quote && text && <Quotation quote={quote} no={no} />}
      {state === 'hidden' && <p className="small soft">{i18n.t('forums.state.post.hidden')}</p>}
      {text ? (
        <PostText text={text} />
      ) : (
        state === 'author_deleted' && <p className="small soft">{i18n.t('forums.removed')}</p>
      )}
    </Post>
  );
}

function PostDetail({ no, post: { no: number, author, at, editedAt, revision } }: { no: number; post: PostView }) {
  const i18n = useI18n();
  const day = useDay();
  const { role, organisation } = author;
  return (
    <>
      {organisation && (
        <>
          {role ? (
            i18n.rich('forums.roleAt', {
              role: i18n.t(`kernel.affiliation.${role}`),
              organisation: organisation.name,
              link: (name: (string | ReactNode)[]) => <CityLink key="city" slug={organisation.slug} name={name} />,
            })
          ) : (
            <CityLink slug={organisation.slug} name={organisation.name} />
          )}
          {' · '}
        </>
      )}
      <a className="plain" href={postHref(no, number)}>
        <time dateTime={at}>{day(at)}</time>
      </a>
      {editedAt && revision > 1 && (
        <>
          {' · '}
          <a className="plain" href={`/threads/${no}/posts/${number}`}>
            {i18n.t('forums.edited', { date: day(editedAt) })}
          </a>
        </>
      )}
    </>
  );
}

const CityLink = ({ slug, name }: { slug: string; name: ReactNode }) => (
  <a className="plain" href={`/cities/${slug}`}>
    <bdi>{name}</bdi>
  </a>
);
