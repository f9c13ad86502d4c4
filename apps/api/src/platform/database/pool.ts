import { Pool } from 'pg';

/** Injection token of the plain `pg` pool that the queue and the auth library share. */
export const POOL = Symbol('pool');

/** node-postgres ends the process on an idle client's error unless somebody listens. */
export function makePool(connectionString: string, max: number, onError: (error: Error) => void): Pool {
  const pool = new Pool({ connectionString, max });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
