import type { Actor, Locale } from '@baraza/domain/kernel';
import { demoId } from '../../demo/ids.ts';
import { type Asker, asActor } from '../../platform/asker.ts';
import type { MemberLookup } from '../../platform/auth/member-lookup.ts';

type Known = { readonly actor: Actor; readonly locale: Locale };

/** The demo's accounts as those who ask, at any time. */
export class Accounts {
  private readonly known = new Map<string, Known>();
  private readonly members: MemberLookup;
  constructor(members: MemberLookup) {
    this.members = members;
  }

  /** Who it is, as the register has them; a placeholder's focal point writes for it before anybody has verified them. */
  async asker(slug: string, organisation: string, at: Date): Promise<Asker> {
    const { actor, locale } = this.known.get(slug) ?? (await this.learn(slug, organisation, at));
    return asActor(actor, at, locale);
  }

  private async learn(slug: string, organisation: string, at: Date): Promise<Known> {
    const id = demoId('member', slug);
    const member = await this.members.byId(id, at);
    if (!member) throw new Error(`the demo has no member ${slug}`);
    const { roles, clusterIds, locale } = member;
    const provisional = slug === `${organisation}-focal-point` && member.affiliations.length === 0;
    const affiliations = provisional
      ? [{ organisationId: demoId('organisation', organisation), role: 'delegate' as const }]
      : member.affiliations;
    const actingFor = affiliations[0]?.organisationId ?? null;
    const known = { actor: { kind: 'member' as const, id, roles, affiliations, actingFor, clusterIds }, locale };
    this.known.set(slug, known);
    return known;
  }
}
