import type { ThreadView } from '@baraza/contracts/forums';
import { Button, Buttons, FormActions } from '@baraza/ui';
import { ActionForm, FormProblem, Hidden, MAIN_FORM, Submit, TextArea, useWorld } from '../../platform/index.ts';
import { KeptReplies } from './kept-replies.tsx';
import { LanguageSelect } from './language-select.tsx';
import { postHref } from './places.ts';
import { Preview } from './preview.tsx';

interface Props {
  readonly thread: ThreadView;
  /** Number of the post that is quoted, if one is. */
  readonly quote: number | null;
  readonly onSent: (post: number) => void;
}

/** Where one answers; or why one cannot, and what to do about it. */
export function Composer({ thread, quote, onSent }: Props) {
  const { i18n, reader } = useWorld();
  const { no, may, state, forum } = thread;
  return (
    <section id="reply" aria-label={i18n.t('forums.reply')}>
      <KeptReplies no={no} />
      {may.post && reader && (
        <ActionForm
          operation="forums.reply"
          params={{ no }}
          draft={`thread-${no}`}
          offline
          id={MAIN_FORM}
          className="composer"
          onDone={({ post }) => onSent(post.no)}
        >
          <FormProblem />
          {/* Where a page without script goes on; with script one stays and the post appears. */}
          <Hidden name="_next" value={`/threads/${no}?post=:post.no#post-:post.no`} />
          {quote !== null && <Quoting no={no} quote={quote} />}
          <TextArea
            name="text"
            label={i18n.t('forums.replyAs', { name: reader.name })}
            hint={i18n.t('forums.replyHint')}
            rows={4}
            required
          />
          <FormActions>
            <Submit>{i18n.t('forums.reply')}</Submit>
            <LanguageSelect quiet />
            <Preview />
          </FormActions>
        </ActionForm>
      )}
      {!reader && (
        <Buttons>
          <Button kind="go" href={`/sign-in?next=${encodeURIComponent(`/threads/${no}`)}`}>
            {i18n.t('forums.signInToWrite')}
          </Button>
        </Buttons>
      )}
      {reader && !may.post && (
        <p className="soft">
          {i18n.t(state === 'locked' ? 'forums.refuse.threadLocked' : 'forums.refuse.joinToPost')}{' '}
          <a href={`/clusters/${forum.slug}`}>
            <bdi>{forum.name}</bdi>
          </a>
        </p>
      )}
    </section>
  );
}

function Quoting({ no, quote }: { no: number; quote: number }) {
  const { i18n } = useWorld();
  return (
    <p className="small">
      <Hidden name="quote" value={quote} />
      <a href={`#post-${quote}`}>{i18n.t('forums.quoting', { no: quote })}</a> ·{' '}
      <a href={`${postHref(no, quote).replace(/#.*/, '')}#reply`}>{i18n.t('forums.dropQuote')}</a>
    </p>
  );
}
