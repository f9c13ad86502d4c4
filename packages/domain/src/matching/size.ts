/** Bands of the OECD's degrees of urban areas, by inhabitants. */
export const sizeBands = ['small', 'medium', 'large', 'metropolis'] as const;
export type SizeBand = (typeof sizeBands)[number];

export function sizeOf(population: number | null): SizeBand | null {
  if (population === null) return null;
  if (population < 200_000) return 'small';
  if (population < 500_000) return 'medium';
  return population < 1_500_000 ? 'large' : 'metropolis';
}

/** 1 in the same band, a half in the next one. */
export function similarity(a: SizeBand | null, b: SizeBand | null): number {
  if (a === null || b === null) return 0;
  const apart = Math.abs(sizeBands.indexOf(a) - sizeBands.indexOf(b));
  return apart === 0 ? 1 : apart === 1 ? 0.5 : 0;
}
