import { randomUUID } from 'node:crypto';
import type { FlagBody, FlagChange, HandOverBody, LinesBody, NoteBody, RequestView } from '@baraza/contracts/brokering';
import {
  canViewRequest,
  changeFlag,
  type FlagFacts,
  type FlagHappening,
  gravest,
  handOver,
  markLines,
  maySeeFlags,
  raiseFlag,
} from '@baraza/domain/brokering';
import { visitor } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { MemberLookup } from '../../platform/auth/member-lookup.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound, notPermitted } from '../../platform/http/problem-error.ts';
import { keepRequest, thingOfRequest } from '../requests/request.moves.ts';
import { RequestRow } from '../requests/request.row.ts';
import { RequestsQueries } from '../requests/requests.queries.ts';
import { type Case, demandVersion, record, tell } from './case.ts';
import { Cases } from './cases.repository.ts';
import { owePartnerships, rewind } from './consequences.ts';
import { touch } from './rows.repository.ts';

type Body<T extends z.ZodType> = z.output<T>;

/** What is done with a case besides moving it: whose it is, what its lines have come to, what the desk keeps to itself. */
@Injectable()
export class CaseFileService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly members: MemberLookup;
  private readonly queries: RequestsQueries;
  constructor(work: UnitOfWork, cases: Cases, members: MemberLookup, queries: RequestsQueries) {
    this.work = work;
    this.cases = cases;
    this.members = members;
    this.queries = queries;
  }

  markLines(asker: Asker, ref: string, { version, lines }: Body<typeof LinesBody>): Promise<RequestView> {
    return this.inCase(asker, { ref }, async (c) => {
      const { request, actor, at, known } = c;
      demandVersion(request, version);
      const states = new Map(lines.map(({ id, state }) => [id, state]));
      const decision = markLines(request, states, actor, at, known.context);
      await keepRequest(c, actor, decision, { move: 'markLines', from: request.state, to: request.state });
    });
  }

  handOver(asker: Asker, ref: string, { version, to }: Body<typeof HandOverBody>): Promise<RequestView> {
    return this.inCase(asker, { ref }, async (c) => {
      const { request, actor, at, known } = c;
      demandVersion(request, version);
      const found = await this.members.byId(to, at, c.work.tx);
      const { roles = [], affiliations = [] } = found ?? {};
      const other = { ...visitor, kind: 'member', id: to, roles, affiliations } as const;
      const decision = handOver(request, other, actor, at, known.context);
      await keepRequest(c, actor, decision, { move: 'handOver', from: request.state, to: request.state });
      await owePartnerships(c);
      await rewind(c);
    });
  }

  writeNote(asker: Asker, ref: string, { text, language }: Body<typeof NoteBody>): Promise<RequestView> {
    return this.inCase(asker, { ref }, async ({ work, request, actor, at }) => {
      if (!maySeeFlags(actor, request)) throw notPermitted();
      await work.tx.query('insert into case_note (id, request_id, author_id, text, at) values ($1, $2, $3, $4, $5)', [
        randomUUID(),
        request.id,
        actor.id,
        JSON.stringify(written(language ?? asker.locale, text)),
        at,
      ]);
    });
  }

  raiseFlag(asker: Asker, ref: string, body: Body<typeof FlagBody>): Promise<RequestView> {
    const { level, category, note = '', language = asker.locale } = body;
    return this.inCase(asker, { ref }, async (c) => {
      const draft = { id: randomUUID(), level, category, note: written(language, note) };
      const { flag, happening } = raiseFlag(c.request, draft, c.actor);
      await c.work.tx.query(
        `insert into safeguard_flag (id, request_id, level, category, note, raised_by, changed_by, at)
         values ($1, $2, $3, $4, $5, $6, $6, $7)`,
        [flag.id, flag.requestId, level, category, JSON.stringify(flag.note), c.actor.id, c.at],
      );
      await this.settle(c, flag, happening);
    });
  }

  async changeFlag(asker: Asker, id: string, body: Body<typeof FlagChange>): Promise<RequestView> {
    const level = body.level === 'cleared' ? null : body.level;
    const note = body.note ? written(body.language ?? asker.locale, body.note) : undefined;
    return this.inCase(asker, { flagId: id }, async (c) => {
      const [stored]: (FlagFacts & { version: number })[] = await c.work.tx.query(
        `select id, request_id as "requestId", version, level, category, note, raised_by as "raisedBy" from safeguard_flag where id = $1`,
        [id],
      );
      if (!stored || !maySeeFlags(c.actor, c.request)) throw notFound();
      demandVersion(stored, body.version);
      const { flag, happening } = changeFlag(c.request, stored, level, note, c.actor);
      await c.work.tx.query(
        'update safeguard_flag set level = $2, note = $3, changed_by = $4, at = $5, version = version + 1 where id = $1',
        [id, level, JSON.stringify(note), c.actor.id, c.at],
      );
      await this.settle(c, { ...flag, note: note ?? flag.note }, happening);
    });
  }

  /** The gravest level governs what may be done; that it changed is no news to anybody's form. */
  private async settle(c: Case, flag: FlagFacts, happening: FlagHappening): Promise<void> {
    const flags: Pick<FlagFacts, 'level'>[] = await c.work.tx.query(
      'select level from safeguard_flag where request_id = $1',
      [c.request.id],
    );
    await touch(c.work.tx, RequestRow, c.request, { safeguard: gravest(flags) });
    await record(c, { kind: 'flag', id: flag.id }, c.actor, null, {
      move: happening.name.split('.').at(-1) ?? '',
      from: happening.data.was ?? 'cleared',
      to: flag.level ?? 'cleared',
      input: { note: flag.note },
    });
    await tell(c, thingOfRequest(c.request), happening);
  }

  private inCase(
    asker: Asker,
    key: { readonly ref: string } | { readonly flagId: string },
    change: (c: Case) => Promise<void>,
  ): Promise<RequestView> {
    return this.work.run(asker, async (work) => {
      const where = 'ref' in key ? key : await requestOfFlag(work.tx, key.flagId);
      const c = await this.cases.open(work, asker, where);
      if (!canViewRequest(asker.actor, c.request)) throw notFound();
      await change(c);
      return this.queries.read(asker, c.request.ref, work.tx);
    });
  }
}

async function requestOfFlag(tx: Case['work']['tx'], flagId: string): Promise<{ id: string }> {
  const [row]: { id: string }[] = await tx.query('select request_id as id from safeguard_flag where id = $1', [flagId]);
  if (!row) throw notFound();
  return row;
}
