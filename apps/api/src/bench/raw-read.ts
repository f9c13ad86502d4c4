// The bare baseline of a thread read: node:http and one query, whose text PostgreSQL has already made.
import { createServer } from 'node:http';
import { visitor } from '@baraza/domain/kernel';
import { Pool } from 'pg';
import { threadStatement } from '../forums/thread.queries.ts';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const server = createServer((request, response) => {
  const no = Number(request.url?.match(/(\d+)$/)?.[1]);
  const { text, values } = threadStatement({ no, from: 1, limit: 20 }, visitor, 'en');
  pool.query({ name: 'raw', text: `select page::text as page from (${text}) one`, values }).then(
    ({ rows }) => response.setHeader('content-type', 'application/json; charset=utf-8').end(rows[0]?.page),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready at'));
