import type { MatchView, Message, MessageBody, MoveBody } from '@baraza/contracts/brokering';
import { type MatchMove, matchMovesFor, matchPolicy } from '@baraza/domain/brokering';
import { can, Refusal } from '@baraza/domain/kernel';
import { written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { inputOf } from '../case/case.ts';
import { Cases } from '../case/cases.repository.ts';
import { afterMatch } from '../case/consequences.ts';
import { writeMessage } from '../case/messages.ts';
import { presentMessage } from '../case/present.ts';
import { nameOf } from '../case/rows.repository.ts';
import { stir } from '../requests/request.moves.ts';
import { matchFacts, moveMatch, stirMatch } from './match.moves.ts';
import { readsNames } from './match.presenter.ts';
import { demandMatchVersion } from './match.version.ts';
import { MatchReasons } from './match-reasons.queries.ts';
import { MatchesQueries } from './matches.queries.ts';

@Injectable()
export class MatchesService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly queries: MatchesQueries;
  private readonly reasons: MatchReasons;
  constructor(work: UnitOfWork, cases: Cases, queries: MatchesQueries, reasons: MatchReasons) {
    this.reasons = reasons;
    this.work = work;
    this.cases = cases;
    this.queries = queries;
  }

  async move(asker: Asker, id: string, move: MatchMove, body: z.output<typeof MoveBody>): Promise<MatchView> {
    const reasons = await this.reasons.of(asker, id);
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, id);
      if (!can(matchPolicy, asker.actor, 'view', matchFacts(c, match))) throw notFound();
      demandMatchVersion(c, match, body.version);
      await moveMatch(c, match, move, inputOf(body, asker), asker.actor);
      await afterMatch(c, match);
      return this.queries.read(asker, id, { tx: work.tx, reasons });
    });
  }

  /** Reading it is said once; afterwards nothing happens, whoever says it. */
  async see(asker: Asker, id: string): Promise<MatchView> {
    const reasons = await this.reasons.of(asker, id);
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, id);
      const facts = matchFacts(c, match);
      if (!can(matchPolicy, asker.actor, 'view', facts)) throw notFound();
      if (matchMovesFor(asker.actor, facts, asker.at).includes('see'))
        await moveMatch(c, match, 'see', {}, asker.actor);
      return this.queries.read(asker, id, { tx: work.tx, reasons });
    });
  }

  write(asker: Asker, id: string, { text, language }: z.output<typeof MessageBody>): Promise<Message> {
    const { actor, locale } = asker;
    return this.work.run(asker, async (work) => {
      const { c, match } = await this.cases.openMatch(work, asker, id);
      const facts = matchFacts(c, match);
      if (!can(matchPolicy, actor, 'view', facts)) throw notFound();
      if (!can(matchPolicy, actor, 'write', facts)) throw new Refusal('not-permitted', 'brokering.refuse.notPermitted');
      const row = await writeMessage(c, asker, { match }, written(language ?? locale, text));
      if (match.row.state !== 'agreed') await stirMatch(c, match);
      if (c.request.state === 'in_matching') await stir(c);
      const author = await nameOf(work.tx, row.authorId);
      return presentMessage({ ...row, author }, { ...asker, known: c.known }, readsNames(actor, facts));
    });
  }
}
