import { randomUUID } from 'node:crypto';
import type {
  MoveBody,
  PartnershipAmendment,
  PartnershipProposal,
  PartnershipView,
  Signature,
} from '@baraza/contracts/brokering';
import {
  matchMachine,
  matchPolicy,
  type PartnershipInput,
  type PartnershipMove,
  type PartyDraft,
  type PartyRole,
  partnershipPolicy,
  proposePartnership,
  usualRole,
} from '@baraza/domain/brokering';
import { can, hasMove, Refusal } from '@baraza/domain/kernel';
import { edited, written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf, record, sideOf, tell } from '../case/case.ts';
import { Cases, type PartnershipFile } from '../case/cases.repository.ts';
import { afterPartnership } from '../case/consequences.ts';
import { insert, nextReference } from '../case/rows.repository.ts';
import { matchFacts, moveMatch, stirMatch } from '../matches/match.moves.ts';
import { demandMatchVersion } from '../matches/match.version.ts';
import { stir } from '../requests/request.moves.ts';
import {
  movePartnership,
  owePartnership,
  partnershipFacts,
  storeParties,
  thingOfPartnership,
} from './partnership.moves.ts';
import { PartnershipRow } from './partnership.row.ts';
import { PartnershipsQueries } from './partnerships.queries.ts';

interface WithParties {
  readonly parties: readonly { readonly organisationId: string; readonly role?: PartyRole | undefined }[];
}
type Proposal = Omit<z.output<typeof PartnershipProposal>, 'parties'> & WithParties;
type Amendment = Omit<z.output<typeof PartnershipAmendment>, 'parties'> & WithParties;

@Injectable()
export class PartnershipsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: PartnershipsQueries;
  constructor(work: UnitOfWork, cases: Cases, queries: PartnershipsQueries) {
    this.work = work;
    this.cases = cases;
    this.queries = queries;
  }

  propose(asker: Asker, matchId: string, body: Proposal, id: string = randomUUID()): Promise<PartnershipView> {
    const { actor, at } = asker;
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, matchId);
      const facts = matchFacts(c, match);
      if (!can(matchPolicy, actor, 'view', facts)) throw notFound();
      demandMatchVersion(c, match, body.version);
      await learnParties(c, body);
      const content = contentOf(body, asker);
      const { confidential } = body;
      const parties = rolesOf(
        c,
        body,
        match.parties.map(({ organisationId, part }) => ({ organisationId, role: part })),
      );
      const { startsAt, endsOn } = content;
      const draft = { id, parties, confidential, startsAt, endsOn };
      const { partnership, happening } = proposePartnership(facts, draft, actor, at, c.known.context);
      const { parties: unsigned, ...rest } = partnership;
      const row = Object.assign(new PartnershipRow(), {
        ...rest,
        ...content,
        version: 1,
        createdAt: at,
        ref: await nextReference(work.tx, 'PRT', at),
        themes: c.request.themes,
      });
      await insert(work.tx, PartnershipRow, row);
      const file: PartnershipFile = { row, parties: [] };
      await storeParties(c, file, unsigned);
      const side = sideOf(
        actor,
        parties.map((party) => party.organisationId),
      );
      await record(c, thingOfPartnership(row), actor, side, { move: 'propose', from: null, to: row.state });
      await owePartnership(c, file);
      await tell(c, thingOfPartnership(row), happening);
      match.inWords = true;
      if (hasMove(matchMachine, match.row.state, 'scope') && can(matchPolicy, actor, 'scope', facts))
        await moveMatch(c, match, 'scope', {}, actor);
      else await stirMatch(c, match);
      if (c.request.state === 'in_matching') await stir(c);
      return this.queries.read(asker, row.ref, work.tx);
    });
  }

  amend(asker: Asker, ref: string, body: Amendment): Promise<PartnershipView> {
    return this.inCase(asker, ref, body.version, async (c, file) => {
      await learnParties(c, body);
      const content = contentOf(body, asker, file.row);
      const parties = rolesOf(c, body, file.parties);
      await movePartnership(c, file, 'amend', { parties }, asker.actor, content);
      await afterPartnership(c, file);
    });
  }

  sign(asker: Asker, ref: string, { version, name }: z.output<typeof Signature>): Promise<PartnershipView> {
    return this.change(asker, ref, version, 'accept', { name });
  }

  move(asker: Asker, ref: string, move: PartnershipMove, body: z.output<typeof MoveBody>): Promise<PartnershipView> {
    return this.change(asker, ref, body.version, move, inputOf(body, asker));
  }

  private change(asker: Asker, ref: string, version: number, move: PartnershipMove, input: PartnershipInput) {
    return this.inCase(asker, ref, version, async (c, file) => {
      await movePartnership(c, file, move, input, asker.actor);
      await afterPartnership(c, file);
    });
  }

  private inCase(
    asker: Asker,
    ref: string,
    version: number,
    change: (c: Case, file: PartnershipFile) => Promise<void>,
  ): Promise<PartnershipView> {
    return this.work.run(asker, async (work) => {
      const { c, partnership } = await this.cases.openPartnership(work, asker, { ref });
      if (!can(partnershipPolicy, asker.actor, 'view', partnershipFacts(partnership))) throw notFound();
      demandVersion(partnership.row, version);
      await change(c, partnership);
      return this.queries.read(asker, ref, work.tx);
    });
  }
}

async function learnParties({ known }: Case, { parties }: Proposal | Amendment): Promise<void> {
  await known.learn(parties.map((party) => party.organisationId));
  if (parties.some((party) => !known.has(party.organisationId)))
    throw new Refusal('unmet-condition', 'brokering.refuse.partyUnknown', {}, 'parties');
}

const rolesOf = ({ known }: Case, { parties }: WithParties, match: readonly PartyDraft[]): PartyDraft[] =>
  parties.map(({ organisationId, role }) => {
    const part = match.find((one) => one.organisationId === organisationId)?.role ?? null;
    return { organisationId, role: role ?? usualRole(part, known.countryOf(organisationId)) };
  });

function contentOf(body: Proposal | Amendment, asker: Asker, before?: PartnershipRow) {
  const language = body.language ?? before?.locale ?? asker.locale;
  return {
    locale: language,
    title: before ? edited(before.title, body.title, language) : written(language, body.title),
    plan: before ? edited(before.plan, body.plan, language) : written(language, body.plan),
    instrument: body.instrument ? written(language, body.instrument) : null,
    informal: body.informal,
    confidential: body.confidential,
    rhythm: body.rhythm,
    startsAt: body.startsOn ? new Date(`${body.startsOn}T00:00:00Z`) : null,
    endsOn: body.endsOn ?? null,
  };
}
