import type { CaseFile } from '@baraza/contracts/brokering';
import {
  mayHandOver,
  mayRaiseFlag,
  needsSecondLook,
  type RequestFacts,
  type SafeguardCategory,
  type SafeguardLevel,
} from '@baraza/domain/brokering';
import type { Actor } from '@baraza/domain/kernel';
import { type LocalizedText, readIn } from '@baraza/domain/translation';
import type { Bound } from '../../platform/database/bind.ts';
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
/** What the desk alone knows of a request, as Postgres shapes it; null to everybody else, who is never sent a word of it. */
export interface CaseFileJson {
  readonly flags: readonly Flag[];
  readonly notes: readonly Note[];
  readonly brokers: readonly { readonly id: string; readonly name: string }[];
  readonly proposer: string | null;
}

const flags = `coalesce((select json_agg(json_build_object('id', f.id, 'version', f.version, 'level', f.level, 'category', f.category,
  'note', f.note, 'by', fm.name, 'at', f.at) order by f.at desc) from safeguard_flag f join member fm on fm.id = f.changed_by
  where f.request_id = r.id), '[]')`;
const notes = `coalesce((select json_agg(json_build_object('id', n.id, 'authorId', n.author_id, 'by', nm.name, 'text', n.text, 'at', n.at)
  order by n.at desc) from case_note n join member nm on nm.id = n.author_id where n.request_id = r.id), '[]')`;
/** Brokers none of whose organisations is a party: those who could hold the case. */
const brokers = `coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name) from member b
  where b.state = 'active' and b.id is distinct from r.claimed_by
    and exists (select 1 from member_role br where br.member_id = b.id and br.role in ('broker', 'lead_broker'))
    and not exists (select 1 from affiliation ba where ba.member_id = b.id and ba.state = 'active'
      and (ba.organisation_id = r.organisation_id or ba.organisation_id = any(r.counterpart_ids)))), '[]')`;

export const caseFileJson = (actor: Actor, p: Bound): string =>
  `case when ${impartialToRequest(actor, p)} then json_build_object('flags', ${flags}, 'notes', ${notes}, 'brokers', ${
    actor.roles.includes('lead_broker') ? brokers : `'[]'::json`
  }, 'proposer', (select pm.name from member pm where pm.id = (r.proposal ->> 'by')::uuid)) end`;

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
    notes: file.notes.map(({ id, authorId, by, text, at: written }) => ({
      id,
      by,
      you: authorId === actor.id,
      text: { ...readIn(text, locale) },
      at: new Date(written).toISOString(),
    })),
    handTo: mayHandOver(actor, request) ? [...file.brokers] : [],
  };
}
