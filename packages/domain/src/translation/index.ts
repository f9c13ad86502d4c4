export * from './localized-text.ts';
