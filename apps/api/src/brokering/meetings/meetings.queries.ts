import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MeetingRow } from './meeting.row.ts';

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
