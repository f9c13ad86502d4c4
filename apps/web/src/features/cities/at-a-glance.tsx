import type { CityFact, CityView } from '@baraza/contracts/cities';
import { Facts, Section } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { SourceNote } from '../knowledge/index.ts';
import { FocalPoint } from './city-row.tsx';

/** The figures and names of a city or institution, each with the number of its source. */
export function AtAGlance({ city, source }: { city: CityView; source: (citation: CityFact['citation']) => number }) {
  const i18n = useI18n();
  const { population, names, localName } = city;
  const others = Object.entries(names).filter(
    ([, name], index, all) => name !== city.name && all.findIndex(([, other]) => other === name) === index,
  );
  const people = population && i18n.number(population.value);
  const facts = [
    city.type && { term: i18n.t('cities.actsAs'), value: i18n.say(`organisation.kind.${city.type}`) },
    {
      term: i18n.t('cities.languages'),
      value: i18n.list(city.languages.map((language) => i18n.language(language))),
    },
    population &&
      people && {
        term: i18n.t('cities.population'),
        value: (
          <>
            {population.atLeast ? i18n.t('cities.populationOver', { value: people }) : people}
            {population.rural !== null && (
              <span className="hint">{i18n.t('cities.rural', { value: i18n.number(population.rural) })}</span>
            )}
            <SourceNote citation={population.citation} number={source(population.citation)} />
          </>
        ),
      },
    localName && {
      term: i18n.t('cities.localName'),
      value: (
        <span lang={localName.lang} dir="auto">
          {localName.text}
        </span>
      ),
    },
    others.length > 0 && {
      term: i18n.t('cities.otherNames'),
      value: (
        <ul>
          {others.map(([locale, name]) => (
            <li key={locale}>
              <bdi lang={locale}>{name}</bdi>
            </li>
          ))}
        </ul>
      ),
    },
    city.grounding && {
      term: i18n.t('cities.why'),
      value: (
        <span lang={city.grounding.locale} dir="auto">
          {city.grounding.text}
        </span>
      ),
    },
    {
      term: i18n.t('cities.people'),
      value: (
        <>
          <FocalPoint present={city.focalPoint} />
          <span className="hint">{i18n.t('cities.contact')}</span>
        </>
      ),
    },
  ];
  return (
    <Section title={i18n.t('cities.facts')}>
      <Facts facts={facts} />
    </Section>
  );
}
