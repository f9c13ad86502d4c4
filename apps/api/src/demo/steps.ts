import { citiesDemo } from '../cities/cities.demo.ts';
import { clustersDemo } from '../clusters/clusters.demo.ts';
import { knowledgeDemo } from '../knowledge/knowledge.demo.ts';
import type { DemoStep } from './step.ts';

export type { DemoStep } from './step.ts';

/** In the order in which the rooms need one another. */
export const demoSteps: readonly DemoStep[] = [citiesDemo, clustersDemo, knowledgeDemo];
