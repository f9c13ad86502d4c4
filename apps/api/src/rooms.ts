import type { Type } from '@nestjs/common';
import { MembersModule } from './members/members.module.ts';

/** The rooms of the house; each has its own module, and one line here. */
export const rooms: Type[] = [MembersModule];
