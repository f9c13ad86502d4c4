import type { LocalizedText } from '@baraza/domain/translation';
import type { EntityManager } from 'typeorm';
import { type FileJson, filesOnEach } from '../../files/index.ts';
import { type StepJson, stepsOf } from '../case/present.ts';

export interface AroundOutcome {
  readonly step: StepJson | null;
  readonly dispute: LocalizedText | null;
  readonly files: readonly FileJson[];
}

/** What stands around outcomes: who owes what on each, what was last said against it, and what proves it. */
export async function aroundOutcomes(
  manager: EntityManager,
  ids: readonly string[],
): Promise<(id: string) => AroundOutcome> {
  const subjects = ids.map((id) => `outcome:${id}`);
  const steps = await stepsOf(manager, subjects);
  const rows: { subject: string; note: LocalizedText | null }[] = await manager.query(
    `select distinct on (subject) subject, note from brokering_move
     where subject = any($1::text[]) and move = 'dispute' order by subject, id desc`,
    [subjects],
  );
  const files = await filesOnEach(manager, 'outcome', ids);
  const disputes = new Map(rows.map(({ subject, note }) => [subject, note]));
  return (id) => ({
    step: steps.get(`outcome:${id}`) ?? null,
    dispute: disputes.get(`outcome:${id}`) ?? null,
    files: files(id),
  });
}
