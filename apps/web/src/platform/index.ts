// What a feature stands on.
export type { ApiClient } from './api.ts';
export { ownClock, useClocks } from './clocks.tsx';
export { useDeskKeys } from './desk-keys.ts';
export * from './forms/index.ts';
export { MAIN_FORM } from './language-switch.tsx';
export { type LiveSocket, liveSocket } from './live/socket.ts';
export { useStream } from './live/use-stream.ts';
export type { Located, Page, PageModule, PageProps, Query } from './page.ts';
export { useData } from './query.ts';
export { PageTitle, ReadingText, useReading } from './reading.tsx';
export { type Reader, useApi, useI18n, useNow, useReader, useWorld, type World } from './world.ts';
