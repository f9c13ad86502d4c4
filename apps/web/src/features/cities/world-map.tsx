import type { Place } from '@baraza/contracts/cities';
import { Details } from '@baraza/ui';
import { useI18n } from '../../platform/index.ts';
import { project, world } from './projection.ts';
import { spread } from './spread.ts';
import './world-map.css';

/**
 * The land of the world, and a link for every place. Land only: no border is drawn, so none is claimed. Closed on a phone
 * until wanted; the list below says the same.
 */
export function WorldMap<P extends Place>({
  places,
  past,
  label,
  spot,
}: {
  places: readonly P[];
  past: string;
  /** What the map shows, in a sentence; as a rule, the places themselves. */
  label?: string;
  /** Where a place leads and what is said of it; as a rule, its own page and its kind. */
  spot?: (place: P) => { readonly href: string; readonly title: string };
}) {
  const i18n = useI18n();
  const leads =
    spot ??
    (({ slug, name, kind }: P) => ({
      href: `/cities/${slug}`,
      title: `${name} · ${i18n.say(`organisation.kind.${kind}`)}`,
    }));
  const spots = spread(places.map((place) => ({ ...project(place), of: place })));
  return (
    <div className="world">
      <Details summary={i18n.t('cities.map.title')}>
        <figure>
          <a className="past-map" href={past}>
            {i18n.t('cities.map.past')}
          </a>
          <nav className="world-sheet" aria-label={label ?? i18n.t('cities.map.label', { count: places.length })}>
            <div className="land drawn" />
            <svg viewBox={`0 0 ${world.width} ${world.height}`} role="presentation">
              {spots.map(({ x, y, of }) => {
                const { href, title } = leads(of);
                return (
                  <a key={of.slug} href={href} aria-label={spot ? title : of.name} className={of.kind}>
                    <title>{title}</title>
                    <circle className="reach" cx={x} cy={y} r={9} />
                    <circle className="spot" cx={x} cy={y} r={4} />
                  </a>
                );
              })}
            </svg>
          </nav>
          <figcaption className="small soft">
            <p className="map-key">
              <Mark kind="city" /> {i18n.t('cities.map.places')} <Mark kind="institution" />{' '}
              {i18n.t('cities.kinds.institution')}
            </p>
            <p>{i18n.t('kernel.mapDisclaimer')}</p>
          </figcaption>
        </figure>
      </Details>
    </div>
  );
}

const Mark = ({ kind }: { kind: 'city' | 'institution' }) => (
  <svg viewBox="0 0 12 12" className={kind} aria-hidden="true">
    <circle className="spot" cx={6} cy={6} r={4} />
  </svg>
);
