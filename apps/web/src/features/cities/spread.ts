export interface Spot<T> {
  readonly x: number;
  readonly y: number;
  readonly of: T;
}

const room = 10;
const turn = Math.PI * (3 - Math.sqrt(5));

/** Moves marks that would cover one another to the nearest free place on a spiral around their own; the same every time. */
export function spread<T>(spots: readonly Spot<T>[]): Spot<T>[] {
  const placed: Spot<T>[] = [];
  const free = (x: number, y: number) => placed.every((other) => Math.hypot(other.x - x, other.y - y) >= room);
  for (const spot of spots) {
    let { x, y } = spot;
    for (let step = 1; step < 200 && !free(x, y); step++) {
      x = spot.x + room * 0.4 * Math.sqrt(step) * Math.cos(step * turn);
      y = spot.y + room * 0.4 * Math.sqrt(step) * Math.sin(step * turn);
    }
    placed.push({ ...spot, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
  }
  return placed;
}
