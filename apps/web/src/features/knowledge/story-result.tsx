import type { StoryResult } from '@baraza/contracts/knowledge';
import { Facts, Figure, Passport, State } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { usePublished } from './sources.tsx';

/** One figure of a story: the number, what it counts, and its passport. */
export function Result({ result }: { result: StoryResult }) {
  const i18n = useI18n();
  const published = usePublished();
  const { metric, unit, note, citation, value, before, year } = result;
  const shown = (n: number) => (result.calendarYear ? String(n) : i18n.number(n, { maximumFractionDigits: 3 }));
  const asOf =
    year === null
      ? i18n.t('knowledge.figure.basis.none')
      : i18n.t(result.yearBasis === 'webinar' ? 'knowledge.figure.basis.webinar' : 'knowledge.figure.basis.stated', {
          year: String(year),
        });
  const english = (text: string) => (
    <span lang={citation.language} dir="auto">
      {text}
    </span>
  );
  return (
    <li>
      {value === null ? (
        <p>
          <State square="dashed" tone="soft">
            {i18n.t('knowledge.figure.none')}
          </State>
        </p>
      ) : (
        <Figure value={shown(value)}>
          <span lang={unit.locale} dir="auto">
            {unit.text}
          </span>
          {before !== null && (
            <span className="soft"> · {i18n.t('knowledge.figure.from', { value: shown(before) })}</span>
          )}
        </Figure>
      )}
      <p className="voice" lang={metric.locale} dir="auto">
        {metric.text}
      </p>
      {note && (
        <p className="small soft" lang={note.locale} dir="auto">
          {note.text}
        </p>
      )}
      <Passport
        title={i18n.t('knowledge.figure.passport')}
        show={i18n.t('knowledge.figure.show')}
        hide={i18n.t('knowledge.figure.hide')}
      >
        <Facts
          facts={[
            { term: i18n.t('knowledge.figure.measures'), value: english(metric.text) },
            ...(value === null ? [] : [{ term: i18n.t('knowledge.figure.unit'), value: english(unit.text) }]),
            { term: i18n.t('knowledge.figure.asOf'), value: asOf },
            {
              term: i18n.t('knowledge.figure.source'),
              value: (
                <>
                  {english(citation.title)} <span className="soft">({published(citation)})</span>
                </>
              ),
            },
            ...(citation.place ? [{ term: i18n.t('knowledge.figure.place'), value: english(citation.place) }] : []),
          ]}
        />
      </Passport>
    </li>
  );
}
