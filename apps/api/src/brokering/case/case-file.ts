import type { CaseFile } from '@baraza/contracts/brokering';
import {
  mayHandOver,
  mayRaiseFlag,
  needsSecondLook,
  type RequestFacts,
  type SafeguardCategory,
  type SafeguardLevel,
  type ScreeningFailure,
  type ScreeningResult,
  wantedNow,
} from '@baraza/domain/brokering';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { Bound } from '../../platform/database/bind.ts';
import { mayHoldSql } from './holders.queries.ts';
import { reading, type View } from './present.ts';
import { impartialToRequest } from './visible.ts';

interface Flag {
  readonly id: string;
  readonly version: number;
  readonly level: SafeguardLevel | null;
  readonly category: SafeguardCategory;
  readonly note: LocalizedText;
  readonly by: string;
  readonly at: string;
}
interface Note {
  readonly id: string;
  readonly authorId: string;
  readonly by: string;
  readonly text: LocalizedText;
  readonly at: string;
}
interface Screened {
  readonly organisationId: string;
  readonly result: ScreeningResult;
  readonly source: string | null;
  readonly note: string | null;
  readonly failure: ScreeningFailure | null;
  readonly at: string;
}
/** What the desk alone knows of a request, as Postgres shapes it; null to everybody else, who is never sent a word of it. */
export interface CaseFileJson {
  readonly flags: readonly Flag[];
  readonly notes: readonly Note[];
  readonly screenings: readonly Screened[];
  readonly brokers: readonly { readonly id: string; readonly name: string }[];
  readonly proposer: string | null;
  readonly open: number;
  readonly enoughBy: string | null;
}

const flags = `coalesce((select json_agg(json_build_object('id', f.id, 'version', f.version, 'level', f.level, 'category', f.category,
  'note', f.note, 'by', fm.name, 'at', f.at) order by f.at desc, f.id desc) from safeguard_flag f join member fm on fm.id = f.changed_by
  where f.request_id = r.id), '[]')`;
const notes = `coalesce((select json_agg(json_build_object('id', n.id, 'authorId', n.author_id, 'by', nm.name, 'text', n.text, 'at', n.at)
  order by n.at desc, n.id desc) from case_note n join member nm on nm.id = n.author_id where n.request_id = r.id), '[]')`;
/** What was last heard of each party of the request. */
const screenings = `coalesce((select json_agg(json_build_object('organisationId', x.organisation_id, 'result', x.result, 'source', x.source,
  'note', x.note, 'failure', x.failure, 'at', x.asked_at) order by x.organisation_id <> r.organisation_id, x.asked_at, x.id) from (
    select distinct on (s.organisation_id) s.* from screening s where s.organisation_id = any(r.organisation_id || r.counterpart_ids)
    order by s.organisation_id, s.asked_at desc, s.id desc) x), '[]')`;
/** Suggestions that the requester has still to answer, now or when it is asked again, whichever of its requests they are for. */
const open = `(select count(*)::int from match om join match_party op on op.match_id = om.id
  where op.organisation_id = r.organisation_id and om.state = 'suggested' and op.stance in ('unseen', 'seen', 'not_now'))`;
/** Those who may hold the case beside whoever does: whom a lead broker hands it to, and anybody else themself. */
const brokers = (actor: View['actor'], at: Date, p: Bound): string => {
  const lead = actor.roles.includes('lead_broker');
  return `coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name, b.id) from member b
    where b.id is distinct from r.claimed_by and ${lead ? 'true' : `b.id = ${p.$(actor.id)}::uuid`}
      and ${mayHoldSql('b.id', `${p.$(at)}::timestamptz`)}), '[]')`;
};

export const caseFileJson = ({ actor, at }: Pick<View, 'actor' | 'at'>, p: Bound): string =>
  `case when ${impartialToRequest(actor, p)} then json_build_object('flags', ${flags}, 'notes', ${notes}, 'screenings', ${screenings}, 'brokers', ${brokers(actor, at, p)}, 'open', ${open}, 'enoughBy', (select em.name from member em where em.id = (r.enough ->> 'by')::uuid),
    'proposer', (select pm.name from member pm where pm.id = (r.proposal ->> 'by')::uuid)) end`;

export function presentCaseFile(file: CaseFileJson, request: RequestFacts, view: View): CaseFile {
  const { actor, locale, at, known } = view;
  const { proposal } = request;
  const mayFlag = mayRaiseFlag(actor, request);
  return {
    proposal: proposal && {
      move: proposal.move,
      by: file.proposer ?? '',
      you: proposal.by === actor.id,
      at: proposal.at,
      reason: proposal.reason,
      note: reading(proposal.note, locale),
    },
    secondLook: request.state === 'in_review' && needsSecondLook(request, at, known.context),
    flags: file.flags.map(({ note, at: raised, ...flag }) => ({
      ...flag,
      note: { ...readIn(note, locale) },
      at: new Date(raised).toISOString(),
      mayLower: mayFlag && (flag.level !== 'red' || actor.roles.includes('lead_broker')),
    })),
    mayFlag,
    screenings: file.screenings.map(({ organisationId, at: asked, ...heard }) => ({
      organisation: known.ref(organisationId, locale),
      ...heard,
      at: new Date(asked).toISOString(),
    })),
    notes: file.notes.map(({ id, authorId, by, text, at: written }) => ({
      id,
      by,
      you: authorId === actor.id,
      text: { ...readIn(text, locale) },
      at: new Date(written).toISOString(),
    })),
    wanted: wantedNow(request, file.open, known.context.terms),
    enough: request.enough && {
      note: { ...readIn(request.enough.note, locale) },
      by: file.enoughBy ?? '',
      at: request.enough.at,
    },
    handTo: file.brokers
      .filter(({ id }) => mayHandOver(actor, request, id))
      .map((broker) => ({ ...broker, you: broker.id === actor.id })),
  };
}
