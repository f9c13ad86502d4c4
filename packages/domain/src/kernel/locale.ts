/** The seven languages of the platform, each in which a member may read and write everything. */
export const locales = ['en', 'fr', 'es', 'pt', 'ru', 'ar', 'zh'] as const;
export type Locale = (typeof locales)[number];

export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
