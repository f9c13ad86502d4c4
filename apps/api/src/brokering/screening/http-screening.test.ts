import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpScreening } from './http-screening.ts';
import { NoScreening } from './no-screening.ts';

const benin = { name: 'Benin', names: ['Benin', 'Bénin'], country: 'BJ', kind: 'institution' } as const;

describe('screening', () => {
  let server: Server;
  let host: string;
  let reply: (response: ServerResponse) => unknown;
  let asked: { request: IncomingMessage; body: unknown }[];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      asked.push({ request, body: await json(request) });
      reply(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    asked = [];
  });

  const screen = (address = `http://${host}/lists`, patience = 5000) =>
    new HttpScreening(address, patience).screen(benin);
  const says = (text: string) => {
    reply = (response) => response.end(text);
    return screen();
  };
  const unknown = (failure: string | null, note: string | null = null) => ({
    result: 'unknown',
    source: host,
    note,
    failure,
  });

  it('posts what the public page says, and hands on what is answered', async () => {
    const note = 'A namesake in another country';
    expect(await says(JSON.stringify({ result: 'possible', source: 'UN consolidated list', note }))).toEqual({
      result: 'possible',
      source: 'UN consolidated list',
      note,
    });
    expect(asked.map(({ request, body }) => [request.method, request.url, body])).toEqual([['POST', '/lists', benin]]);
    expect(asked[0]?.request.headers['content-type']).toBe('application/json');
  });

  it('names the host where the service names no list', async () => {
    expect(await says('{"result":"clear"}')).toEqual({ result: 'clear', source: host, note: null });
    expect(await says('{"result":"unknown"}')).toEqual(unknown(null));
  });

  it.each([
    'clear',
    '',
    '{"result":"guilty"}',
    '{"result":"clear","note":7}',
    `{"result":"clear","note":"${'x'.repeat(1001)}"}`,
    `{"result":"clear","more":"${'x'.repeat(70_000)}"}`,
  ])('takes nothing for clear that it does not understand', async (text) =>
    expect(await says(text)).toEqual(unknown('not_understood')),
  );

  it('does not follow a service that sends it elsewhere', async () => {
    reply = (response) => response.writeHead(307, { location: `http://${host}/elsewhere` }).end('{"result":"clear"}');
    expect(await screen()).toEqual(unknown('refused', '307'));
    expect(asked.map(({ request }) => request.url)).toEqual(['/lists']);
  });

  it('reads no result from an error', async () => {
    reply = (response) => response.writeHead(500).end('{"result":"clear"}');
    expect(await screen()).toEqual(unknown('refused', '500'));
  });

  it('does not wait for ever: neither for an answer, nor for its end', async () => {
    reply = () => undefined;
    expect(await screen(undefined, 100)).toEqual(unknown('too_slow'));
    reply = (response) => response.write('{"result":"clear"');
    expect(await screen(undefined, 100)).toEqual(unknown('too_slow'));
  });

  it('says so when nobody is there', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    expect(await screen(`http://127.0.0.1:${port}`)).toEqual({
      ...unknown('unreachable'),
      source: `127.0.0.1:${port}`,
    });
  });

  it('shows its name and password to the service and to nobody else', async () => {
    reply = (response) => response.end('{"result":"clear"}');
    const answer = await screen(`http://house:p%40ss@${host}/lists`);
    expect(asked[0]?.request.headers.authorization).toBe(`Basic ${Buffer.from('house:p@ss').toString('base64')}`);
    expect(JSON.stringify(answer)).not.toMatch(/p@ss|p%40ss/);
  });

  it('without a service knows nothing, and says why', async () =>
    expect(await new NoScreening().screen()).toEqual({
      result: 'unknown',
      source: null,
      note: null,
      failure: 'not_set_up',
    }));
});
