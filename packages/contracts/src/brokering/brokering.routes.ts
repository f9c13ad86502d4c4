import { defineRoutes } from '../kernel/index.ts';
import { brokeringEndpoints } from './brokering.endpoints.ts';
import { deskRoutes } from './desk.routes.ts';
import { expressionsRoutes } from './expressions.routes.ts';
import { matchesRoutes } from './matches.routes.ts';
import { partnershipsRoutes } from './partnerships.routes.ts';
import { requestsRoutes } from './requests.routes.ts';
import { searchesRoutes } from './searches.routes.ts';

export const brokering = defineRoutes('brokering', brokeringEndpoints, {
  ...requestsRoutes,
  ...searchesRoutes,
  ...expressionsRoutes,
  ...matchesRoutes,
  ...partnershipsRoutes,
  ...deskRoutes,
});
