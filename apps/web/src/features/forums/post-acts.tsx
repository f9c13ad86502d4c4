import type { PostView } from '@baraza/contracts/forums';
import { Act, Icon, type IconName } from '@baraza/ui';
import { ActionForm, Hidden, useI18n } from '../../platform/index.ts';
import { postHref } from './places.ts';

const kinds = ['thanks', 'useful_here', 'tried_it'] as const;
const icons: Record<(typeof kinds)[number], IconName> = { thanks: 'thanks', useful_here: 'here', tried_it: 'tried' };

/** What one may do with a post, each a button of a plain form. */
export function PostActs({ no, post }: { no: number; post: PostView }) {
  const i18n = useI18n();
  const params = { no, post: post.no };
  const { react, accept } = post.may;
  const href = `/threads/${no}/posts/${post.no}`;
  const moderates = post.moves.some((move) => move === 'hide' || move === 'restore');
  return (
    <>
      {react ? (
        <ActionForm operation="forums.react" params={params} name={`react-${post.no}`}>
          <Back no={no} post={post.no} />
          {kinds.map((kind) => {
            const { count, mine } = post.reactions[kind];
            return (
              <Act
                key={kind}
                icon={icons[kind]}
                label={i18n.t(`forums.reaction.${kind}`)}
                name={mine ? 'take' : 'add'}
                value={kind}
                pressed={mine}
                {...(count > 0 && { count: i18n.number(count) })}
              />
            );
          })}
        </ActionForm>
      ) : (
        kinds.map((kind) => <Counted key={kind} kind={kind} count={post.reactions[kind].count} />)
      )}
      {accept && (
        <ActionForm operation="forums.accept" params={params} name={`accept-${post.no}`}>
          <Back no={no} post={post.no} />
          <Hidden name="accepted" value={post.accepted ? 'false' : 'true'} />
          <Act icon="sq-check" label={i18n.t('forums.accept')} pressed={post.accepted !== null} />
        </ActionForm>
      )}
      {post.moves.includes('revise') && <Act icon="edit" label={i18n.t('forums.move.post.revise')} href={href} />}
      {moderates && <Act icon="flag" label={i18n.t('forums.moderate')} href={href} />}
    </>
  );
}

/** Without script the page comes back at the post one was at. */
const Back = ({ no, post }: { no: number; post: number }) => <Hidden name="_next" value={postHref(no, post)} />;

/** How many said so, for who cannot say so here. */
function Counted({ kind, count }: { kind: (typeof kinds)[number]; count: number }) {
  const i18n = useI18n();
  if (count === 0) return null;
  return (
    <span className="counted">
      <Icon name={icons[kind]} /> {i18n.t(`forums.reaction.${kind}`)} <b>{i18n.number(count)}</b>
    </span>
  );
}
