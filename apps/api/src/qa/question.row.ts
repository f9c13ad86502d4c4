import type { QuestionFacts } from '@baraza/domain/qa';

const columns = {
  id: 'id',
  version: 'version',
  boardId: 'board_id',
  seq: 'seq',
  clientUuid: 'client_uuid',
  state: 'state',
  askerHandle: 'asker_handle',
  askerId: 'asker_id',
  alias: 'alias',
  text: 'text',
  original: 'original',
  answer: 'answer',
  voteCount: 'vote_count',
  submittedAt: 'submitted_at',
  publishedAt: 'published_at',
  onAirAt: 'on_air_at',
  answeredAt: 'answered_at',
  recordingOffsetMs: 'recording_offset_ms',
  dismissalReason: 'dismissal_reason',
  closingReason: 'closing_reason',
  resent: 'resent',
  mergedInto: 'merged_into',
  mergedFrom: 'merged_from',
  mergedAt: 'merged_at',
  ownerId: 'owner_id',
  dueAt: 'due_at',
} as const satisfies Record<Exclude<keyof QuestionFacts, 'claim'>, string>;

const json: ReadonlySet<string> = new Set(['text', 'original', 'answer']);
/** What a change of a question sets: column and value. */
export const valuesOf = (change: Partial<QuestionFacts>): [column: string, value: unknown][] =>
  Object.entries(change).flatMap(([field, value]): [string, unknown][] => {
    if (field === 'claim') {
      const claim = value as QuestionFacts['claim'];
      return [
        ['claim_by', claim?.by ?? null],
        ['claim_until', claim?.until ?? null],
      ];
    }
    const column = columns[field as keyof typeof columns];
    return [[column, json.has(column) && value !== null ? JSON.stringify(value) : value]];
  });

export const questionFacts = `${Object.entries(columns)
  .map(([field, column]) => `q.${column} as "${field}"`)
  .join(', ')}, q.claim_by as "claimBy", q.claim_until as "claimUntil"`;

export type FactsRow = Omit<QuestionFacts, 'claim'> & { claimBy: string | null; claimUntil: Date | null };
export const factsOf = <Row extends FactsRow>({ claimBy, claimUntil, ...row }: Row) => ({
  ...row,
  claim: claimBy && claimUntil ? { by: claimBy, until: claimUntil } : null,
});
