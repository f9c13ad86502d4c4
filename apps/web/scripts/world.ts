// Draws the land of the world map: `node scripts/world.ts` writes src/features/cities/world.svg from Natural Earth (110m, public domain).
// Land only: without borders there is no border to get wrong.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { world } from '../src/features/cities/projection.ts';

const source = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');

/** The same lines as steps from point to point: half the size. */
const inSteps = (path: string): string =>
  path.replace(/M([^MZ]+)/g, (_, points: string) => {
    const [start = [], ...rest] = points.split('L').map((point) => point.split(',').map(Number));
    let at = start;
    const steps = rest.flatMap((point) => {
      const step = point.map((n, i) => n - (at[i] ?? 0));
      at = point;
      return step.some((n) => n !== 0) ? [step.join(',')] : [];
    });
    return `M${start}l${steps.join(' ')}`.replace(/[, ]-/g, '-');
  });

export function drawWorld(): string {
  const atlas = JSON.parse(readFileSync(source, 'utf8')) as Parameters<typeof feature>[0];
  const land = feature(atlas, atlas.objects['land'] as Parameters<typeof feature>[1]);
  const shapes = 'features' in land ? land.features : [land];
  const polygons = shapes.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []));
  const inhabited = polygons.filter(([shore = []]) => shore.some(([, lat = 0]) => lat > -60));
  const projection = geoEqualEarth()
    .rotate([-world.turned, 0])
    .scale(world.scale)
    .translate([...world.centre]);
  const path = inSteps(geoPath(projection).digits(0)({ type: 'MultiPolygon', coordinates: inhabited }) ?? '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${world.width} ${world.height}"><title>Land</title><path d="${path}"/></svg>\n`;
}

if (import.meta.main) writeFileSync(new URL('../src/features/cities/world.svg', import.meta.url), drawWorld());
