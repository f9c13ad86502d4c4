import type { Citation } from '@baraza/contracts/kernel';
import { Section } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import './knowledge.css';

/** The documents behind a page, each once, in the order in which they are first cited. */
export function numberSources(citations: readonly (Citation | null)[]) {
  const sources: Citation[] = [];
  for (const citation of citations)
    if (citation && !sources.some(({ title }) => title === citation.title)) sources.push(citation);
  return { sources, numberOf: ({ title }: Citation) => sources.findIndex((source) => source.title === title) + 1 };
}

/** "Source 1 · Ch. II, Kolkata (line 430)", leading to the list of sources below. */
export function SourceNote({ citation, number }: { citation: Citation; number: number }) {
  const i18n = useI18n();
  return (
    <p className="source-note">
      <a className="plain" href={`#source-${number}`}>
        {i18n.t('knowledge.source', { number })}
      </a>
      {citation.place && (
        <>
          {' · '}
          <bdi lang={citation.language}>{citation.place}</bdi>
        </>
      )}
    </p>
  );
}

/** A year as it stands, a day in the reader's words. */
export function usePublished() {
  const i18n = useI18n();
  return ({ date }: Citation) =>
    date === null ? i18n.t('knowledge.undated') : date.length === 10 ? i18n.date(date) : date;
}

export function SourceList({ sources }: { sources: readonly Citation[] }) {
  const i18n = useI18n();
  const published = usePublished();
  if (sources.length === 0) return null;
  return (
    <Section title={i18n.t('knowledge.sources')}>
      <ol className="source-list">
        {sources.map((source, index) => (
          <li key={source.title} id={`source-${index + 1}`}>
            <cite lang={source.language} dir="auto">
              {source.title}
            </cite>
            <span className="hint">
              <bdi lang={source.language}>{source.publisher}</bdi> · {published(source)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
