import { defineRoutes } from '../kernel/index.ts';
import { homeEndpoints } from './home.endpoints.ts';
import { HomeView } from './home.schema.ts';

export const home = defineRoutes('home', homeEndpoints, {
  read: { summary: 'What happens now, for this reader', access: 'anyone', response: HomeView },
});
