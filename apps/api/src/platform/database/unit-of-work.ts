import type { Deadline, Happening } from '@baraza/domain/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker, Wish } from '../asker.ts';
import { Committed } from '../events/committed.ts';
import { ProblemError } from '../http/problem-error.ts';

/** Thrown out of a unit of work whose wish was granted before; carries the first answer. */
export class Replay extends Error {
  override name = 'Replay';
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('replay');
    this.answer = answer;
  }
}

export interface Work {
  readonly tx: EntityManager;
  readonly at: Date;
  /** Stores the happening in this transaction and has it carried to its listeners after commit, or never. Returns its number in the stream. */
  tell(happening: Happening): Promise<number>;
  /** As `tell`, for the last thing that happens: stored together with the kept answer, one round trip less for a hot path. */
  tellLast(happening: Happening): void;
  /** Replaces the armed deadline of this subject and kind. */
  arm(deadline: Deadline): Promise<void>;
  /** These are the armed deadlines of a subject from now on, and no others. */
  rearm(subject: string, deadlines: readonly Deadline[]): Promise<void>;
  /** Cancels the armed deadlines of a subject: all of them, or one kind. */
  disarm(subject: string, kind?: string): Promise<void>;
  /** Queues a job in this transaction. */
  enqueue(task: string, payload: object, options?: { runAt?: Date; key?: string }): Promise<void>;
}

/**
 * One transaction around one wish. With an idempotency key the first answer is kept in the same transaction, so that a
 * replay, racing or late, gets that answer and does nothing (product.md, kernel: "replays ⇒ same answer").
 */
@Injectable()
export class UnitOfWork {
  private readonly dataSource: DataSource;
  private readonly committed: Committed;
  constructor(dataSource: DataSource, committed: Committed) {
    this.dataSource = dataSource;
    this.committed = committed;
  }

  /** Gives the first answer of a wish granted before, so that nothing costly is begun for it again. A twin under way is `run`'s to wait for. */
  async recall(asker: Asker): Promise<void> {
    if (asker.wish) await replay(this.dataSource.manager, asker, asker.wish);
  }

  async run<T>(asker: Asker, work: (work: Work) => Promise<T>): Promise<T> {
    let told = false;
    let last: Happening | undefined;
    const result = await this.dataSource.transaction(async (tx) => {
      const { wish } = asker;
      if (wish) await claim(tx, asker);
      const answer = await work({
        tx,
        at: asker.at,
        tell: (happening) => {
          told = true;
          return store(tx, happening, asker);
        },
        tellLast: (happening) => {
          told = true;
          last = happening;
        },
        arm: (deadline) => rearm(tx, deadline.subject, deadline.kind, [deadline], asker.at),
        rearm: (subject, deadlines) => rearm(tx, subject, null, deadlines, asker.at),
        disarm: (subject, kind) => rearm(tx, subject, kind ?? null, [], asker.at),
        enqueue: async (task, payload, { runAt, key } = {}) => {
          await tx.query('select graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4)', [
            task,
            JSON.stringify(payload),
            runAt ?? null,
            key ?? null,
          ]);
        },
      });
      const kept = wish && [ownerOf(asker), wish.key, JSON.stringify(answer ?? null)];
      if (last) await store(tx, last, asker, kept);
      else if (kept) await tx.query(keep(1), kept);
      return answer;
    });
    if (told) this.committed.bump();
    return result;
  }
}

/** Keys of one asker never meet those of another, so that a guessed key reveals nobody's answer: a device names itself, and could name itself like a member. */
const ownerOf = ({ actor, device, address }: Asker): string =>
  actor.id ?? (device === null ? `address:${address}` : `device:${device}`);

/** Waits for a racing twin, then lets exactly one through. */
async function claim(tx: EntityManager, asker: Asker): Promise<void> {
  const { wish } = asker;
  if (!wish) return;
  const won: unknown[] = await tx.query(
    'insert into idempotency (asker, key, route, hash, at) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1',
    [ownerOf(asker), wish.key, wish.route, wish.hash, asker.at],
  );
  if (won.length > 0) return;
  await replay(tx, asker, wish);
  throw new ProblemError('idempotency-mismatch');
}

/** Throws the kept answer of a wish, and refuses other words under the same key; of a wish never granted it knows nothing. */
async function replay(db: EntityManager, asker: Asker, wish: Wish): Promise<void> {
  const [first]: { route: string; hash: string; answer: unknown }[] = await db.query(
    'select route, hash, answer from idempotency where asker = $1 and key = $2',
    [ownerOf(asker), wish.key],
  );
  if (!first) return;
  if (first.route !== wish.route || first.hash !== wish.hash) throw new ProblemError('idempotency-mismatch');
  throw new Replay(first.answer);
}

/** Of an unnamed happening nothing is kept that leads to who did it, not even the request it came by. */
const traceOf = ({ actor, requestId }: Asker, unnamed: boolean | undefined) =>
  unnamed ? ['visitor', null, null, null] : [actor.kind, actor.id, actor.actingFor, requestId];

/** Keeps the answer of a wish; `first` is the place of its first parameter. */
const keep = (first: number): string =>
  `update idempotency set answer = $${first + 2} where asker = $${first} and key = $${first + 1}`;

async function store(
  tx: EntityManager,
  { name, stream, data, unnamed }: Happening,
  asker: Asker,
  kept: readonly string[] | null = null,
): Promise<number> {
  const [row]: { stream_seq: number }[] = await tx.query(
    `with ${kept ? `kept as (${keep(9)}), ` : ''}number as (
       insert into stream (name, seq) values ($1, 1) on conflict (name) do update set seq = stream.seq + 1 returning seq
     ), event as (
       insert into domain_event (stream, stream_seq, name, data, actor_kind, actor_id, on_behalf_of, request_id, at)
       select $1, number.seq, $2, $3::jsonb, $4, $5, $6, $7, $8 from number returning seq, stream_seq
     )
     select stream_seq, (graphile_worker.add_job('relay', json_build_object('seq', seq::text))).id from event`,
    [stream, name, JSON.stringify(data), ...traceOf(asker, unnamed), asker.at, ...(kept ?? [])],
  );
  return Number(row?.stream_seq);
}

/** The armed deadlines of a subject, or only those of one kind, give way to these; in one round trip, for it is done for all that hangs on a case. */
async function rearm(
  tx: EntityManager,
  subject: string,
  kind: string | null,
  deadlines: readonly Deadline[],
  at: Date,
): Promise<void> {
  await tx.query(
    `with gone as (
       update timer set state = 'cancelled' where subject = $1 and state = 'armed' and ($2::text is null or kind = $2) returning id
     ), armed as (
       insert into timer (subject, kind, due_at, responsible_kind, responsible_id, armed_at)
       select $1, d.kind, d."dueAt", d.responsible ->> 'kind', d.responsible ->> 'id', $4
       from jsonb_to_recordset($3) as d (kind text, "dueAt" timestamptz, responsible jsonb) where (select count(*) from gone) >= 0
       returning id, due_at
     )
     select (graphile_worker.remove_job('timer:' || id)).id from gone
     union all select (graphile_worker.add_job('timer', json_build_object('id', id::text), run_at := due_at, job_key := 'timer:' || id)).id from armed`,
    [subject, kind, JSON.stringify(deadlines), at],
  );
}
