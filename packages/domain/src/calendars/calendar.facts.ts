/** Whose days of rest: the brokers' desk, a country with all its organisations, or one organisation beside its country's. */
export type Calendar =
  | { readonly kind: 'desk' }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'organisation'; readonly organisationId: string; readonly country: string | null };
export const calendarKinds = ['desk', 'country', 'organisation'] as const satisfies Calendar['kind'][];

/** What a calendar is stored under. */
export const calendarId = (calendar: Calendar): string => {
  if (calendar.kind === 'desk') return 'desk';
  return calendar.kind === 'country' ? calendar.country : calendar.organisationId;
};

/** A day on which nobody there works, as a local ISO date, and who said so. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
  readonly source: string;
}
