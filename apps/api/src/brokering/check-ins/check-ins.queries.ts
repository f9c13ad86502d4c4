import type { EntityManager } from 'typeorm';
import { type FileJson, filesOnEach } from '../../files/index.ts';
import { type StepJson, stepsOf } from '../case/present.ts';

export interface AroundCheckIn {
  readonly step: StepJson | null;
  readonly files: readonly FileJson[];
}

/** What stands around check-ins: who owes what on each, and what lies beside the answers. */
export async function aroundCheckIns(
  manager: EntityManager,
  ids: readonly string[],
): Promise<(id: string) => AroundCheckIn> {
  const steps = await stepsOf(
    manager,
    ids.map((id) => `check_in:${id}`),
  );
  const files = await filesOnEach(manager, 'check_in', ids);
  return (id) => ({ step: steps.get(`check_in:${id}`) ?? null, files: files(id) });
}
