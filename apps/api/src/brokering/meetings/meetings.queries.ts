import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { MeetingRow } from './meeting.row.ts';

const lately = 10;
const most = 100;

/** The last of them, and every one that is still open, however long ago it was proposed; newest first. */
export async function meetingsOn(manager: EntityManager, where: FindOptionsWhere<MeetingRow>): Promise<MeetingRow[]> {
  const openFirst = await manager.find(MeetingRow, {
    where,
    order: { endedAt: { direction: 'DESC', nulls: 'FIRST' }, createdAt: 'DESC', id: 'DESC' },
    take: most,
  });
  return openFirst
    .filter(({ endedAt }, place) => endedAt === null || place < lately)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

@Injectable()
export class MeetingsQueries {
  private readonly dataSource: DataSource;
  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  find(id: string): Promise<MeetingRow | null> {
    return this.dataSource.manager.findOneBy(MeetingRow, { id });
  }

  /** The page on which the meeting stands. */
  async pathOf({ partnershipId, matchId }: MeetingRow): Promise<string> {
    const [page]: { path: string }[] = await this.dataSource.query(
      partnershipId
        ? `select '/partnerships/' || ref as path from partnership where id = $1`
        : `select '/matches/' || id as path from match where id = $1`,
      [partnershipId ?? matchId],
    );
    return page?.path ?? '/';
  }
}
