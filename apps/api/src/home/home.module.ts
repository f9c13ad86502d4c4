import { Module } from '@nestjs/common';
import { BrokeringModule } from '../brokering/index.ts';
import { HomeController } from './home.controller.ts';
import { HomeQueries } from './home.queries.ts';

@Module({ imports: [BrokeringModule], controllers: [HomeController], providers: [HomeQueries] })
export class HomeModule {}
