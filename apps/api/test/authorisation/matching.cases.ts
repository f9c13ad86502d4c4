import { defaultWeights } from '@baraza/domain/matching';
import { type CasesOf, plain } from './case.ts';

/** Whom the matcher finds is the desk's business, without a stake; what it goes by is the lead brokers'. */
export const matching: CasesOf<'matching'> = {
  candidates: [
    { on: 'a published request', call: async (s) => ({ params: { ref: (await s.published()).ref }, query: {} }) },
    {
      on: 'a request in review',
      call: async (s) => ({ params: { ref: (await s.inReview()).ref }, query: {} }),
      spent: true,
    },
  ],
  rings: plain({ query: {} }),
  weights: plain({}),
  saveWeights: [
    {
      on: 'the version that counts',
      call: async (s) => {
        const { version } = await s.by('broker').matching.weights();
        const { points, balance, least, muted } = defaultWeights;
        return {
          body: {
            version,
            weights: { points: { ...points }, balance: structuredClone(balance), least, muted: [...muted] },
          },
        };
      },
    },
  ],
};
