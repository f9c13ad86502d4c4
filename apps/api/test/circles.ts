import type { MatchView, RequestView } from '@baraza/contracts/brokering';
import { at, content, on } from './brokering.ts';
import type { ApiClient, House } from './harness.ts';

/** What each of three cities asks, and what the one after it has on record. */
const ring = {
  port: { asks: 'Loans for small exporters', theme: 'sme-finance' },
  credit: { asks: 'Shared delivery of fresh produce', theme: 'logistics' },
  farms: { asks: 'A bonded warehouse at the dry port', theme: 'bonded-warehousing' },
} as const;
interface Matter {
  readonly asks: string;
  readonly theme: string;
}
export type RingCity = keyof typeof ring;
export const ringCities = Object.keys(ring) as readonly RingCity[];
const giverOf: Readonly<Record<RingCity, RingCity>> = { port: 'credit', credit: 'farms', farms: 'port' };

export interface Circle {
  readonly house: House;
  readonly broker: ApiClient;
  readonly ids: Readonly<Record<RingCity | 'bank', string>>;
  readonly focal: Readonly<Record<RingCity | 'bank', ApiClient>>;
  readonly requests: Readonly<Record<RingCity, RequestView>>;
  /** Asks once more what the city asks. */
  readonly ask: (city: RingCity) => Promise<RequestView>;
  /** A second ring through what the port asks, which a mill has as well; a dock has what the mill asks, and the port what the dock asks. */
  readonly secondRing: () => Promise<void>;
}

/** Three cities of which each has what another asks, and a bank that pays for one of the matters. */
export async function aCircle(house: House): Promise<Circle> {
  await house.db(
    `insert into source (id, title, publisher, language) values ('paper', 'Paper', 'UN', 'en') on conflict do nothing`,
  );
  const broker = await house.as({ slug: 'uma', roles: ['broker'] });
  const ids: Record<string, string> = {};
  const focal: Record<string, ApiClient> = {};
  const join = async (slug: string) => {
    ids[slug] = await house.organisation(slug, { country: slug === 'bank' ? 'DE' : 'KE' });
    focal[slug] = await house.as({ slug: `${slug}-focal`, at: { [slug]: 'focal_point' } });
  };
  for (const slug of [...ringCities, 'bank']) await join(slug);
  const publish = async (who: string, more: object): Promise<RequestView> => {
    const body = { ...content, language: 'en' as const, window: { start: '2028-05-01', end: '2028-09-30' }, ...more };
    const sent = await (focal[who] as ApiClient).brokering.draftRequest({ body: { ...body, submit: true } });
    return broker.brokering.publishRequest(on(await broker.brokering.claimRequest(on(sent))));
  };
  const requests: Record<string, RequestView> = {};
  const has = (who: string, { asks, theme }: Matter, position = 1) =>
    house.db(
      `insert into organisation_fact (organisation_id, kind, position, tags, text, source_id) values ($1, 'strength', $4, $2, $3, 'paper')`,
      [
        ids[who],
        [theme],
        JSON.stringify({ sourceLocale: 'en', sourceText: `${asks}, for many years.`, sourceHash: 'x', variants: [] }),
        position,
      ],
    );
  for (const city of ringCities) await has(giverOf[city], ring[city]);
  const asksFor = (who: string, { asks, theme }: Matter) =>
    publish(who, {
      title: asks,
      context: asks,
      wantedResult: asks,
      themes: [theme],
      resources: { triangularPartnerWanted: true },
    });
  const ask = (city: RingCity) => asksFor(city, ring[city]);
  const secondRing = async () => {
    for (const slug of ['mill', 'dock']) await join(slug);
    const [cranes, flour] = [
      { asks: 'Electric cranes on the quay', theme: 'ports' },
      { asks: 'Training for young bakers', theme: 'talent' },
    ];
    await has('mill', ring.port);
    await has('dock', flour);
    await has('port', cranes, 2);
    await asksFor('mill', flour);
    await asksFor('dock', cranes);
  };
  for (const city of ringCities) requests[city] = await ask(city);
  await publish('bank', {
    kind: 'offer',
    title: 'Money for exchanges on finance',
    context: 'We pay for travel and translation.',
    wantedResult: 'Exchanges on finance between cities.',
    themes: ['sme-finance'],
    modalities: ['funding_readiness'],
  });
  return { house, broker, ids, focal, requests, ask, secondRing } as Circle;
}

export async function foundIn({ broker }: Pick<Circle, 'broker'>, kind: 'ring' | 'triangle', size = 3) {
  const { items } = await broker.matching.rings({ query: {} });
  return items.find((item) =>
    item.kind === 'ring' ? kind === 'ring' && item.links.length === size : kind === 'triangle',
  );
}

/** The ring as the broker suggests it. */
export async function aSuggestedRing(circle: Circle): Promise<MatchView> {
  const found = await foundIn(circle, 'ring');
  return circle.broker.brokering.suggestRing({
    params: { id: found?.id ?? '' },
    body: { because: 'Nobody pays, and all three gain.', language: 'en' },
  });
}

export const read = ({ focal }: Circle, who: RingCity | 'bank', { id }: { readonly id: string }): Promise<MatchView> =>
  (focal[who] as ApiClient).brokering.match({ params: { id } });
export const sayYes = async (circle: Circle, who: RingCity | 'bank', match: { readonly id: string }) =>
  circle.focal[who].brokering.sayYesMatch(at(await read(circle, who, match)));
export const requestOf = ({ focal, requests }: Circle, who: RingCity): Promise<RequestView> =>
  focal[who].brokering.request({ params: { ref: requests[who].ref } });

/** All three say yes. */
export async function anIntroducedRing(circle: Circle): Promise<MatchView> {
  const match = await aSuggestedRing(circle);
  for (const who of ringCities) await sayYes(circle, who, match);
  await circle.house.deliver();
  return read(circle, 'port', match);
}
