import { brokeringPages } from './features/brokering/pages.ts';
import { homePages } from './features/home/pages.ts';
import { membersPages } from './features/members/pages.ts';
import type { Page } from './platform/page.ts';

/** Every page of the house; a room adds its own, one line each. */
export const pages: readonly Page[] = [...brokeringPages, ...homePages, ...membersPages];
