import { belongsTo } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Explanation, Reasons } from '../../matching/index.ts';
import type { Asker } from '../../platform/asker.ts';
import type { Spoken } from './match.presenter.ts';

/** Why those of a match were put together, in a reader's words and as far as the reader may see it. */
@Injectable()
export class MatchReasons {
  private readonly dataSource: DataSource;
  private readonly reasons: Reasons;
  constructor(dataSource: DataSource, reasons: Reasons) {
    this.dataSource = dataSource;
    this.reasons = reasons;
  }

  /** What the suggestion rests on, for this reader, who may not see the match at all. */
  async of(asker: Asker, id: string): Promise<Spoken> {
    const [row]: { explanation: Explanation | null; parties: string[] }[] = await this.dataSource.query(
      `select m.explanation, array(select p.organisation_id::text from match_party p where p.match_id = m.id) as parties
       from match m where m.id = $1`,
      [id],
    );
    return this.spoken(asker, row?.explanation ?? null, row?.parties ?? []);
  }

  async spoken(asker: Asker, explanation: Explanation | null, parties: readonly string[]): Promise<Spoken> {
    if (!explanation) return { reasons: [], ties: [] };
    const { clauses, ties = [] } = explanation;
    const audience = parties.some((id) => belongsTo(asker.actor, id)) ? 'side' : 'desk';
    const lists = [clauses, ...ties.map((tie) => tie.clauses)];
    const [reasons = [], ...gives] = await this.reasons.of(lists, asker, audience);
    const spoken: Spoken['ties'][number][] = [];
    for (const [i, { giverId, receiverId, support }] of ties.entries()) {
      const because = [...(gives[i] ?? []), ...(await this.reasons.spoken(support, asker))];
      spoken.push({ giverId, receiverId, because });
    }
    return { reasons, ties: spoken };
  }
}
