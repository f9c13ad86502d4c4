import { FormActions, Icon, PageHead } from '@baraza/ui';
import {
  ActionForm,
  type ApiClient,
  FormProblem,
  type Located,
  MAIN_FORM,
  type PageProps,
  PageTitle,
  Radios,
  Submit,
  TextArea,
  TextInput,
  useApi,
  useData,
  useI18n,
} from '../../platform/index.ts';
import { forumQuery } from './forums.queries.ts';
import { LanguageSelect } from './language-select.tsx';
import { Preview } from './preview.tsx';
import './forums.css';

const slugOf = (params: Located['params']) => params['slug'] ?? '';
const types = ['question', 'discussion', 'experience'] as const;

export const data = (api: ApiClient, { params }: Located) => [forumQuery(api, slugOf(params))];

/** A new thread: what it is, its title, its first words. */
export default function NewThreadPage({ params }: PageProps) {
  const i18n = useI18n();
  const { slug, name, may } = useData(forumQuery(useApi(), slugOf(params)));
  const offered = may.announce ? ([...types, 'announcement'] as const) : types;
  return (
    <div className="stack">
      <PageTitle>{i18n.t('forums.startIn', { forum: name })}</PageTitle>
      <PageHead
        title={i18n.t('forums.start')}
        mid
        meta={
          <a className="plain" href={`/forums/${slug}`}>
            <Icon name="forums" size="s" /> <bdi>{name}</bdi>
          </a>
        }
      />
      <ActionForm
        operation="forums.start"
        params={{ slug }}
        next="/threads/:no"
        draft={`new-thread-${slug}`}
        id={MAIN_FORM}
        className="form"
      >
        <FormProblem />
        <Radios
          name="type"
          legend={i18n.t('forums.kind')}
          chosen="question"
          options={offered.map((value) => ({
            value,
            label: i18n.t(`forums.type.${value}`),
            hint: i18n.t(`forums.typeHint.${value}`),
          }))}
        />
        <TextInput name="title" label={i18n.t('forums.title')} hint={i18n.t('forums.titleHint')} required />
        <TextArea name="text" label={i18n.t('forums.text')} hint={i18n.t('forums.textHint')} rows={8} required />
        <LanguageSelect />
        <FormActions note={i18n.t('forums.replyHint')}>
          <Submit>{i18n.t('forums.start')}</Submit>
          <Preview />
        </FormActions>
      </ActionForm>
    </div>
  );
}
