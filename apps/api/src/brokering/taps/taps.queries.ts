import { type Actor, visitor } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemberLookup } from '../../platform/auth/member-lookup.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { SignedLinks } from '../../platform/signed-links.ts';
import { RequestRow } from '../requests/request.row.ts';

/** Whom a link was written to, as they stand now. */
export interface Holder {
  readonly actor: Actor;
  readonly name: string;
}

@Injectable()
export class TapsQueries {
  private readonly dataSource: DataSource;
  private readonly members: MemberLookup;
  private readonly links: SignedLinks;
  constructor(dataSource: DataSource, members: MemberLookup, links: SignedLinks) {
    this.dataSource = dataSource;
    this.members = members;
    this.links = links;
  }

  request(id: string): Promise<RequestRow> {
    return this.dataSource.manager.findOneByOrFail(RequestRow, { id });
  }

  isSpent(token: string): Promise<boolean> {
    return this.links.isSpent(this.dataSource.manager, token);
  }

  /** Who left since then has nothing to press, and whose account is closed is nobody. */
  async holder(memberId: string, requestId: string, at: Date): Promise<Holder> {
    const found = await this.members.byId(memberId, at);
    const [row]: { name: string; organisationId: string }[] = await this.dataSource.query(
      'select m.name, r.organisation_id as "organisationId" from member m, request r where m.id = $1 and r.id = $2',
      [memberId, requestId],
    );
    if (!found || !row) throw notFound();
    const { roles, affiliations, clusterIds } = found;
    const actingFor = affiliations.find((a) => a.organisationId === row.organisationId)?.organisationId ?? null;
    return {
      name: row.name,
      actor: { ...visitor, kind: 'member', id: memberId, roles, affiliations, clusterIds, actingFor },
    };
  }
}
