import { RequestDraftBody } from '@baraza/contracts/brokering';
import type { NeedLine } from '@baraza/domain/brokering';
import { addDays } from '@baraza/domain/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demoId } from '../../demo/ids.ts';
import type { Asker } from '../../platform/asker.ts';
import { MemberLookup } from '../../platform/auth/member-lookup.ts';
import { CaseFileService } from '../case/case-file.service.ts';
import { ClarificationsService } from '../clarifications/clarifications.service.ts';
import { ExpressionsService } from '../expressions/expressions.service.ts';
import { versionSql } from '../matches/match.version.ts';
import { MatchesService } from '../matches/matches.service.ts';
import { SuggestionsService } from '../matches/suggestions.service.ts';
import { PartnershipsService } from '../partnerships/partnerships.service.ts';
import { RequestsService } from '../requests/requests.service.ts';
import { Accounts } from './accounts.ts';
import { Papers } from './attach.ts';
import { FilePlayers } from './file.demo.ts';
import { type DemoRequest, type DemoStory, inTwo, lines, more, situationIn, ways } from './request.ts';
import type { Said } from './said.ts';
import type { Deed, Scene } from './scene.ts';

type Is<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>;

const said = ([language, text]: Said) => ({ text, language });
const noted = (note: Said | undefined) => (note ? { note: note[1], language: note[0] } : {});

/** The members of the demo community, each doing their scenes through the services that serve everybody. */
export class Players {
  private readonly db: DataSource;
  private readonly accounts: Accounts;
  private readonly stories: ReadonlyMap<string, DemoStory>;
  private readonly requests: RequestsService;
  private readonly clarifications: ClarificationsService;
  private readonly file: CaseFileService;
  private readonly expressions: ExpressionsService;
  private readonly matches: MatchesService;
  private readonly suggestions: SuggestionsService;
  private readonly partnerships: PartnershipsService;
  private readonly files: FilePlayers;
  private readonly papers: Papers;
  constructor(app: INestApplicationContext, stories: readonly DemoStory[]) {
    this.stories = new Map(stories.map((story) => [story.id, story]));
    this.db = app.get(DataSource);
    this.accounts = new Accounts(app.get(MemberLookup));
    this.requests = app.get(RequestsService, { strict: false });
    this.clarifications = app.get(ClarificationsService, { strict: false });
    this.file = app.get(CaseFileService, { strict: false });
    this.expressions = app.get(ExpressionsService, { strict: false });
    this.matches = app.get(MatchesService, { strict: false });
    this.suggestions = app.get(SuggestionsService, { strict: false });
    this.partnerships = app.get(PartnershipsService, { strict: false });
    this.files = new FilePlayers(app);
    this.papers = new Papers(app);
  }

  async play(request: DemoRequest, { by, does }: Scene, at: Date): Promise<void> {
    const own = request.postedBy.member;
    const asker = await this.accounts.asker(by ?? `${own}-focal-point`, own, at);
    switch (does.kind) {
      case 'draft':
        await this.draft(request, asker);
        return;
      case 'attach':
        await this.papers.attach(asker, 'request', demoId('request', request.id), does.file);
        return;
      case 'request':
        await this.move(request, does, asker);
        return;
      case 'suggest': {
        const body = {
          organisationId: demoId('organisation', does.with),
          because: does.because[1],
          language: does.because[0],
          listed: false,
          alongside: (does.alongside ?? []).map((one) => ({
            organisationId: demoId('organisation', one.with),
            part: one.part,
          })),
        };
        await this.suggestions.suggest(asker, ...(await this.bodyFor(request, body)));
        return;
      }
      case 'question': {
        const { text: question, language } = said(does.text);
        const organisationId = demoId('organisation', does.with);
        await this.clarifications.ask(asker, await this.refOf(request), {
          organisationId,
          question,
          open: true,
          language,
        });
        return;
      }
      case 'answer': {
        const { id, version } = await this.questionOf(request, does.with);
        await this.clarifications.move(asker, id, 'answer', { version, ...noted(does.text) });
        return;
      }
      case 'flag': {
        const { level, category, note } = does;
        await this.file.raiseFlag(asker, await this.refOf(request), { level, category, ...noted(note) });
        return;
      }
      case 'note':
        await this.file.writeNote(asker, await this.refOf(request), said(does.text));
        return;
      case 'express': {
        const { text: message, language } = said(does.message);
        const covers = (await this.linesOf(request)).slice(0, does.covers ?? 0).map(({ id }) => id);
        const body = { message, language, languages: [], covers, send: true };
        await this.expressions.draft(asker, await this.refOf(request), body, expressionId(request, does.with));
        return;
      }
      case 'expression':
        await this.moveExpression(request, does, asker);
        return;
      case 'reply':
        await this.expressions.reply(asker, expressionId(request, does.with), said(does.text));
        return;
      case 'match': {
        const { id, version } = await this.matchOf(request, does.with, asker);
        await this.matches.move(asker, id, does.move, { version, reason: does.as });
        return;
      }
      case 'say':
        await this.matches.write(asker, (await this.matchOf(request, does.with, asker)).id, said(does.text));
        return;
      case 'propose':
        await this.propose(request, does, asker);
        return;
      case 'sign': {
        const { ref, version } = await this.partnershipOf(request);
        await this.partnerships.sign(asker, ref, { version, name: does.name });
        return;
      }
      case 'meeting':
        await this.files.meet(does.deed, (await this.matchOf(request, does.with, asker)).id, asker);
        return;
      case 'file':
        await this.files.play(does.deed, await this.partnershipOf(request), asker);
        return;
    }
  }

