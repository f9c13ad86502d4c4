import { addDays } from '@baraza/domain/kernel';
import sharp from 'sharp';

/** A paper of the demo community: made when somebody brings it, on that day. */
interface Paper {
  readonly name: string;
  readonly make: (at: Date) => string | Promise<Buffer>;
}

/** Two markets, and three rounds by which a courier comes past the gardens. No letters: not every house has fonts. */
const sketch = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640" fill="none" stroke-width="6">
  <rect width="960" height="640" fill="#f6f4ee"/>
  <path d="M0 520 C200 470 320 560 520 500 S820 430 960 470 V640 H0 Z" fill="#cfe3ea"/>
  <g stroke-linejoin="round" stroke-linecap="round">
    <path d="M300 330 L180 240 L140 130 L290 90 L390 180 Z" stroke="#1f5f8b"/>
    <path d="M300 330 L420 420 L560 400 L640 300 L480 260 Z" stroke="#a4572a"/>
    <path d="M640 300 L760 370 L850 280 L810 150 L690 170 Z" stroke="#3f7d4e"/>
  </g>
  <g fill="#333">
    ${[
      [180, 240],
      [140, 130],
      [290, 90],
      [390, 180],
      [420, 420],
      [560, 400],
      [480, 260],
      [760, 370],
      [850, 280],
      [810, 150],
      [690, 170],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="11"/>`)
      .join('')}
    <rect x="278" y="308" width="44" height="44"/><rect x="618" y="278" width="44" height="44"/>
  </g>
</svg>`;

const day = (at: Date): string => at.toISOString().slice(0, 10);

export const papers = {
  sketch: { name: 'Croquis des trois tournées.png', make: () => sharp(Buffer.from(sketch)).png().toBuffer() },
  readiness: {
    name: 'Note de cadrage.txt',
    make: () => `Note de cadrage

Deux marchés, à Cotonou et à Abomey-Calavi, un coursier et une vingtaine de producteurs sont prêts à former le groupe
pilote. Le temps de travail du point focal et de la déléguée est acquis pour un an. Les leçons se donnent en ligne et
ne demandent aucun déplacement.
`,
  },
  agreement: {
    name: 'Accord – 协议.txt',
    make: () => `Tournées communes de produits frais depuis deux marchés
两个市场的生鲜共同配送

1. Zha Lan Tun donne six leçons en ligne et relit les comptes des tournées.
   扎兰屯举办六次线上课，并核对配送账目。
2. Le Bénin réunit vingt producteurs, un coursier et deux marchés.
   贝宁召集二十名生产者、一名配送员和两个市场。
3. Le Bénin publie le coût du dernier kilomètre, avant et après.
   贝宁公布配送前后最后一公里的成本。
4. Les deux parties écrivent ensemble ce qui a marché et ce qui n’a pas marché.
   双方共同记录哪些做法有效、哪些无效。
`,
  },
  lessons: {
    name: 'Leçons données.csv',
    make: (at) => `leçon;date;sujet;participants
1;${day(addDays(at, -37))};Choisir le responsable d’un point de livraison;20
2;${day(addDays(at, -27))};Réunir deux tournées en une;18
`,
  },
} as const satisfies Record<string, Paper>;
export type PaperName = keyof typeof papers;
