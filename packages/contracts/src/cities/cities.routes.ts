import { z } from 'zod';
import { defineRoutes, Paging, pageOf, Slug } from '../kernel/index.ts';
import { citiesEndpoints } from './cities.endpoints.ts';
import { CityFilter, CityLine, CityView, OrganisationKind, Place } from './cities.schema.ts';

export const cities = defineRoutes('cities', citiesEndpoints, {
  list: {
    summary: 'Cities and institutions by name, with how many there are of each kind',
    access: 'anyone',
    query: z.object({ ...CityFilter, ...Paging }),
    response: pageOf(CityLine).extend({
      counts: z.record(OrganisationKind, z.int()).describe('Under the same filter, whatever the kind asked for'),
      themes: z.array(z.string()).describe('Every theme the directory knows'),
    }),
  },
  places: {
    summary: 'Where they are, for a map; at most a thousand',
    access: 'anyone',
    query: z.object(CityFilter),
    response: z.object({ places: z.array(Place) }),
  },
  read: {
    summary: 'A city or institution with what it can offer, what it struggles with and what it learned',
    access: 'anyone',
    params: z.object({ slug: Slug }),
    response: CityView,
  },
});
