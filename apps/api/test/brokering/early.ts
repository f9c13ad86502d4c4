import { expect } from '@jest/globals';
import { Timers } from '../../src/platform/timers/timers.ts';
import type { House } from '../harness.ts';
import { orphans, withoutItsStep } from './ledger.ts';

export const holds = async (house: House): Promise<void> =>
  expect([await withoutItsStep(house), await orphans(house)]).toEqual([[], []]);

const owed = async (house: House) => [
  await house.db(
    `select subject, kind, due_at, responsible_id from timer where state = 'armed' and kind ~ '^brokering' order by subject, kind`,
  ),
  await house.db(
    'select subject, what, due_at, responsible_id, seat, missed_what, missed_at, silent_since from brokering_step order by subject',
  ),
];

/**
 * Deadlines strike now, and then reminders, as they would if the days they were counted in had changed. None is due yet: so
 * nothing happens, and all are wound anew by the present facts. Where they were wound by the present facts before, nothing changes.
 */
export async function strikeEarly(house: House): Promise<void> {
  const before = await owed(house);
  for (const reminds of ['!~', '~']) {
    await house.db(
      `update timer set due_at = $1 where state = 'armed' and kind ~ '^brokering' and kind ${reminds} 'remind$'`,
      [house.clock.now()],
    );
    await house.app.get(Timers).fireDue();
    await holds(house);
  }
  expect(await owed(house)).toEqual(before);
}
