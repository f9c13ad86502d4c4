import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../platform/config/settings.ts';
import { demoSteps } from './steps.ts';

/** Loads the demo community once: a database that holds an organisation already is left alone. */
export async function loadDemo(app: INestApplicationContext, settings: Settings): Promise<void> {
  const dataSource = app.get(DataSource);
  const [row]: { done: boolean }[] = await dataSource.query('select exists (select 1 from organisation) as done');
  if (row?.done) return;
  for (const step of demoSteps) await step(app, settings);
}
