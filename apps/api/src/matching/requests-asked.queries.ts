import type { RequestState } from '@baraza/domain/brokering';
import type { LocalizedText } from '@baraza/domain/translation';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface AskedRequest {
  readonly id: string;
  readonly ref: string;
  readonly state: RequestState;
  readonly title: LocalizedText | null;
  readonly organisationId: string;
  readonly counterpartIds: readonly string[];
}
const columns = 'id, ref, state, title, organisation_id as "organisationId", counterpart_ids as "counterpartIds"';

/** Requests as the desk asks for partners of them; every broker may read those that can be answered. */
@Injectable()
export class RequestsAsked {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  async byRef(ref: string): Promise<AskedRequest | undefined> {
    const [row]: AskedRequest[] = await this.dataSource.query(`select ${columns} from request where ref = $1`, [ref]);
    return row;
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, AskedRequest>> {
    const rows: AskedRequest[] = await this.dataSource.query(
      `select ${columns} from request where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