  private storyOf({ derivedFrom }: DemoRequest): DemoStory {
    const story = this.stories.get(derivedFrom);
    if (!story) throw new Error(`the demo has no story ${derivedFrom}`);
    return story;
  }

  private async draft(request: DemoRequest, asker: Asker): Promise<void> {
    const { lang, title, type, themes, sdgs, languages, cluster, derivedFrom, duration, addressedTo } = request;
    const [context, wantedResult] = inTwo(request.summary) ?? [situationIn(this.storyOf(request)), request.summary];
    const start = addDays(asker.at, 75);
    const day = (date: Date) => date.toISOString().slice(0, 10);
    const body = RequestDraftBody.parse({
      ...more[request.id],
      kind: type,
      organisationId: demoId('organisation', request.postedBy.member),
      from: `story:${derivedFrom}`,
      ...(addressedTo && { addressedTo: demoId('organisation', addressedTo), visibility: 'brokers_only' }),
      language: lang,
      title,
      context,
      wantedResult,
      whatWeBring: request.offeredInReturn,
      partnerSought: request.wantedPartner,
      lines: (lines[request.id] ?? []).map(([text]) => ({ text })),
      modalities: ways[request.id] ?? [],
      themes,
      sdgs,
      languages,
      cluster,
      window: { start: day(start), end: day(addDays(start, 30 * Number.parseInt(duration, 10))) },
    });
    await this.requests.draft(asker, body, demoId('request', request.id));
  }

  private async move(request: DemoRequest, { move, reason, note }: Is<'request'>, asker: Asker): Promise<void> {
    const [ref, body] = await this.bodyFor(request, { reason, ...noted(note) });
    if (move === 'claim') await this.requests.claim(asker, ref, body);
    else await this.requests.move(asker, ref, move, body);
  }

  private async moveExpression(request: DemoRequest, does: Is<'expression'>, asker: Asker): Promise<void> {
    const id = expressionId(request, does.with);
    const version = await this.versionOf('expression', id);
    if (does.move === 'see') await this.expressions.see(asker, id);
    else await this.expressions.move(asker, id, does.move, { version, reason: does.reason, ...noted(does.note) });
  }

  private async propose(request: DemoRequest, does: Is<'propose'>, asker: Asker): Promise<void> {
    const { id, version } = await this.matchOf(request, does.with, asker);
    const [first, second] = does.roles;
    const body = {
      version,
      language: does.title[0],
      title: does.title[1],
      plan: does.plan[1],
      parties: [
        { organisationId: demoId('organisation', request.postedBy.member), role: first },
        { organisationId: demoId('organisation', does.with), role: second },
      ],
      informal: false,
      confidential: false,
      rhythm: 'standard' as const,
    };
    await this.partnerships.propose(asker, id, body, demoId('partnership', request.id));
  }

  private async bodyFor<Body extends object>(request: DemoRequest, body: Body) {
    const id = demoId('request', request.id);
    const [row]: { ref: string; version: number }[] = await this.db.query(
      'select ref, version from request where id = $1',
      [id],
    );
    if (!row) throw new Error(`the demo has not drafted ${request.id}`);
    return [row.ref, { ...body, version: row.version }] as const;
  }

  private async refOf(request: DemoRequest): Promise<string> {
    return (await this.bodyFor(request, {}))[0];
  }

  private async linesOf(request: DemoRequest): Promise<NeedLine[]> {
    const [row]: { lines: NeedLine[] }[] = await this.db.query('select lines from request where id = $1', [
      demoId('request', request.id),
    ]);
    return row?.lines ?? [];
  }

  private async versionOf(table: 'expression' | 'match', id: string): Promise<number> {
    const [row]: { version: number }[] = await this.db.query(`select version from ${table} where id = $1`, [id]);
    return row?.version ?? 0;
  }

  private async questionOf(request: DemoRequest, from: string): Promise<{ id: string; version: number }> {
    const [row]: { id: string; version: number }[] = await this.db.query(
      'select id, version from clarification where request_id = $1 and organisation_id = $2',
      [demoId('request', request.id), demoId('organisation', from)],
    );
    if (!row) throw new Error(`${from} asked nothing about ${request.id}`);
    return row;
  }

  private async matchOf(
    request: DemoRequest,
    other: string,
    { actor }: Asker,
  ): Promise<{ id: string; version: number }> {
    const [row]: { id: string; version: number }[] = await this.db.query(
      `select m.id, ${versionSql('m', '$3::uuid[]')} as version from match m join match_party p on p.match_id = m.id
       where m.request_id = $1 and p.organisation_id = $2`,
      [
        demoId('request', request.id),
        demoId('organisation', other),
        actor.affiliations.map(({ organisationId }) => organisationId),
      ],
    );
    if (!row) throw new Error(`${request.id} was not matched with ${other}`);
    return row;
  }

  private async partnershipOf(request: DemoRequest): Promise<{ id: string; ref: string; version: number }> {
    const [row]: { id: string; ref: string; version: number }[] = await this.db.query(
      'select id, ref, version from partnership where id = $1',
      [demoId('partnership', request.id)],
    );
    if (!row) throw new Error(`${request.id} has no partnership`);
    return row;
  }
}

const expressionId = (request: DemoRequest, from: string): string => demoId('expression', `${request.id}:${from}`);
