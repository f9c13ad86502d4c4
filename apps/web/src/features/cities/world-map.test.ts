import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { geoEqualEarth } from 'd3-geo';
import { drawWorld } from '../../../scripts/world.ts';
import { addressOf, filterOf } from './city-filter.ts';
import { project, world } from './projection.ts';
import { spread } from './spread.ts';

describe('the world map', () => {
  it('puts places where the land was drawn', () => {
    const [x, y] = world.centre;
    const drawn = geoEqualEarth().rotate([-world.turned, 0]).scale(world.scale).translate([x, y]);
    for (let lat = -55; lat <= 80; lat += 5)
      for (let lon = -168; lon <= 180; lon += 7) {
        const [wantedX = 0, wantedY = 0] = drawn([lon, lat]) ?? [];
        const place = project({ lat, lon });
        expect(Math.abs(place.x - wantedX)).toBeLessThan(0.1);
        expect(Math.abs(place.y - wantedY)).toBeLessThan(0.1);
      }
  });

  it('has all land but Antarctica inside its sheet, and is the one the script draws', () => {
    const sheet = readFileSync(new URL('world.svg', import.meta.url), 'utf8');
    expect(sheet).toBe(drawWorld());
    expect(sheet.length).toBeLessThan(25_000);
    for (const [, x, y] of sheet.matchAll(/M(\d+),(\d+)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(world.width);
      expect(Number(y)).toBeLessThanOrEqual(world.height);
    }
  });

  it('keeps marks apart that fall on one another, and leaves lonely ones alone', () => {
    const crowd = Array.from({ length: 30 }, (_, of) => ({ x: 700, y: 150, of }));
    const spots = spread([{ x: 100, y: 100, of: -1 }, ...crowd]);
    expect(spots[0]).toMatchObject({ x: 100, y: 100 });
    for (const [i, a] of spots.entries())
      for (const b of spots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9.8);
    expect(spots.every(({ x, y, of }) => of === -1 || Math.hypot(x - 700, y - 150) < 60)).toBe(true);
  });
});

describe('the address of the directory', () => {
  it('holds every filter, and forgets what it cannot mean', () => {
    const search = new URLSearchParams('theme=ports&region=asia&kind=moon&search=%20Kol%20&utm=1');
    expect(filterOf(search)).toEqual({ theme: 'ports', region: 'asia', search: 'Kol' });
    expect(addressOf(filterOf(search), 'abc')).toBe('/cities?theme=ports&region=asia&search=Kol&cursor=abc');
    expect(addressOf({})).toBe('/cities');
  });
});
