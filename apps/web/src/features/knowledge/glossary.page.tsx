import { locales } from '@baraza/i18n';
import { Details, Facts, PageHead, Rows } from '@baraza/ui';
import { type ApiClient, PageTitle, useApi, useData, useI18n } from '../../platform/index.ts';
import { glossaryQuery } from './knowledge.queries.ts';
import { LanguageLine } from './language-line.tsx';
import { numberSources, SourceList, SourceNote } from './sources.tsx';
import './knowledge.css';

export const data = (api: ApiClient) => [glossaryQuery(api)];

/** Every term as the reader's language sorts them, with the same term in the other six. */
export default function GlossaryPage() {
  const i18n = useI18n();
  const { terms } = useData(glossaryQuery(useApi()));
  const { sources, numberOf } = numberSources(terms.map((term) => term.citation));
  return (
    <div className="stack">
      <PageTitle>{i18n.t('knowledge.glossary.title')}</PageTitle>
      <PageHead title={i18n.t('knowledge.glossary.title')}>
        <p>{i18n.t('knowledge.glossary.lead')}</p>
        <LanguageLine reading={terms[0]?.definition} />
      </PageHead>
      <div className="terms">
        <Rows>
          {terms.map(({ id, terms: words, definition, citation }) => (
            <li key={id} id={id}>
              <h2 className="title s">{words[i18n.locale]}</h2>
              <p className="voice" lang={definition.locale} dir="auto">
                {definition.text}
              </p>
              <Details summary={i18n.t('knowledge.glossary.languages')}>
                <Facts
                  facts={locales
                    .filter((locale) => locale !== i18n.locale)
                    .map((locale) => ({
                      term: i18n.language(locale),
                      value: (
                        <span lang={locale} dir="auto">
                          {words[locale]}
                        </span>
                      ),
                    }))}
                />
              </Details>
              {citation && <SourceNote citation={citation} number={numberOf(citation)} />}
            </li>
          ))}
        </Rows>
      </div>
      <SourceList sources={sources} />
    </div>
  );
}
