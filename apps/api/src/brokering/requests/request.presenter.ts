import type { ExpressionView, RequestCard, RequestView } from '@baraza/contracts/brokering';
import {
  clarifiableUntil,
  isAnswerable,
  isAuthor,
  mayAskAbout,
  mayMarkLines,
  mayRefer,
  mayRevise,
  type RequestKind,
  type RequestState,
  requestFiles,
  requestFormsOf,
  requestMovesFor,
} from '@baraza/domain/brokering';
import { actsFor, belongsTo } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import { type FileJson, presentShelf } from '../../files/index.ts';
import {
  type MatchCardJson,
  type PartnershipCardJson,
  presentMatchCard,
  presentPartnershipCard,
} from '../case/cards.ts';
import { originOf } from '../case/case.ts';
import { type CaseFileJson, presentCaseFile } from '../case/case-file.ts';
import {
  clipped,
  isBroker,
  isOf,
  iso,
  type PathJson,
  presentEnd,
  presentMoves,
  presentPath,
  presentStep,
  reading,
  refs,
  type StepJson,
  type View,
} from '../case/present.ts';
import { readerFacts } from '../case/reader.ts';
import { type ClarificationJson, presentClarification } from '../clarifications/clarification.presenter.ts';
import { changesSince } from './request.changes.ts';
import type { RequestRow } from './request.row.ts';

/** What a request says and where it stands, and what its page shows around it. */
export interface RequestShape extends RequestRow {
  readonly seq: number;
  readonly cluster: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly brokerName: string | null;
  readonly focalPointName: string | null;
  readonly delegateName: string | null;
  readonly delegates: readonly { readonly id: string; readonly name: string }[] | null;
  readonly path: readonly PathJson[];
  readonly step: StepJson | null;
  readonly partnerships: readonly PartnershipCardJson[];
  readonly matches: readonly MatchCardJson[];
  readonly expressionCount: number;
  readonly impartial: boolean;
  readonly file: CaseFileJson | null;
  readonly questions: readonly ClarificationJson[];
  readonly answeredBy: readonly string[];
  readonly files: readonly FileJson[];
  readonly also: { readonly stream: string; readonly seq: number } | null;
}

export interface CardRow {
  readonly id: string;
  readonly ref: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly title: LocalizedText | null;
  readonly context: LocalizedText | null;
  readonly organisationId: string;
  readonly counterpartIds: readonly string[];
  readonly themes: string[];
  readonly sdgs: number[];
  readonly languages: string[];
  readonly publishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly stateSince: Date;
  readonly createdAt: Date;
  readonly step: StepJson | null;
}

/** The requester's people, the desk, and those who take part. */
const isInside = ({ actor }: View, row: Pick<CardRow, 'organisationId' | 'counterpartIds'>): boolean =>
  isBroker(actor) || isOf(actor, [row.organisationId, ...row.counterpartIds]);

export const presentCard = (row: CardRow, view: View): RequestCard => ({
  id: row.id,
  ref: row.ref,
  kind: row.kind,
  state: row.state,
  title: reading(row.title, view.locale),
  summary: clipped(row.context, view.locale),
  organisation: view.known.ref(row.organisationId, view.locale),
  themes: row.themes,
  sdgs: row.sdgs,
  languages: row.languages,
  publishedAt: iso(row.publishedAt),
  expiresAt: iso(row.expiresAt),
  stateSince: row.stateSince.toISOString(),
  nextStep: presentStep(row.step, view, isInside(view, row)),
});

/** What passed between the requester and the desk is not for everybody. */
const told = new Set(['submitted', 'published', 'in_matching', 'in_partnering', 'on_hold', 'expired', 'closed']);

