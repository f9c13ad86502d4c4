import { describe, expect, it } from '@jest/globals';
import { openHouse, testSettings } from '../../test/harness.ts';
import { citiesDemo } from '../cities/cities.demo.ts';
import { membersDemo } from '../members/members.demo.ts';
import { calendarsDemo } from './calendars.demo.ts';

describe('the calendars of the demo community', () => {
  it('know the holidays that fall on the same day each year in the countries that keep such', async () => {
    const house = await openHouse();
    try {
      for (const step of [citiesDemo, membersDemo, calendarsDemo]) await step(house.app, testSettings);
      const days = await house.db(
        `select calendar, count(*)::int as days, bool_or(name = '') as nameless from holiday
         where day >= '2026-01-01' and day < '2027-01-01' group by calendar order by calendar`,
      );
      expect(days).toEqual(
        Object.entries({ BJ: 6, BR: 9, BY: 9, CN: 6, ET: 3, IN: 3, RU: 14 }).map(([calendar, days]) => ({
          calendar,
          days,
          nameless: false,
        })),
      );
    } finally {
      await house.close();
    }
  }, 60_000);
});
