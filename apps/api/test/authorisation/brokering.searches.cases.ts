import { type CasesOf, plain } from './case.ts';

export const searchesCases = {
  searches: plain({}),
  saveSearch: plain({ body: { theme: ['logistics'] } }),
  dropSearch: [
    {
      on: "the city's focal point's",
      call: async (s) => {
        const { id } = await s.by('own').brokering.saveSearch({ body: { q: crypto.randomUUID() } });
        return { params: { id } };
      },
      secret: true,
    },
  ],
} satisfies Partial<CasesOf<'brokering'>>;
