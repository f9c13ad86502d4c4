import type { CheckInBody, CheckInView, LinkedCheckIn, MoveBody } from '@baraza/contracts/brokering';
import { answersDue, type CheckInAnswer, checkInPolicy } from '@baraza/domain/brokering';
import { can, type Locale } from '@baraza/domain/kernel';
import { readIn, written } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Case, demandVersion, inputOf } from '../case/case.ts';
import { Cases, type CheckInFile } from '../case/cases.repository.ts';
import { type Known, Organisations } from '../case/organisations.queries.ts';
import { stirPartnership } from '../partnerships/partnership.moves.ts';
import { checkInFacts, moveCheckIn } from './check-in.moves.ts';
import { presentCheckIn } from './check-in.presenter.ts';
import { CheckInLinks, type Linked } from './check-in-links.queries.ts';
import { aroundCheckIns } from './check-ins.queries.ts';

@Injectable()
export class CheckInsService {
  private readonly work: UnitOfWork;
  private readonly cases: Cases;
  private readonly links: CheckInLinks;
  private readonly organisations: Organisations;
  constructor(work: UnitOfWork, cases: Cases, links: CheckInLinks, organisations: Organisations) {
    this.work = work;
    this.cases = cases;
    this.links = links;
    this.organisations = organisations;
  }

  /** No version is asked for: two parties that answer at the same moment both do. */
  answer(asker: Asker, id: string, body: CheckInBody): Promise<CheckInView> {
    return this.inCheckIn(asker, id, (c, file) => this.answered(c, file, asker, body));
  }

  settle(asker: Asker, id: string, body: z.output<typeof MoveBody>): Promise<CheckInView> {
    return this.inCheckIn(asker, id, async (c, file) => {
      demandVersion(file.row, body.version);
      await moveCheckIn(c, file, 'settle', inputOf(body, asker), asker.actor);
    });
  }

  async linked({ at }: Asker, token: string): Promise<LinkedCheckIn> {
    const linked = await this.links.read(token, at);
    const file = linked && (await this.links.file(linked.checkInId));
    if (!file) throw notFound();
    return presentLinked(linked, file, await this.organisations.know(partiesOf(file)));
  }

  /**
   * As whom the mail was written to, for this one answer: asked again of the policy, like anybody's. Words only: a mail is
   * passed on, and a file, once here, lies in the party's name and room for others to open. Whoever brings one signs in.
   */
  async answerLinked(asker: Asker, token: string, body: CheckInBody): Promise<LinkedCheckIn> {
    const linked = await this.links.read(token, asker.at);
    if (!linked) throw notFound();
    const { actor, locale, checkInId } = linked;
    const them: Asker = { ...asker, actor, locale };
    return this.work.run(them, async (work) => {
      const { c, checkIn } = await this.cases.openCheckIn(work, them, checkInId);
      await this.answered(c, checkIn, them, body);
      return presentLinked(linked, checkIn, c.known);
    });
  }

  private async answered(c: Case, file: CheckInFile, asker: Asker, body: CheckInBody): Promise<void> {
    await moveCheckIn(c, file, 'answer', { answer: answerOf(body, asker.locale) }, asker.actor);
    await stirPartnership(c, file.partnership);
  }

  private inCheckIn(
    asker: Asker,
    id: string,
    change: (c: Case, file: CheckInFile) => Promise<void>,
  ): Promise<CheckInView> {
    return this.work.run(asker, async (work) => {
      const { c, checkIn } = await this.cases.openCheckIn(work, asker, id);
      if (!can(checkInPolicy, asker.actor, 'view', checkInFacts(checkIn))) throw notFound();
      await change(c, checkIn);
      const around = await aroundCheckIns(work.tx, [id]);
      return presentCheckIn(checkIn, around(id), { ...asker, known: c.known });
    });
  }
}

const partiesOf = ({ partnership }: CheckInFile): string[] => partnership.parties.map((party) => party.organisationId);

function presentLinked({ organisationId, locale }: Linked, file: CheckInFile, known: Known): LinkedCheckIn {
  const { row, partnership } = file;
  const parties = partiesOf(file);
  const own = row.sides.find((side) => side.organisationId === organisationId);
  const isOpen = row.state === 'open';
  return {
    state: own?.answer ? 'answered' : isOpen ? 'open' : 'over',
    organisation: known.ref(organisationId, locale).name,
    partnership: {
      ref: partnership.row.ref,
      title: { ...readIn(partnership.row.title, locale) },
      with: parties.filter((id) => id !== organisationId).map((id) => known.ref(id, locale).name),
    },
    dueAt: isOpen ? answersDue(checkInFacts(file), known.context).toISOString() : null,
    timeZone: known.zoneOf(organisationId),
    language: locale,
  };
}

function answerOf(body: CheckInBody, locale: Locale): CheckInAnswer {
  const { going, happened, next, hindrance, deskWanted, language = locale } = body;
  const text = (words: string | undefined) => (words ? written(language, words) : null);
  return { going, happened: text(happened), next: text(next), hindrance: text(hindrance), deskWanted };
}
