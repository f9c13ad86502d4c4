import { brokeringPages } from './features/brokering/pages.ts';
import { calendarsPages } from './features/calendars/pages.ts';
import { citiesPages } from './features/cities/pages.ts';
import { clustersPages } from './features/clusters/pages.ts';
import { forumsPages } from './features/forums/pages.ts';
import { homePages } from './features/home/pages.ts';
import { knowledgePages } from './features/knowledge/pages.ts';
import { matchingPages } from './features/matching/pages.ts';
import { membersPages } from './features/members/pages.ts';
import { notificationsPages } from './features/notifications/pages.ts';
import { programmePages } from './features/programme/pages.ts';
import { qaPages } from './features/qa/pages.ts';
import { recordPages } from './features/record/pages.ts';
import { searchPages } from './features/search/pages.ts';
import type { Page } from './platform/page.ts';

/** Every page of the house; a room adds its own, one line each. */
export const pages: readonly Page[] = [
  ...brokeringPages,
  ...matchingPages,
  ...forumsPages,
  ...homePages,
  ...membersPages,
  ...calendarsPages,
  ...citiesPages,
  ...clustersPages,
  ...knowledgePages,
  ...notificationsPages,
  ...programmePages,
  ...qaPages,
  ...recordPages,
  ...searchPages,
];
