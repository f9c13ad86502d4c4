import type { Type } from '@nestjs/common';
import { BrokeringModule } from './brokering/brokering.module.ts';
import { CalendarsModule } from './calendars/calendars.module.ts';
import { CitiesModule } from './cities/cities.module.ts';
import { ClustersModule } from './clusters/clusters.module.ts';
import { FilesModule } from './files/index.ts';
import { ForumsModule } from './forums/forums.module.ts';
import { HomeModule } from './home/home.module.ts';
import { KnowledgeModule } from './knowledge/knowledge.module.ts';
import { LineageModule } from './lineage/lineage.module.ts';
import { MatchingModule } from './matching/index.ts';
import { MembersModule } from './members/members.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { ProgrammeModule } from './programme/programme.module.ts';
import { QaModule } from './qa/index.ts';
import { SearchModule } from './search/search.module.ts';

/** The rooms of the house; each has its own module, and one line here. */
export const rooms: Type[] = [
  KnowledgeModule,
  ClustersModule,
  CalendarsModule,
  CitiesModule,
  FilesModule,
  ForumsModule,
  LineageModule,
  MembersModule,
  MatchingModule,
  BrokeringModule,
  ProgrammeModule,
  QaModule,
  NotificationsModule,
  SearchModule,
  HomeModule,
];
