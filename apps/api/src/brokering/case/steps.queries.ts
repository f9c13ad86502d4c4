import type { Work } from '../../platform/database/unit-of-work.ts';

type Db = Pick<Work, 'tx'>;

/** Everything on which the next step, or the one missed before it, is counted in a calendar. */
export async function stepsCountedIn({ tx }: Db, calendar: string): Promise<string[]> {
  const rows: { subject: string }[] =
    calendar === 'desk'
      ? await tx.query(
          `select subject from brokering_step where responsible_kind <> 'organisation' or missed_kind <> 'organisation' order by subject`,
        )
      : await tx.query(
          `with own as (select id::text from organisation where country = $1 or id::text = $1)
           select subject from brokering_step where responsible_kind = 'organisation' and responsible_id in (select id from own)
           union
           select subject from brokering_step where missed_kind = 'organisation' and missed_id in (select id from own)
           union
           select 'match:' || m.id from match m join match_party p on p.match_id = m.id
             where m.state = 'suggested' and p.organisation_id::text in (select id from own)
           order by subject`,
          [calendar],
        );
  return rows.map(({ subject }) => subject);
}

export interface StoredStep {
  readonly dueAt: Date;
  readonly missedAt: Date | null;
  /** Its time is up, and its timer about to say so. */
  readonly striking: boolean;
}
export async function storedStep(
  { tx, at }: Pick<Work, 'tx' | 'at'>,
  subject: string,
): Promise<StoredStep | undefined> {
  const [row]: StoredStep[] = await tx.query(
    `select s.due_at as "dueAt", s.missed_at as "missedAt",
       exists (select 1 from timer t where t.subject = s.subject and t.state = 'armed' and t.due_at <= $2) as striking
     from brokering_step s where s.subject = $1`,
    [subject, at],
  );
  return row;
}
