import { answerableBy, answersDue, waitedFor } from '@baraza/domain/brokering';
import { type Actor, actsFor, addDays, type Locale } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { MemberLookup } from '../../platform/auth/member-lookup.ts';
import { type Mailing, MailLinks } from '../../platform/mail/mail-links.ts';
import { SignedLinks } from '../../platform/signed-links.ts';
import type { CheckInFile } from '../case/cases.repository.ts';
import { Organisations } from '../case/organisations.queries.ts';
import { PartnershipPartyRow, PartnershipRow } from '../partnerships/partnership.row.ts';
import { checkInFacts } from './check-in.moves.ts';
import { CheckInRow } from './check-in.row.ts';

const purpose = 'check-in';
const asked = 'brokering.step.checkIn';

export interface Linked {
  readonly checkInId: string;
  readonly organisationId: string;
  /** Whom the mail was written to, speaking for the party it was about. */
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Links in mails that open the five questions of one check-in for one party, without signing in. */
@Injectable()
export class CheckInLinks {
  private readonly dataSource: DataSource;
  private readonly organisations: Organisations;
  private readonly members: MemberLookup;
  private readonly links: SignedLinks;
  constructor(
    dataSource: DataSource,
    organisations: Organisations,
    members: MemberLookup,
    links: SignedLinks,
    mails: MailLinks,
  ) {
    this.dataSource = dataSource;
    this.organisations = organisations;
    this.members = members;
    this.links = links;
    mails.offer((mailing) => this.linkFor(mailing));
  }

  /** Who follows the link, as they stand today: whoever speaks for the party no more opens nothing with it. */
  async read(token: string, at: Date): Promise<Linked | null> {
    const [checkInId, organisationId, memberId] = this.links.read(purpose, token, at) ?? [];
    if (!checkInId || !organisationId || !memberId) return null;
    const member = await this.members.byId(memberId, at);
    if (!member) return null;
    const { roles, affiliations, clusterIds, locale } = member;
    const actor: Actor = {
      kind: 'member',
      id: memberId,
      roles,
      affiliations: affiliations.filter((a) => a.organisationId === organisationId),
      actingFor: organisationId,
      clusterIds,
    };
    return actsFor(actor, organisationId) ? { checkInId, organisationId, actor, locale } : null;
  }

  async file(id: string, manager: EntityManager = this.dataSource.manager): Promise<CheckInFile | null> {
    const row = await manager.findOneBy(CheckInRow, { id });
    if (!row) return null;
    const partnership = await manager.findOneByOrFail(PartnershipRow, { id: row.partnershipId });
    const parties = await manager.find(PartnershipPartyRow, {
      where: { partnershipId: partnership.id },
      order: { position: 'ASC' },
    });
    return { row, partnership: { row: partnership, parties } };
  }

  private async linkFor({ subject, what, memberId, at }: Mailing) {
    if (subject.kind !== 'partnership' || what !== asked) return null;
    const [open] = await this.dataSource.manager.find(CheckInRow, {
      where: { partnershipId: subject.id, state: 'open', endedAt: IsNull() },
    });
    const file = open && (await this.file(open.id));
    const member = file && (await this.members.byId(memberId, at));
    if (!file || !member) return null;
    const { roles, affiliations, clusterIds } = member;
    const [first] = affiliations;
    const actor: Actor = {
      kind: 'member',
      id: memberId,
      roles,
      affiliations,
      actingFor: first?.organisationId ?? null,
      clusterIds,
    };
    const facts = checkInFacts(file);
    const own = answerableBy(actor, facts);
    if (!own || waitedFor(facts).length === 0) return null;
    const { context } = await this.organisations.know([own.organisationId]);
    const until = addDays(answersDue(facts, context), context.terms.checkIn.linkDays);
    const token = this.links.sign(purpose, [file.row.id, own.organisationId, memberId], until);
    return { path: `/check-ins/${token}`, label: 'brokering.checkIn.answer' };
  }
}
