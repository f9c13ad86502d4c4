import type { ApiClient, Located } from '../../platform/index.ts';

export const calendarsQuery = (api: ApiClient) => ({
  queryKey: ['calendars', 'all'],
  queryFn: () => api.calendars.all(),
});

/** The calendar, with the file of the address that was looked at. */
export const calendarQuery = (api: ApiClient, key: string, search: Located['search']) => {
  const looked = search.get('import') ?? undefined;
  return {
    queryKey: ['calendars', key, looked ?? ''],
    queryFn: () => api.calendars.read({ params: { key }, query: { import: looked } }),
  };
};
