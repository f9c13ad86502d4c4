import type { Pool } from 'pg';
import { sizes } from './generate.ts';
import { matchingSizes } from './generate-matching.ts';
import { beside, once, type Timed } from './timed.ts';
import { cookieOf, type Running, read } from './tools.ts';

const { requests, organisations } = matchingSizes;
const some = Array.from({ length: 105 }, (_, i) => i);
const minute = 60_000;

/** Whom the matcher finds: at first, when it holds everything, when something changed; and what it takes to look for all rings. */
export async function partners(house: Running, raw: Running, pool: Pool, found: (timed: Timed) => void): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(`select md5('bench member 1')::uuid as id`);
  const cookie = await cookieOf(pool, rows[0]?.id ?? '');
  const refOf = (i: number) => `REQ-2020-${String(1 + ((i * 7919) % requests)).padStart(5, '0')}`;
  const list = (i: number) => read(`${house.url}/api/v1/requests/${refOf(i)}/candidates`, cookie);
  const bare = (i: number) => read(`${raw.url}/threads/${1 + ((i * 7919) % sizes.threads)}`, '');
  // Nobody is made to wait for a first look at so many needs: it goes on meanwhile, and is there when it says since when.
  const rings = async () => {
    const look = () => read(`${house.url}/api/v1/matching/rings`, cookie);
    while ((JSON.parse(await look()) as { at: string | null }).at === null);
  };
  const whom = `Partners for one of ${requests.toLocaleString('en')} open requests among ${organisations.toLocaleString('en')} organisations`;
  const rawIs = 'node:http sending the text of one query';

  const first = { most: minute, raw: null, rawIs: '–' };
  found({ ...first, what: `${whom}, the first time: every text is read, and kept`, ours: await once(() => list(0)) });
  found({ ...first, what: 'The lists of all needs, and the rings among them', ours: await once(rings) });
  found({ what: whom, most: null, rawIs, ...(await beside(some, list, bare)) });
  const anew = async (i: number) => {
    await pool.query('update request set title = context, context = title where ref = $1', [refOf(i)]);
    await bare(i);
  };
  found({
    what: 'The same, when that request was written anew before',
    most: null,
    rawIs: `that change, and ${rawIs}`,
    ...(await beside(some.slice(0, 35), list, anew)),
  });
}
