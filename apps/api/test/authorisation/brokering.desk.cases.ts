import { on } from '../brokering.ts';
import { byId } from './asked-about.ts';
import { type CasesOf, plain } from './case.ts';
import { cities } from './people.ts';

export const deskCases = {
  unmet: plain({}),
  promise: plain({ query: {} }),
  handOver: [
    {
      on: 'a published one',
      call: async (s) => on(await s.published(), { to: s.people.lead_broker.id }),
    },
  ],
  writeNote: [
    { on: 'a published one', call: async (s) => ({ ...on(await s.published()), body: { text: 'Ask the bank.' } }) },
  ],
  raiseFlag: [
    {
      on: 'a published one',
      call: async (s) => ({
        ...on(await s.published()),
        body: { level: 'red' as const, category: 'other' as const, note: 'One supplier behind both.' },
      }),
    },
  ],
  changeFlag: [
    byId('a red one', (s) => s.flagged(), { level: 'risk' as const, note: 'Settled.' }),
    {
      ...byId('a red one, raised higher than it is', (s) => s.flagged(), { level: 'red' as const, note: 'x' }),
      spent: true,
    },
  ],
  tap: [{ on: 'a request to approve', call: async (s) => ({ params: { token: await s.tap() } }) }],
  pressTap: [{ on: 'a request to approve', call: async (s) => ({ params: { token: await s.tap() } }) }],
  desk: plain({ query: {} }),
  deskCounts: plain({}),
  workload: plain({}),
  responsiveness: plain({ params: { slug: cities.own } }),
  mine: plain({}),
} satisfies Partial<CasesOf<'brokering'>>;
