type At = 'done' | 'now' | 'ahead';
interface Came {
  readonly state: string;
  readonly at: string;
}

/**
 * Where something stands on the road its kind takes. Off the road (on hold, dormant, cancelled) it stands where it left
 * it: what it came through is done, and nothing is `now`.
 */
export function along<S extends string>(road: readonly S[], state: string, path: readonly Came[]) {
  const when = new Map(path.map((step) => [step.state, step.at]));
  const onRoad = road.indexOf(state as S);
  const here = onRoad >= 0 ? onRoad : Math.max(...road.map((name, i) => (when.has(name) ? i : -1)));
  return road.map((name, i) => {
    const at: At = i < here || (i === here && onRoad < 0) ? 'done' : i === here ? 'now' : 'ahead';
    const since = i <= here ? when.get(name) : undefined;
    return { name, at, ...(since && { since }) };
  });
}
