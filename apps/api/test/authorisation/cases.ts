import { brokering } from './brokering.cases.ts';
import { calendars } from './calendars.cases.ts';
import type { Case, Cases } from './case.ts';
import { files } from './files.cases.ts';
import { forums } from './forums.cases.ts';
import { matching } from './matching.cases.ts';
import { admin, members, notifications } from './people.cases.ts';
import { cities, clusters, home, knowledge, lineage, live, search } from './places.cases.ts';
import { programme, qa } from './sessions.cases.ts';

const byRoom: Cases = {
  admin,
  brokering,
  calendars,
  cities,
  clusters,
  files,
  forums,
  home,
  knowledge,
  lineage,
  live,
  matching,
  members,
  notifications,
  programme,
  qa,
  search,
};

/** The rows of a route, by its name; a route that nobody has thought of here has none. */
export const casesOf = (route: string): readonly Case[] => {
  const [room = '', name = ''] = route.split('.');
  return (byRoom as Readonly<Record<string, Readonly<Record<string, readonly Case[]>>>>)[room]?.[name] ?? [];
};