export function presentRequest(row: RequestShape, expressions: ExpressionView[], view: View): RequestView {
  const { actor, locale, at, known } = view;
  const inside = isInside(view, row);
  const ownSide = actsFor(actor, row.organisationId) || isAuthor(actor, row);
  const atTheDesk = ownSide || isBroker(actor);
  const ownOrImpartial = ownSide || row.impartial;
  const read = (text: LocalizedText | null) => reading(text, locale);
  const worded = (text: LocalizedText) => ({ ...readIn(text, locale) });
  const revisable = mayRevise(actor, row);
  const { terms } = known.context;
  const reviewed = row.publishedAt === null && row.state !== 'needs_info';
  const isDeclined = row.state === 'declined' || row.state === 'appealed' || row.state === 'rejected';
  const answerAs = isAnswerable(row)
    ? readerFacts(actor).acts.filter((id) => id !== row.organisationId && !row.answeredBy.includes(id))
    : [];
  return {
    id: row.id,
    ref: row.ref,
    version: row.version,
    stream: `request:${row.id}`,
    seq: row.seq,
    alsoHeard: row.also,
    kind: row.kind,
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    language: row.locale,
    title: read(row.title),
    context: read(row.context),
    wantedResult: read(row.wantedResult),
    whatWeTried: read(row.whatWeTried),
    whatWeBring: read(row.whatWeBring),
    partnerSought: read(row.partnerSought),
    lines: row.lines.map((line) => ({
      ...line,
      text: reading(line.text, locale) as NonNullable<ReturnType<typeof read>>,
    })),
    modalities: row.modalities,
    themes: row.themes,
    sdgs: row.sdgs,
    sdgTargets: row.sdgTargets,
    sectors: row.sectors,
    languages: row.languages,
    urgency: row.urgency,
    resources: { ...row.resources, inKind: row.resources.inKind.map(({ id, text }) => ({ id, text: worded(text) })) },
    expectedOutcomes: row.expectedOutcomes.map((one) => ({ ...one, indicator: worded(one.indicator) })),
    accountable: revisable ? { focalPoint: row.focalPointName, delegate: row.delegateName } : null,
    delegateId: revisable ? row.delegateId : null,
    delegates: revisable && row.delegates ? [...row.delegates] : null,
    readiness: row.readiness,
    window: row.window && { start: row.window.start || null, end: row.window.end || null },
    visibility: row.visibility,
    counterpart: row.counterpart,
    contactPolicy: row.contactPolicy,
    heldUntil: iso(row.heldUntil),
    organisation: known.ref(row.organisationId, locale),
    addressedTo: inside && row.addressedTo ? known.ref(row.addressedTo, locale) : null,
    cluster: row.cluster,
    origin: originOf(row.origin) as RequestView['origin'],
    createdAt: row.createdAt.toISOString(),
    submittedAt: iso(row.submittedAt),
    publishedAt: iso(row.publishedAt),
    expiresAt: iso(row.expiresAt),
    lastConfirmedAt: iso(row.lastConfirmedAt),
    end: presentEnd(row, locale),
    path: presentPath(inside ? row.path : row.path.filter((step) => told.has(step.state)), view),
    nextStep: presentStep(row.step, view, inside),
    moves: presentMoves('request', requestMovesFor(actor, row, at), requestFormsOf(row)),
    mayRevise: revisable,
    maySuggest: row.impartial && isAnswerable(row),
    mayRefer: mayRefer(actor, row),
    answerAs: answerAs.map((id) => known.ref(id, locale)),
    broker: row.brokerName && inside ? { name: row.brokerName, you: row.claimedBy === actor.id } : null,
    approved: row.approvedBy !== null,
    leaseUntil: atTheDesk ? iso(row.leaseUntil) : null,
    clarifications: atTheDesk
      ? row.clarifications.map(({ question, askedAt, answer, answeredAt }) => ({
          question: reading(question, locale) as NonNullable<ReturnType<typeof read>>,
          askedAt,
          answer: read(answer),
          answeredAt,
        }))
      : null,
    changes: atTheDesk && reviewed ? changesSince(row.askedAbout, row) : null,
    decline:
      atTheDesk && isDeclined && row.decline
        ? { reason: row.decline.reason, note: read(row.decline.note), at: row.decline.at }
        : null,
    appeal:
      atTheDesk && row.appeal
        ? { grounds: read(row.appeal.grounds) as NonNullable<ReturnType<typeof read>>, at: row.appeal.at }
        : null,
    questions: row.questions.map((question) => presentClarification(question, row, view)),
    askAs: mayAskAbout(actor, row, at, terms)
      ? refs(
          readerFacts(actor).acts.filter((id) => id !== row.organisationId),
          view,
        )
      : [],
    askUntil: isAnswerable(row) ? iso(clarifiableUntil(row, terms)) : null,
    mayMarkLines: mayMarkLines(actor, row),
    desk: row.file && presentCaseFile(row.file, row, view),
    suggestions: ownOrImpartial ? row.suggestions : null,
    expressionCount: ownOrImpartial ? row.expressionCount : null,
    files: presentShelf('request', row.files, requestFiles(actor, row)),
    expressions,
    matches: row.matches.map((card) => presentMatchCard(card, view)),
    partnerships: row.partnerships.map((card) =>
      presentPartnershipCard(card, view, card.organisationIds.some((id) => belongsTo(actor, id)) || row.impartial),
    ),
  };
}
