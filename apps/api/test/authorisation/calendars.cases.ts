import { type Case, type CasesOf, plain } from './case.ts';
import { cities } from './people.ts';
import type { Scene } from './scene.ts';

const text = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'SUMMARY:A day',
  'DTSTART;VALUE=DATE:20200425',
  'RRULE:FREQ=YEARLY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
const day = '2030-05-01';
const key = `@${cities.own}`;
const own = "a city's";
const country = "a country's";

const of = <Call>(on: string, call: (scene: Scene) => Promise<Call>): Case<Call> => ({ on, call });
/** The own city's calendar, with a day on it. */
const withDay = async (s: Scene) => {
  await s.by('own').calendars.addDay({ params: { key }, body: { day, name: 'A day' } });
  return { params: { key } };
};

export const calendars: CasesOf<'calendars'> = {
  all: plain({}),
  read: [...plain({ params: { key }, query: {} }, own), ...plain({ params: { key: 'IN' }, query: {} }, country)],
  look: [
    ...plain({ params: { key }, body: { text } }, own),
    ...plain({ params: { key: 'IN' }, body: { text } }, country),
  ],
  take: [
    of(own, async (s) => ({
      params: { key, id: (await s.by('own').calendars.look({ params: { key }, body: { text } })).import },
    })),
    of("the desk's", async (s) => ({
      params: {
        key: 'desk',
        id: (await s.by('admin').calendars.look({ params: { key: 'desk' }, body: { text } })).import,
      },
    })),
  ],
  addDay: [
    ...plain({ params: { key }, body: { day: '2031-05-01', name: 'A day' } }, own),
    ...plain({ params: { key: 'IN' }, body: { day, name: 'A day' } }, country),
  ],
  removeDay: [of(own, async (s) => ({ ...(await withDay(s)), body: { day } }))],
  removeSource: [
    of(own, async (s) => {
      // Of a day that no other row has put there: what is there stays with its first source.
      const file = { text: text.replace('0425', '0711'), source: 'A file' };
      const { import: id } = await s.by('own').calendars.look({ params: { key }, body: file });
      await s.by('own').calendars.take({ params: { key, id } });
      return { params: { key }, query: { source: 'A file' } };
    }),
  ],
  setWeekend: [
    ...plain({ params: { key }, body: { days: [5, 6] } }, own),
    ...plain({ params: { key: 'IN' }, body: { days: [0] } }, country),
  ],
};
