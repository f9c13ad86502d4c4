import { borders } from './borders.ts';
import { city } from './city.ts';
import type { Concepts } from './concept.ts';
import { countryside } from './countryside.ts';
import { money } from './money.ts';
import { movement } from './movement.ts';
import { people } from './people.ts';
import { selling } from './selling.ts';
import { zones } from './zones.ts';

export type { Concept } from './concept.ts';

/** What cities commonly speak of. The community's own glossary is read beside it and may add to it. */
export const concepts: Concepts = {
  ...borders,
  ...zones,
  ...movement,
  ...money,
  ...countryside,
  ...selling,
  ...people,
  ...city,
};
