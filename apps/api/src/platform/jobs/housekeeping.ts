import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from './jobs.ts';

/** What may be forgotten: answers kept for replays after three days, sessions and tokens past their time. */
@Injectable()
export class Housekeeping {
  constructor(dataSource: DataSource, jobs: Jobs) {
    jobs.every('17 3 * * *', 'housekeeping', async () => {
      await dataSource.query(`delete from idempotency where at < now() - interval '3 days'`);
      await dataSource.query('delete from spent_link where until < now()');
      await dataSource.query(`delete from member_session where expires_at < now()`);
      await dataSource.query(`delete from member_verification where expires_at < now() - interval '1 day'`);
    });
  }
}
