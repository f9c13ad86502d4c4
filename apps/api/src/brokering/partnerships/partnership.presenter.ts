import type { PartnershipView } from '@baraza/contracts/brokering';
import {
  type ExpectedOutcome,
  iatiActivityStatus,
  isUnderWay,
  mayRecord,
  mayRecordMeeting,
  partnershipFiles,
  partnershipForms,
  partnershipMovesFor,
  partnershipPolicy,
  readsSignatures,
  signableBy,
} from '@baraza/domain/brokering';
import { can } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import { type FileJson, presentShelf } from '../../files/index.ts';
import type { PartnershipFile } from '../case/cases.repository.ts';
import {
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
import { partnershipFacts } from './partnership.moves.ts';
import type { Contents } from './partnership-contents.queries.ts';

export interface PartnershipShape {
  readonly id: string;
  readonly seq: number;
  readonly step: StepJson | null;
  readonly path: readonly PathJson[];
  /** As far as the reader may read it. */
  readonly request: {
    readonly ref: string;
    readonly title: LocalizedText | null;
    readonly expected: readonly ExpectedOutcome[];
  } | null;
  readonly files: readonly FileJson[];
}

export function presentPartnership(
  file: PartnershipFile,
  shape: PartnershipShape,
  contents: Contents,
  view: View,
): PartnershipView {
  const { actor, locale, at, known } = view;
  const { row, parties } = file;
  const facts = partnershipFacts(file);
  const organisationIds = parties.map((party) => party.organisationId);
  const reads = readsSignatures(actor, facts);
  const inside = can(partnershipPolicy, actor, 'readFile', facts);
  const signable = signableBy(actor, facts);
  const mayClaim = (isUnderWay(row) || row.state === 'closed') && can(partnershipPolicy, actor, 'work', facts);
  const moves = partnershipMovesFor(actor, facts, at);
  return {
    id: row.id,
    ref: row.ref,
    version: row.version,
    stream: `partnership:${row.id}`,
    seq: shape.seq,
    state: row.state,
    iatiStatus: iatiActivityStatus[row.state],
    stateSince: row.stateSince.toISOString(),
    title: { ...readIn(row.title, locale) },
    plan: { ...readIn(row.plan, locale) },
    instrument: reading(row.instrument, locale),
    informal: row.informal && shape.files.length === 0,
    confidential: row.confidential,
    themes: row.themes,
    startsOn: iso(row.startsAt)?.slice(0, 10) ?? null,
    endsOn: row.endsOn,
    agreedAt: iso(row.agreedAt),
    activeSince: iso(row.activeSince),
    organisations: refs(organisationIds, view),
    parties: parties.map((party) => ({
      organisation: known.ref(party.organisationId, locale),
      role: party.role,
      joined: !row.introducedIds.includes(party.organisationId),
      acceptedAt: iso(party.acceptedAt),
      signature: reads ? party.acceptedName : null,
    })),
    request: shape.request && { ref: shape.request.ref, title: reading(shape.request.title, locale) },
    matchId: inside ? row.matchId : null,
    files: presentShelf('partnership', shape.files, partnershipFiles(actor, facts)),
    end: presentEnd(row, locale),
    path: presentPath(shape.path, view),
    ...contents,
    rhythm: row.rhythm,
    resumesAt: iso(row.resumeAt),
    mayRecord: mayRecord(actor, facts),
    mayRecordMeeting: mayRecordMeeting(actor, { partnership: facts }),
    mayClaim,
    expected: mayClaim
      ? (shape.request?.expected ?? []).map((one) => ({ ...one, indicator: { ...readIn(one.indicator, locale) } }))
      : [],
    nextStep: presentStep(shape.step, view, inside),
    moves: presentMoves('partnership', moves, partnershipForms),
    mayAmend: row.state === 'scoping' && can(partnershipPolicy, actor, 'amend', facts),
    signAs: moves.includes('accept') && signable ? known.ref(signable.organisationId, locale) : null,
  };
}
