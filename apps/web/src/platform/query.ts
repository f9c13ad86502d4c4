import { useSuspenseQuery } from '@tanstack/react-query';
import type { Query } from './page.ts';

/** What the server last said; known before the page is drawn, refreshed after news or on return. */
export const useData = <T>(query: Query<T>): T => useSuspenseQuery(query).data;
