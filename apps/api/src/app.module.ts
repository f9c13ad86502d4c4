import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from './database/data-source.ts';
import { Clock } from './platform/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { rooms } from './rooms.ts';

@Module({})
export class AppModule {
  static with(settings: Settings, databaseUrl: string, clock: Clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(databaseUrl), retryAttempts: 0 }),
        PlatformModule.with(settings, databaseUrl, clock),
        ...rooms,
      ],
    };
  }
}
