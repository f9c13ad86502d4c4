import { Module } from '@nestjs/common';
import { AuthCalls } from './auth-calls.ts';
import { MembersController } from './members.controller.ts';
import { MembersQueries } from './members.queries.ts';

@Module({ controllers: [MembersController], providers: [MembersQueries, AuthCalls] })
export class MembersModule {}
