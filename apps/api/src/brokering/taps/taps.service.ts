import type { Tap } from '@baraza/contracts/brokering';
import { type RequestMove, requestMovesFor } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { Asker } from '../../platform/asker.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { notFound } from '../../platform/http/problem-error.ts';
import { type Mailing, type MailLink, MailLinks } from '../../platform/mail/mail-links.ts';
import { SignedLinks } from '../../platform/signed-links.ts';
import { Cases } from '../case/cases.repository.ts';
import { type Known, Organisations } from '../case/organisations.queries.ts';
import { clipped, reading } from '../case/present.ts';
import { moveRequest } from '../requests/request.moves.ts';
import type { RequestRow } from '../requests/request.row.ts';
import { type Holder, TapsQueries } from './taps.queries.ts';

const moves = ['approve', 'confirm'] as const satisfies RequestMove[];
type Tapped = (typeof moves)[number];
const purposeOf = (move: Tapped): string => `brokering.${move}`;

/** As long as somebody may take to come to their mail. */
const linkDays = 21;

const moveIn = ({ reason, what }: Mailing): Tapped | null => {
  if (reason === 'brokering.approvalNeeded' || what === 'brokering.step.approveRequest') return 'approve';
  return what === 'brokering.step.confirmRequest' ? 'confirm' : null;
};

interface Meant {
  readonly move: Tapped;
  readonly requestId: string;
  readonly memberId: string;
}

/** One tap from the mail: a link that leads to one button, which makes one move for whom the mail was written to. */
@Injectable()
export class TapsService {
  private readonly work: UnitOfWork;
  private readonly queries: TapsQueries;
  private readonly cases: Cases;
  private readonly organisations: Organisations;
  private readonly links: SignedLinks;
  constructor(
    work: UnitOfWork,
    queries: TapsQueries,
    cases: Cases,
    organisations: Organisations,
    links: SignedLinks,
    mailLinks: MailLinks,
  ) {
    this.work = work;
    this.queries = queries;
    this.cases = cases;
    this.organisations = organisations;
    this.links = links;
    mailLinks.offer(async (mailing) => this.offer(mailing));
  }

  async look(asker: Asker, token: string): Promise<Tap> {
    const meant = this.read(token, asker.at);
    const holder = await this.queries.holder(meant.memberId, meant.requestId, asker.at);
    const request = await this.queries.request(meant.requestId);
    const spent = await this.queries.isSpent(token);
    const known = await this.organisations.know([request.organisationId]);
    return this.present(asker, meant, holder, request, { spent, known });
  }

  async press(asker: Asker, token: string): Promise<Tap> {
    const meant = this.read(token, asker.at);
    const holder = await this.queries.holder(meant.memberId, meant.requestId, asker.at);
    const { actor } = holder;
    return this.work.run({ ...asker, actor }, async (work) => {
      const c = await this.cases.open(work, { ...asker, actor }, { id: meant.requestId });
      const may = requestMovesFor(actor, c.request, asker.at).includes(meant.move);
      const first = may && (await this.links.spend(work.tx, token));
      if (first) await moveRequest(c, meant.move, {}, actor);
      const spent = await this.links.isSpent(work.tx, token);
      return this.present(asker, meant, holder, c.request, { spent, known: c.known });
    });
  }

  private offer(mailing: Mailing): MailLink | null {
    const { subject, memberId, at } = mailing;
    const move = moveIn(mailing);
    if (!move || subject.kind !== 'request') return null;
    const token = this.links.sign(purposeOf(move), [subject.id, memberId], addDays(at, linkDays));
    return { path: `/tap/${token}`, label: `brokering.move.request.${move}` };
  }

  private read(token: string, now: Date): Meant {
    for (const move of moves) {
      const [requestId, memberId] = this.links.read(purposeOf(move), token, now) ?? [];
      if (requestId && memberId) return { move, requestId, memberId };
    }
    throw notFound();
  }

  private present(
    asker: Asker,
    meant: Meant,
    { actor, name }: Holder,
    request: RequestRow,
    { spent, known }: { readonly spent: boolean; readonly known: Known },
  ): Tap {
    const { locale } = asker;
    const may = requestMovesFor(actor, request, asker.at).includes(meant.move);
    return {
      state: spent ? 'done' : may ? 'ready' : 'gone',
      move: meant.move,
      request: { ref: request.ref, title: reading(request.title, locale), summary: clipped(request.context, locale) },
      organisation: known.ref(request.organisationId, locale),
      name,
      locale,
    };
  }
}
