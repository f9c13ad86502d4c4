import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wayInMail } from './mails.ts';
import type { Stack } from './stack.ts';

/** A page of the house at a real address of the demo community, and who looks at it there. */
export interface Place {
  /** As the table of pages writes it: `/threads/:no`. */
  readonly page: string;
  readonly address: string;
  /** A demo account; without one it is a visitor. */
  readonly as?: string;
}

const features = decodeURIComponent(new URL('../../web/src/features/', import.meta.url).pathname);

/** Every path of the tables of pages: what must be in the list of places below. */
export const pagePaths = (): string[] =>
  readdirSync(features)
    .flatMap((room) => {
      try {
        return [...readFileSync(join(features, room, 'pages.ts'), 'utf8').matchAll(/path: '([^']+)'/g)];
      } catch {
        return []; // a room without pages of its own
      }
    })
    .map(([, path]) => path ?? '');

interface Mine {
  readonly requests: readonly { readonly ref: string; readonly state: string }[];
  readonly expressions: readonly { readonly id: string }[];
  readonly matches: readonly { readonly id: string; readonly state: string }[];
  readonly partnerships: readonly { readonly ref: string; readonly state: string }[];
}
interface List {
  readonly items: readonly {
    readonly id: string;
    readonly ref: string;
    readonly slug: string;
    readonly state: string;
  }[];
}
interface Programme {
  readonly live: readonly { readonly slug: string; readonly board: { readonly code: string } }[];
}

