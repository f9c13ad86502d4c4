import { setTimeout } from 'node:timers/promises';
import { on } from '../brokering.ts';
import { aCircle } from '../circles.ts';
import { byId, language, readId, secret } from './asked-about.ts';
import { type CasesOf } from './case.ts';
import { cityId } from './people.ts';

export const matchesCases = {
  suggestPartner: [
    {
      on: 'a published one',
      call: async (s) => on(await s.published(), { organisationId: cityId('side'), because: 'They did it.' }),
    },
  ],
  suggestPartners: [
    {
      on: 'a published one',
      call: async (s) => on(await s.published(), { organisationIds: [cityId('side')], because: 'They did it.' }),
    },
  ],
  suggestRing: [
    {
      on: 'one of the list',
      call: async (s) => {
        const found = async () => (await s.by('broker').matching.rings({ query: {} })).items[0];
        if (!(await found())) await aCircle(s.house);
        let one = await found();
        // What was dear to find is shown for a while as it was found.
        while (!one) {
          await setTimeout(100);
          one = await found();
        }
        return { params: { id: one.id }, body: { because: 'All of them gain.', language } };
      },
    },
    { on: 'one that is on the list no more', call: async () => ({ params: { id: '0' }, body: {} }), spent: true },
  ],
  referPartner: [
    {
      on: 'a published request',
      call: async (s) => ({
        params: { ref: (await s.published()).ref },
        body: { organisationId: cityId('other'), because: 'They did it, and wrote it down.', language },
      }),
    },
    {
      on: 'a draft request',
      call: async (s) => ({
        params: { ref: (await s.draft()).ref },
        body: { organisationId: cityId('other'), because: 'They did it, and wrote it down.', language },
      }),
      ...secret,
      spent: true,
    },
  ],
  match: [
    { ...readId('suggested', (s) => s.suggested()), ...secret },
    { ...readId('introduced', (s) => s.match()), ...secret },
  ],
  sendMatch: [{ ...byId('pointed out by a member', (s) => s.referred()), ...secret }],
  setAsideMatch: [{ ...byId('pointed out by a member', (s) => s.referred(), { reason: 'no_fit' }), ...secret }],
  seeMatch: [{ ...readId('suggested', (s) => s.suggested()), ...secret }],
  notNowMatch: [{ ...byId('suggested', (s) => s.suggested(), { reason: 'months_3' }), ...secret }],
  sayYesMatch: [{ ...byId('suggested', (s) => s.suggested()), ...secret }],
  sayNoMatch: [{ ...byId('suggested', (s) => s.suggested()), ...secret }],
  scopeMatch: [{ ...byId('introduced', (s) => s.match()), ...secret }],
  dropMatch: [{ ...byId('introduced', (s) => s.match(), { reason: 'no_fit' }), ...secret }],
  messages: [{ on: 'introduced', call: async (s) => ({ params: { id: (await s.match()).id }, query: {} }), ...secret }],
  writeMessage: [
    {
      on: 'introduced',
      call: async (s) => ({ params: { id: (await s.match()).id }, body: { text: 'Shall we meet?', language } }),
      ...secret,
    },
  ],
} satisfies Partial<CasesOf<'brokering'>>;
