import type { ExpressionView, MatchView, PartnershipView, RequestView } from '@baraza/contracts/brokering';
import { ApiError } from '@baraza/contracts/client';
import type { Problem } from '@baraza/contracts/kernel';
import { addDays } from '@baraza/domain/kernel';
import { Timers } from '../src/platform/timers/timers.ts';
import type { ApiClient, House } from './harness.ts';

/** Everything a request needs before it can be sent. */
export const content = {
  title: 'Livraison partagée de produits frais',
  context: 'Le coût des tournées reste élevé.',
  wantedResult: 'Un groupe pilote livre à frais partagés.',
  whatWeBring: 'Accès aux groupes de producteurs.',
  modalities: ['peer_exchange', 'training'] as ('peer_exchange' | 'training')[],
  themes: ['logistics', 'agriculture'],
  sdgs: [2, 9],
  languages: ['fr', 'en'],
  window: { start: '2026-05-01', end: '2027-01-31' },
  language: 'fr' as const,
};

type Part =
  | 'author'
  | 'delegate'
  | 'focal'
  | 'otherDelegate'
  | 'otherFocal'
  | 'rival'
  | 'broker'
  | 'otherBroker'
  | 'lead'
  | 'partialBroker'
  | 'member'
  | 'visitor';
export type Cast = Readonly<Record<Part, ApiClient>>;

/** Two cities that will work together, a third that would have liked to, and the desk. */
export async function cast(house: House): Promise<Cast> {
  await house.organisation('benin', { country: 'BJ', timeZone: 'Africa/Porto-Novo', languages: ['fr'] });
  await house.organisation('zhalantun', { country: 'CN', timeZone: 'Asia/Shanghai', languages: ['zh'] });
  await house.organisation('kenya', { country: 'KE', timeZone: 'Africa/Nairobi' });
  await house.organisation('cairo', { country: 'EG', timeZone: 'Africa/Cairo' });
  return {
    author: await house.as({ slug: 'afi', at: { benin: 'staff' } }),
    delegate: await house.as({ slug: 'bola', at: { benin: 'delegate' } }),
    focal: await house.as({ slug: 'codjo', at: { benin: 'focal_point' } }),
    otherDelegate: await house.as({ slug: 'chen', at: { zhalantun: 'delegate' } }),
    otherFocal: await house.as({ slug: 'dai', at: { zhalantun: 'focal_point' } }),
    rival: await house.as({ slug: 'kamau', at: { kenya: 'focal_point' } }),
    broker: await house.as({ slug: 'uma', roles: ['broker'] }),
    otherBroker: await house.as({ slug: 'vera', roles: ['broker'] }),
    lead: await house.as({ slug: 'lena', roles: ['broker', 'lead_broker'] }),
    partialBroker: await house.as({ slug: 'bio', roles: ['broker', 'lead_broker'], at: { benin: 'staff' } }),
    member: await house.as({ slug: 'mo' }),
    visitor: house.visitor(),
  };
}

/** What the server said when it refused; a call that went through fails the test. */
export const refusal = (call: Promise<unknown>): Promise<Problem> =>
  call.then(
    () => {
      throw new Error('it was allowed');
    },
    (error: unknown) => {
      if (error instanceof ApiError) return error.problem;
      throw error;
    },
  );

type To = 'submitted' | 'in_review' | 'published';

/** A request of Benin's, brought so far by those who would have brought it there. */
export async function aRequest(
  people: Pick<Cast, 'focal' | 'broker'>,
  to: To = 'published',
  more: object = {},
): Promise<RequestView> {
  let request = await people.focal.brokering.draftRequest({ body: { ...content, ...more, submit: true } });
  if (to === 'submitted') return request;
  request = await people.broker.brokering.claimRequest(on(request));
  if (to === 'in_review') return request;
  return people.broker.brokering.publishRequest(on(request));
}

/** A move on a thing as it stands: its address and its version. */
export const on = <M extends object>(
  { ref, version }: { readonly ref: string; readonly version: number },
  more: M = {} as M,
) => ({
  params: { ref },
  body: { version, ...more },
});
export const at = <M extends object>(
  { id, version }: { readonly id: string; readonly version: number },
  more: M = {} as M,
) => ({
  params: { id },
  body: { version, ...more },
});

export const express = (who: ApiClient, { ref }: { readonly ref: string }): Promise<ExpressionView> =>
  who.brokering.draftExpression({
    params: { ref },
    body: { message: '一百三十个村级服务站的经验', language: 'zh', send: true },
  });

/** Zha Lan Tun answers, Benin says yes, Zha Lan Tun says yes: they are introduced. */
export async function introduced(people: Cast, request: RequestView): Promise<MatchView> {
  const sent = await express(people.otherDelegate, request);
  const accepted = await people.delegate.brokering.acceptExpression(at(sent));
  const confirmed = await people.otherDelegate.brokering.confirmExpression(at(accepted));
  return people.delegate.brokering.match({ params: { id: confirmed.matchId as string } });
}

export function proposal(match: MatchView, more: object = {}) {
  const [requester, provider] = match.organisations;
  return {
    params: { id: match.id },
    body: {
      version: match.version,
      title: 'Livraison partagée au Bénin',
      plan: 'Deux marchés, un seul coursier, six leçons en ligne.',
      parties: [
        { organisationId: requester?.id as string, role: 'requester' as const },
        { organisationId: provider?.id as string, role: 'provider' as const },
      ],
      ...more,
    },
  };
}

/** Everything somebody was told, of all things or of the one with this address. */
export async function toldTo(who: ApiClient, href?: string): Promise<string[]> {
  const { items } = await who.notifications.inbox({ query: { view: 'all', limit: 50 } });
  return items
    .filter((item) => href === undefined || item.href === href)
    .flatMap(({ reason, earlier }) => [reason, ...earlier.notices.map((notice) => notice.reason)]);
}

export const names = (view: { readonly moves: readonly { readonly move: string }[] }): string[] =>
  view.moves.map(({ move }) => move).sort();

/** Both have signed, and the work has begun. */
export async function anActive(people: Cast, more: object = {}): Promise<PartnershipView> {
  const match = await introduced(people, await aRequest(people));
  const proposed = await people.delegate.brokering.proposePartnership(proposal(match, more));
  const once = await people.focal.brokering.acceptPartnership(on(proposed, { name: 'Codjo' }));
  const agreed = await people.otherFocal.brokering.acceptPartnership(on(once, { name: '戴' }));
  return people.delegate.brokering.startPartnership(on(agreed));
}

/** Lets so many days pass, from one deadline to the next. */
export async function passDays(house: House, days: number): Promise<void> {
  const until = addDays(house.clock.now(), days);
  const next = () =>
    house.db<{ due: Date }>(
      `select greatest(due_at, $1) as due from timer where state = 'armed' and due_at <= $2 order by due_at limit 1`,
      [house.clock.now(), until],
    );
  for (let [timer] = await next(); timer; [timer] = await next()) {
    house.clock.set(timer.due);
    if ((await house.app.get(Timers).fireDue()) === 0) throw new Error('what is due does not strike');
  }
  house.clock.set(until);
}
