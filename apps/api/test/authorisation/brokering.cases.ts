import { deskCases } from './brokering.desk.cases.ts';
import { expressionsCases } from './brokering.expressions.cases.ts';
import { matchesCases } from './brokering.matches.cases.ts';
import { partnershipsCases } from './brokering.partnerships.cases.ts';
import { requestsCases } from './brokering.requests.cases.ts';
import { searchesCases } from './brokering.searches.cases.ts';
import type { CasesOf } from './case.ts';

export const brokering: CasesOf<'brokering'> = {
  ...requestsCases,
  ...searchesCases,
  ...expressionsCases,
  ...matchesCases,
  ...partnershipsCases,
  ...deskCases,
};