/** The places of the demo community: each page at least once, those that change with the reader once for each of them. */
export async function placesOf(stack: Stack): Promise<Place[]> {
  const ask = async <T>(path: string, as?: string): Promise<T> => {
    const visitor = await stack.visit(as ? { as } : {});
    const answer = await visitor.context.request.get(`${stack.base}/api/v1${path}`);
    const body = (await answer.json()) as T;
    await visitor.close();
    return body;
  };
  /** The first mails are written after the house has opened. */
  const firstMails = async (): Promise<List> => {
    const mails = await ask<List>('/admin/mails', 'admin');
    return mails.items.length > 0 ? mails : firstMails();
  };
  const [kolkata, hangzhou, requests, mails, members, partnerships, programme] = await Promise.all([
    ask<Mine>('/brokering/mine', 'kolkata'),
    ask<Mine>('/brokering/mine', 'hangzhou'),
    ask<List>('/requests?limit=50'),
    firstMails(),
    ask<List>('/admin/members', 'admin'),
    ask<List>('/partnerships'),
    ask<Programme>('/programme'),
  ]);
  const [live] = programme.live;
  const match = (state: string) => kolkata.matches.find((one) => one.state === state)?.id;
  const inWords = kolkata.partnerships.find(({ state }) => state === 'scoping')?.ref;
  const partnered = requests.items.find(({ state }) => state === 'in_partnering')?.ref;
  const [asked] = kolkata.requests;
  const open = hangzhou.requests.find(({ state }) => state === 'published')?.ref;
  const answered = kolkata.expressions[0]?.id;
  const board = `/b/${live?.board.code}`;
  const at = (page: string, address = page, as?: string): Place => ({ page, address, ...(as && { as }) });
  return [
    at('/'),
    at('/', '/', 'benin-aced'),
    at('/forums'),
    at('/forums/:slug', '/forums/logistics-ports'),
    at('/forums/:slug/new', '/forums/logistics-ports/new', 'benin-aced'),
    at('/threads'),
    at('/threads/:no', '/threads/1'),
    at('/threads/:no', '/threads/13', 'hangzhou'),
    at('/threads/:no/posts/:post', '/threads/1/posts/2', 'moderator'),
    at('/requests'),
    at('/requests/:ref', `/requests/${partnered}`),
    at('/requests/:ref', `/requests/${asked?.ref}`, 'kolkata'),
    at('/requests/:ref', `/requests/${asked?.ref}`, 'broker'),
    at('/requests/new', '/requests/new', 'benin-aced'),
    at('/requests/:ref/edit', `/requests/${open}/edit`, 'hangzhou'),
    at('/requests/:ref/answer', `/requests/${open}/answer`, 'kolkata'),
    at('/expressions/:id', `/expressions/${answered}`, 'kolkata'),
    at('/requests/:ref/expressions', `/requests/${open}/expressions`, 'hangzhou'),
    at('/matches/:id', `/matches/${match('suggested')}`, 'kolkata'),
    at('/matches/:id', `/matches/${match('introduced')}`, 'kolkata'),
    at('/matches/:id/propose', `/matches/${match('scoping')}/propose`, 'kolkata'),
    at('/requests', '/requests?unmet=waiting'),
    at('/unmet'),
    at('/promise', '/promise?period=all'),
    at('/partnerships'),
    at('/partnerships/:ref', `/partnerships/${partnerships.items[0]?.ref}`),
    at('/partnerships/:ref', `/partnerships/${partnerships.items[1]?.ref}`),
    at('/partnerships/:ref', `/partnerships/${inWords}`, 'kolkata'),
    at('/partnerships/:ref/amend', `/partnerships/${inWords}/amend`, 'kolkata'),
    at('/requests/:ref/refer', `/requests/${open}/refer`, 'kolkata'),
    at('/tap/:token', await wayInMail(stack, /\/tap\/[\w.-]+/)),
    at('/check-ins/:token', await wayInMail(stack, /\/check-ins\/[\w.~-]+/)),
    at('/desk', '/desk', 'broker'),
    at('/desk/rings', '/desk/rings', 'broker'),
    at('/desk/weights', '/desk/weights', 'lead-broker'),
    at('/admin/calendars', '/admin/calendars', 'admin'),
    at('/admin/calendars/:key', '/admin/calendars/EG', 'admin'),
    at('/me/organisations/:slug/calendar', '/me/organisations/hangzhou/calendar', 'hangzhou'),
    at('/cities'),
    at('/cities/:slug', '/cities/hangzhou'),
    at('/cities/:slug/offer', '/cities/hangzhou/offer', 'kolkata'),
    at('/clusters/:slug', '/clusters/logistics-ports', 'benin-aced'),
    at('/stories'),
    at('/stories/:slug', '/stories/benin-fresh-produce-online'),
    at('/recommendations'),
    at('/glossary'),
    at('/search', '/search?q=logistics'),
    at('/sign-in'),
    at('/join'),
    at('/join/sent'),
    at('/confirm', '/confirm?token=unknown'),
    at('/forgot'),
    at('/reset', '/reset?token=unknown'),
    at('/me', '/me', 'hangzhou'),
    at('/me/organisations', '/me/organisations', 'hangzhou'),
    at('/me/organisations/new', '/me/organisations/new', 'hangzhou'),
    at('/me/security', '/me/security', 'hangzhou'),
    at('/inbox', '/inbox', 'broker'),
    at('/inbox/settings', '/inbox/settings', 'broker'),
    at('/admin', '/admin', 'admin'),
    at('/admin/affiliations', '/admin/affiliations', 'admin'),
    at('/admin/members', '/admin/members', 'admin'),
    at('/admin/members/:id', `/admin/members/${members.items[1]?.id}`, 'admin'),
    at('/admin/jobs', '/admin/jobs', 'admin'),
    at('/admin/mail', '/admin/mail', 'admin'),
    at('/admin/mail/:id', `/admin/mail/${mails.items[0]?.id}`, 'admin'),
    at('/programme'),
    at('/programme/past'),
    at('/programme/new', '/programme/new', 'organiser'),
    at('/programme/series/:slug', '/programme/series/webinar-series-2020'),
    at('/programme/sessions/:slug', `/programme/sessions/${live?.slug}`, 'organiser'),
    at('/live'),
    at('/b/:code', board),
    at('/b/:code', board, 'hangzhou'),
    at('/b/:code/moderate', `${board}/moderate`, 'organiser'),
    at('/b/:code/stage', `${board}/stage`),
  ];
}

/** The places in the order of who looks, so that each signs in once. */
export function byReader(places: readonly Place[]): [string | undefined, Place[]][] {
  const readers = new Map<string | undefined, Place[]>();
  for (const place of places) readers.set(place.as, [...(readers.get(place.as) ?? []), place]);
  return [...readers];
}
