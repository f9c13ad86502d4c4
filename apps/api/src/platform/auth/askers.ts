import { isLocale, type Locale, visitor } from '@baraza/domain/kernel';
import { negotiate } from '@baraza/i18n';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Asker } from '../asker.ts';
import { Clock } from '../clock.ts';
import { type AskedRequest, cookiesOf } from '../http/request.ts';
import { AUTH, type Auth, cookiePrefix } from './auth.ts';
import { type KnownMember, MemberLookup } from './member-lookup.ts';

export const cookieNames = {
  locale: 'baraza.locale',
  theme: 'baraza.theme',
  device: 'baraza.device',
  actingFor: 'baraza.acting_for',
  zone: 'baraza.zone',
} as const;

interface Session {
  readonly id: string;
  readonly memberId: string;
}
type Known = { readonly session: Session; readonly member: KnownMember };
type Handshake = { readonly headers: AskedRequest['headers']; readonly ip: string; readonly id: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** From cookies to an asker. Sessions and roles are remembered for seconds and forgotten the moment they change here. */
@Injectable()
export class Askers {
  private readonly known = new LRUCache<string, Known>({ max: 20_000, ttl: 15_000 });
  private count = 0;
  private readonly onForget: ((memberId: string) => void)[] = [];
  private readonly auth: Auth;
  private readonly lookup: MemberLookup;
  private readonly clock: Clock;

  constructor(@Inject(AUTH) auth: Auth, lookup: MemberLookup, clock: Clock) {
    this.auth = auth;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** After a change of roles, affiliations or sessions: the next request asks again. */
  forget(memberId: string): void {
    this.count += 1;
    for (const [cookie, { session }] of this.known.entries())
      if (session.memberId === memberId) this.known.delete(cookie);
    for (const told of this.onForget) told(memberId);
  }

  /** How often something was forgotten: an asker looked up before must not be kept after. */
  get forgettings(): number {
    return this.count;
  }

  /** For whoever keeps an asker longer than a request. Call in a constructor. */
  whenForgotten(told: (memberId: string) => void): void {
    this.onForget.push(told);
  }

  async of(request: Handshake): Promise<Asker> {
    const cookies = cookiesOf(request.headers.cookie);
    const found = await this.find(cookies);
    const asked = {
      at: this.clock.now(),
      requestId: String(request.id),
      address: request.ip,
      device: deviceOf(cookies[cookieNames.device]),
      wish: null,
    };
    const locale = this.localeOf(cookies, request.headers['accept-language'], found?.member.locale);
    if (!found)
      return {
        ...asked,
        actor: visitor,
        locale,
        timeZone: zoneOf(cookies[cookieNames.zone]) ?? 'UTC',
        sessionId: null,
      };
    const { member, session } = found;
    const wanted = cookies[cookieNames.actingFor];
    const acting = member.affiliations.find((a) => a.organisationId === wanted) ?? member.affiliations[0];
    return {
      ...asked,
      locale,
      timeZone: member.timeZone ?? zoneOf(cookies[cookieNames.zone]) ?? 'UTC',
      sessionId: session.id,
      actor: {
        kind: 'member',
        id: session.memberId,
        roles: member.roles,
        affiliations: member.affiliations,
        actingFor: wanted === 'self' ? null : (acting?.organisationId ?? null),
        clusterIds: member.clusterIds,
      },
    };
  }

  private localeOf(
    cookies: Readonly<Record<string, string>>,
    header: string | undefined,
    kept: Locale | undefined,
  ): Locale {
    const chosen = cookies[cookieNames.locale];
    return isLocale(chosen) ? chosen : (kept ?? negotiate(header));
  }

  private async find(cookies: Readonly<Record<string, string>>): Promise<Known | undefined> {
    const name = `${cookiePrefix}.session_token`;
    const secure = `__Secure-${name}`;
    const token = cookies[secure] ?? cookies[name];
    if (!token) return undefined;
    const remembered = this.known.get(token);
    if (remembered) return remembered;
    const { forgettings } = this;
    const cookie = `${cookies[secure] ? secure : name}=${encodeURIComponent(token)}`;
    const current = await this.auth.api.getSession({ headers: new Headers({ cookie }) }).catch(() => null);
    if (!current || !uuid.test(current.user.id)) return undefined;
    const member = await this.lookup.byId(current.user.id, this.clock.now());
    if (!member) return undefined;
    const found = { session: { id: current.session.id, memberId: current.user.id }, member };
    if (forgettings === this.forgettings) this.known.set(token, found);
    return found;
  }
}

/** A device's name as this house makes them; anything else is no device. */
const deviceOf = (name: string | undefined): string | null => (name && /^[\w-]{32,64}$/.test(name) ? name : null);

/** A zone the browser told us in a cookie, if it is one. */
function zoneOf(value: string | undefined): string | null {
  if (!value) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
