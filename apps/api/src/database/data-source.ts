import type { DataSourceOptions } from 'typeorm';
import { SnakeNames } from '../platform/database/naming.ts';
import { migrations } from './migrations/index.ts';
import { rows } from './rows.ts';

export const dataSourceOptions = (url: string, poolSize = 20): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: rows,
  migrations,
  migrationsTransactionMode: 'each',
  migrationsTableName: 'migration',
  namingStrategy: new SnakeNames(),
  poolSize,
  synchronize: false,
  logging: false,
  poolErrorHandler: () => {},
});
