import type { RequestInterest } from '@baraza/contracts/brokering';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface SearchRow {
  readonly id: string;
  readonly interest: RequestInterest;
  readonly at: Date;
}
const columns = `s.id, s.at, json_strip_nulls(json_build_object('kind', s.kinds, 'theme', s.themes, 'sdg', s.sdgs, 'modality', s.modalities,
  'region', s.regions, 'language', s.languages, 'cluster', nullif(s.cluster, ''), 'organisation', nullif(s.organisation, ''),
  'q', nullif(s.words, ''))) as interest`;

/** In whichever order they were ticked, it is the same search. */
const sorted = <T>(list: readonly T[]): T[] => [...new Set(list)].sort();
const filterOf = ({ kind, theme, sdg, modality, region, language, cluster, organisation, q }: RequestInterest) => [
  ...[kind, theme, sdg, modality, region, language].map((list) => sorted<unknown>(list)),
  ...[cluster, organisation, q].map((word) => word ?? ''),
];

@Injectable()
export class SearchesRepository {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** At most as many as one member may keep. */
  of(memberId: string | null, tx: EntityManager = this.dataSource.manager): Promise<SearchRow[]> {
    return tx.query(`select ${columns} from saved_search s where s.member_id = $1 order by s.at desc, s.id`, [
      memberId,
    ]);
  }

  /** The one that asks for the same. Until the transaction ends its member keeps no other. */
  async same(tx: EntityManager, memberId: string | null, interest: RequestInterest): Promise<SearchRow | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('searches:' || $1))`, [memberId]);
    const [row]: SearchRow[] = await tx.query(
      `select ${columns} from saved_search s where member_id = $1 and kinds = $2 and themes = $3 and sdgs = $4 and modalities = $5
         and regions = $6 and languages = $7 and cluster = $8 and organisation = $9 and words = $10`,
      [memberId, ...filterOf(interest)],
    );
    return row;
  }

  async insert(
    tx: EntityManager,
    search: {
      readonly id: string;
      readonly memberId: string | null;
      readonly interest: RequestInterest;
      readonly at: Date;
    },
  ): Promise<SearchRow> {
    const { id, memberId, interest, at } = search;
    const [row]: [SearchRow] = await tx.query(
      `insert into saved_search as s (id, member_id, kinds, themes, sdgs, modalities, regions, languages, cluster, organisation, words, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning ${columns}`,
      [id, memberId, ...filterOf(interest), at],
    );
    return row;
  }

  /** False when the member keeps no such search. */
  async remove(tx: EntityManager, id: string, memberId: string | null): Promise<boolean> {
    const [, gone]: [unknown, number] = await tx.query('delete from saved_search where id = $1 and member_id = $2', [
      id,
      memberId,
    ]);
    return gone > 0;
  }
}
