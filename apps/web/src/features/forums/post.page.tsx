import type { PostView, ThreadView } from '@baraza/contracts/forums';
import { FormActions, Icon, PageHead, Section, UserText } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  Hidden,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  Submit,
  TextArea,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { postQuery, revisionsQuery } from './forums.queries.ts';
import { LanguageSelect } from './language-select.tsx';
import { numberOf, postHref } from './places.ts';
import { PostItem, useDay } from './post-item.tsx';
import { Preview } from './preview.tsx';
import './forums.css';

type Answer = { readonly thread: Pick<ThreadView, 'no' | 'title'>; readonly post: PostView };
const at = (params: Located['params']) => [numberOf(params, 'no'), numberOf(params, 'post')] as const;

export const data = (api: ApiClient, { params }: Located) => [
  {
    ...postQuery(api, ...at(params)),
    // Words that are gone or not open have no earlier versions either.
    after: ({ post }: Answer) => (post.text ? [revisionsQuery(api, ...at(params))] : []),
  },
];

/** One post by itself: what it said before, and for its author or a moderator what can be done with it. */
export default function PostPage({ params }: PageProps) {
  const i18n = useI18n();
  const { thread, post } = useData(postQuery(useApi(), ...at(params)));
  const title = i18n.t('forums.postOf', { no: post.no, thread: thread.title.text });
  return (
    <div className="stack">
      <PageTitle>{title}</PageTitle>
      <PageHead
        mid
        title={i18n.t('forums.postNo', { no: post.no })}
        meta={
          <>
            <a className="plain" href={postHref(thread.no, post.no)}>
              <Icon name="back" size="s" />{' '}
              <span lang={thread.title.locale} dir="auto">
                {thread.title.text}
              </span>
            </a>
            <span>{i18n.t(`forums.state.post.${post.state}`)}</span>
          </>
        }
      />
      <div className="thread">
        <PostItem no={thread.no} post={{ ...post, moves: [], may: { react: false, quote: false, accept: false } }} />
      </div>
      {post.moves.includes('revise') && <EditForm no={thread.no} post={post} />}
      {post.moves.map((move) => move !== 'revise' && <PostMove key={move} no={thread.no} post={post} move={move} />)}
      {post.text && <Versions no={thread.no} post={post} />}
    </div>
  );
}

function EditForm({ no, post }: { no: number; post: PostView }) {
  const i18n = useI18n();
  const label = i18n.t('forums.move.post.revise');
  return (
    <Section title={label}>
      <ActionForm
        operation="forums.edit"
        params={{ no, post: post.no }}
        next={postHref(no, post.no)}
        id={MAIN_FORM}
        className="form"
      >
        <FormProblem />
        <Hidden name="version" value={post.version} />
        <TextArea
          name="text"
          label={i18n.t('forums.text')}
          hint={i18n.t('forums.textHint')}
          value={post.markdown ?? ''}
          rows={8}
          required
        />
        <LanguageSelect value={post.text?.source?.locale ?? post.text?.locale ?? i18n.locale} />
        <FormActions note={i18n.t('forums.editNote')}>
          <Submit>{i18n.t('kernel.save')}</Submit>
          <Preview />
        </FormActions>
      </ActionForm>
    </Section>
  );
}

type Move = Exclude<PostView['moves'][number], 'revise'>;

/** Says what will happen before it does. */
function PostMove({ no, post, move }: { no: number; post: PostView; move: Move }) {
  const i18n = useI18n();
  const label = i18n.t(`forums.move.post.${move}`);
  return (
    <Section title={label} quiet>
      <ActionForm
        operation="forums.movePost"
        params={{ no, post: post.no }}
        name={`post-${move}`}
        next={postHref(no, post.no)}
        className="form"
      >
        <FormProblem />
        <Hidden name="move" value={move} />
        <Hidden name="version" value={post.version} />
        <FormActions note={i18n.t(`forums.moveNote.${move}`)}>
          <Submit kind="plain">{label}</Submit>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

function Versions({ no, post }: { no: number; post: PostView }) {
  const i18n = useI18n();
  const day = useDay();
  const { items } = useData(revisionsQuery(useApi(), no, post.no));
  return (
    <Section title={i18n.t('forums.versions')}>
      {items.length === 0 && <p className="soft">{i18n.t('forums.neverChanged')}</p>}
      {items.map(({ revision, at: when, locale, html }) => (
        <article key={revision} className="version">
          <h3 className="small soft">{i18n.t('forums.version', { number: revision, date: day(when) })}</h3>
          <UserText lang={locale} html={html} />
        </article>
      ))}
    </Section>
  );
}
