/** Ended without a partner, or open for long without one. */
export const unmetKinds = ['ended', 'waiting'] as const;
export type UnmetKind = (typeof unmetKinds)[number];

/** Ends after which what was still open was never met. */
export const unmetReasons = ['no_match', 'lapsed', 'partly_partnered'] as const;
