import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Settings, SettingsError } from '../platform/config/settings.ts';
import { demoSteps } from './steps.ts';

/**
 * Loads the demo community once, into an empty database. One that was interrupted half way is refused, because half a
 * community would pass for a whole one for ever; a database with content of its own is left alone.
 */
export async function loadDemo(app: INestApplicationContext, settings: Settings): Promise<void> {
  const dataSource = app.get(DataSource);
  const [row]: { told: number; taken: boolean }[] = await dataSource.query(
    'select (select count(*)::int from demo_step) as told, exists (select 1 from organisation) as taken',
  );
  const told = row?.told ?? 0;
  if (told >= demoSteps.length || (told === 0 && row?.taken)) return;
  if (told > 0)
    throw new SettingsError(
      'The demo community was interrupted while it was loaded. Remove the database (DATA_DIR) and start again.',
    );
  for (const [position, step] of demoSteps.entries()) {
    await step(app, settings);
    await dataSource.query('insert into demo_step (name, at) values ($1, now())', [`${position} ${step.name}`]);
  }
}
