import type { Type } from '@nestjs/common';
import { CitiesModule } from './cities/cities.module.ts';
import { ClustersModule } from './clusters/clusters.module.ts';
import { ForumsModule } from './forums/forums.module.ts';
import { KnowledgeModule } from './knowledge/knowledge.module.ts';
import { LineageModule } from './lineage/lineage.module.ts';
import { MembersModule } from './members/members.module.ts';

/** The rooms of the house; each has its own module, and one line here. */
export const rooms: Type[] = [KnowledgeModule, ClustersModule, CitiesModule, ForumsModule, LineageModule, MembersModule];
