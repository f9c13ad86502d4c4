import type { CityView } from '@baraza/contracts/cities';
import type { Locale } from '@baraza/domain/kernel';
import { readIn } from '@baraza/domain/translation';
import type { StoredCity, StoredFact } from './cities.queries.ts';

export function presentCity({ facts, grounding, ...city }: StoredCity, locale: Locale): CityView {
  const of = (kind: StoredFact['kind']) =>
    facts
      .filter((fact) => fact.kind === kind)
      .map(({ text, tags, citation }) => ({ text: readIn(text, locale), tags, citation }));
  return {
    ...city,
    grounding: grounding && readIn(grounding, locale),
    strengths: of('strength'),
    challenges: of('challenge'),
    lessons: of('lesson'),
  };
}
