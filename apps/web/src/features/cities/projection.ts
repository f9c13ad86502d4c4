/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny 2018), in which every place keeps its true share of the map. Turned
 * by 11° so that the cut runs through the Bering Strait; Antarctica is left out, where the map has nobody to show.
 * `world.svg` is drawn with the same numbers by `scripts/world.ts`.
 */
export const world = { width: 960, height: 422, scale: 177.34, centre: [480, 236], turned: 11 } as const;

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796] as const;
const m = Math.sqrt(3) / 2;
const radians = Math.PI / 180;

/** Where a place stands on the map, in its units, to a tenth. */
export function project({ lat, lon }: { readonly lat: number; readonly lon: number }): { x: number; y: number } {
  const around = ((((lon - world.turned + 180) % 360) + 360) % 360) - 180;
  const l = Math.asin(m * Math.sin(lat * radians));
  const l2 = l * l;
  const l6 = l2 * l2 * l2;
  const x = (around * radians * Math.cos(l)) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2)));
  const y = l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2));
  const tenth = (n: number) => Math.round(n * 10) / 10;
  return { x: tenth(world.centre[0] + world.scale * x), y: tenth(world.centre[1] - world.scale * y) };
}
