import { brokeringDemo } from '../brokering/brokering.demo.ts';
import { calendarsDemo } from '../calendars/calendars.demo.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { clusterMembersDemo, clustersDemo } from '../clusters/clusters.demo.ts';
import { forumsDemo } from '../forums/forums.demo.ts';
import { knowledgeDemo } from '../knowledge/knowledge.demo.ts';
import { lineageDemo } from '../lineage/lineage.demo.ts';
import { membersDemo } from '../members/members.demo.ts';
import { programmeDemo } from '../programme/programme.demo.ts';
import { qaDemo } from '../qa/qa.demo.ts';
import type { DemoStep } from './step.ts';

export type { DemoStep } from './step.ts';

/** In the order in which the rooms need one another. */
export const demoSteps: readonly DemoStep[] = [
  citiesDemo,
  clustersDemo,
  membersDemo,
  calendarsDemo,
  clusterMembersDemo,
  knowledgeDemo,
  forumsDemo,
  brokeringDemo,
  programmeDemo,
  qaDemo,
  lineageDemo,
];
