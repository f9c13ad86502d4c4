import type { CityLine } from '@baraza/contracts/cities';
import { Meta, State, Title } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { Themes } from '../knowledge/index.ts';

/** Whether somebody verified answers for a city; never who. */
export function FocalPoint({ present }: { present: boolean }) {
  const i18n = useI18n();
  return present ? (
    <State square="check" tone="go">
      {i18n.t('cities.focalPoint.yes')}
    </State>
  ) : (
    <State square="dashed" tone="soft">
      {i18n.t('cities.focalPoint.no')}
    </State>
  );
}

/** A city or institution in the directory. */
export function CityRow({ city }: { city: CityLine }) {
  const i18n = useI18n();
  return (
    <li>
      <Title href={`/cities/${city.slug}`} as="h2">
        <bdi>{city.name}</bdi>
      </Title>
      <Meta>
        <span>{i18n.say(`organisation.kind.${city.kind}`)}</span>
        {city.adminRegion && <bdi lang="en">{city.adminRegion}</bdi>}
        {city.country && <span>{i18n.country(city.country)}</span>}
        {city.strengths > 0 && <span>{i18n.t('cities.offers', { count: city.strengths })}</span>}
        {city.challenges > 0 && <span>{i18n.t('cities.struggles', { count: city.challenges })}</span>}
        <FocalPoint present={city.focalPoint} />
      </Meta>
      <Themes themes={city.themes} at="/cities" most={4} />
    </li>
  );
}
