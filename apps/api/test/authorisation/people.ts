import { hashPassword } from 'better-auth/crypto';
import { demoId } from '../../src/demo/ids.ts';
import type { AMember, ApiClient, House } from '../harness.ts';

/** Three cities of the demo community: whose thing it is, who answered it, and one that has no part in it. */
export const cities = { own: 'kolkata', side: 'hangzhou', other: 'zhengzhou' } as const;
export const cityId = (city: keyof typeof cities): string => demoId('organisation', cities[city]);
export const password = 'one password for all of them';

/** Everybody who may come to the door, in the order of the matrix's columns. `null` has no account. */
const cast = {
  visitor: null,
  member: {},
  own: { at: { [cities.own]: 'focal_point' } },
  colleague: { at: { [cities.own]: 'staff' } },
  side: { at: { [cities.side]: 'focal_point' } },
  other: { at: { [cities.other]: 'focal_point' } },
  moderator: { roles: ['moderator'] },
  broker: { roles: ['broker'] },
  lead_broker: { roles: ['broker', 'lead_broker'] },
  organiser: { roles: ['organiser'] },
  editor: { roles: ['editor'] },
  me_officer: { roles: ['me_officer'] },
  admin: { roles: ['admin'] },
  own_broker: { roles: ['broker', 'lead_broker'], at: { [cities.own]: 'staff' } },
  own_moderator: { roles: ['moderator'], at: { [cities.own]: 'staff' } },
} as const satisfies Record<string, AMember | null>;

export type Who = keyof typeof cast;
export const everybody = Object.keys(cast) as Who[];

/** In words, for the head of the matrix. */
export const described: Record<Who, string> = {
  visitor: 'nobody signed in',
  member: 'a member without an organisation',
  own: 'focal point of the city whose thing it is, and its author',
  colleague: 'works for that city',
  side: 'focal point of the city on the other side of the case',
  other: 'focal point of a city that has no part in it',
  moderator: 'moderator',
  broker: 'broker; holds the case where one is held',
  lead_broker: 'lead broker',
  organiser: 'organiser',
  editor: 'editor',
  me_officer: 'monitoring and evaluation officer',
  admin: 'administrator',
  own_broker: 'lead broker who works for that city',
  own_moderator: 'moderator who works for that city',
};

export interface Person {
  readonly who: Who;
  readonly id: string;
  readonly email: string;
  readonly client: ApiClient;
}

const hash = hashPassword(password);
let casts = 0;

/** The whole cast, new to the house each time. */
export async function people(house: House): Promise<Record<Who, Person>> {
  casts += 1;
  const made: [Who, Person][] = [];
  for (const who of everybody) {
    const email = `${who}@cast-${casts}.example`;
    if (cast[who] === null) {
      made.push([who, { who, id: '', email, client: house.visitor() }]);
      continue;
    }
    const id = await house.member({ ...cast[who], slug: `cast-${casts}-${who}`, email });
    await house.db(
      `insert into member_account (account_id, provider_id, user_id, password) values ($1::text, 'credential', $1::uuid, $2)`,
      [id, await hash],
    );
    made.push([who, { who, id, email, client: await house.as(id) }]);
  }
  return Object.fromEntries(made) as Record<Who, Person>;
}
