import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { type House, openHouse } from '../../test/harness.ts';
import { linkIn, openPostOffice, type PostOffice } from '../../test/post-office.ts';

interface Told {
  readonly status: number;
  readonly body: {
    readonly code?: string;
    readonly detail?: string;
    readonly mail?: string;
    readonly reader?: { readonly id: string; readonly name: string };
  };
  readonly cookies: readonly string[];
}

const password = 'a sentence nobody else knows';
const once = (socket: Socket, event: string): Promise<unknown> => new Promise((resolve) => socket.once(event, resolve));

describe('an account', () => {
  let house: House;
  let post: PostOffice;
  beforeAll(async () => {
    post = await openPostOffice();
    house = await openHouse({ settings: { smtpUrl: post.url }, listen: true });
  });
  afterAll(async () => {
    await post.close();
    await house.close();
  });

  const send = async (path: string, payload: object, headers: Readonly<Record<string, string>> = {}): Promise<Told> => {
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/v1/members/${path}`,
      payload,
      headers: { 'idempotency-key': randomUUID(), ...headers },
    });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    return { status: answer.statusCode, body: answer.body ? answer.json() : {}, cookies };
  };
  const cookieOf = ({ cookies }: Told): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ');
  const whoIs = async (cookie: string): Promise<string | null> => {
    const answer = await house.app.inject({ url: '/api/v1/members/session', headers: { cookie } });
    return answer.json<{ reader: { id: string } | null }>().reader?.id ?? null;
  };
  const minutes = (n: number) => house.clock.set(new Date(house.clock.now().getTime() + n * 60_000));
  const signUp = (email: string, more: object = {}) =>
    send('sign-up', { displayName: 'Aïcha', email, password, locale: 'fr', ...more });
  const tokenFor = async (email: string): Promise<string> => {
    await house.deliver();
    return linkIn(post.to(email).at(-1)).searchParams.get('token') ?? '';
  };
  const join = async (email: string, more: object = {}): Promise<Told> => {
    await signUp(email, more);
    return send('confirm', { token: await tokenFor(email) });
  };

  it('is asked for in French, confirmed by the link of a French mail, and opens signed in', async () => {
    const asked = await signUp('aicha@ville.example');
    expect(asked).toMatchObject({ status: 200, body: { mail: 'sent' }, cookies: [] });
    expect(
      (await send('sign-in', { email: 'aicha@ville.example', password }, { 'accept-language': 'fr' })).body,
    ).toMatchObject({
      code: 'unmet-condition',
      detail: expect.stringContaining('Confirmez'),
    });
    await house.deliver();
    const [mail, ...others] = post.to('aicha@ville.example');
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Confirmez votre adresse pour Baraza');
    expect(mail?.html).toContain('<html lang="fr" dir="ltr">');
    expect(mail?.html).not.toContain('Aïcha');
    const link = linkIn(mail);
    expect(link.origin + link.pathname).toBe('http://localhost:3000/confirm');
    const opened = await send('confirm', { token: link.searchParams.get('token') });
    expect(opened).toMatchObject({ status: 200, body: { reader: { name: 'Aïcha' } } });
    expect(opened.cookies[0]).toMatch(/^baraza\.session_token=.*HttpOnly; SameSite=Lax$/i);
    expect(await whoIs(cookieOf(opened))).toBe(opened.body.reader?.id);
  });

  it('is not opened twice by one link, nor by a link that was written anew', async () => {
    await signUp('once@ville.example');
    const token = await tokenFor('once@ville.example');
    expect((await send('confirm', { token })).status).toBe(200);
    const again = await send('confirm', { token });
    expect(again).toMatchObject({ status: 409, body: { code: 'already-done' }, cookies: [] });
    const [head, , signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ email: 'aicha@ville.example', exp: 4_000_000_000 })).toString(
      'base64url',
    );
    for (const broken of [`${head}.${forged}.${signature}`, 'x', token.slice(0, -2), 'a.b.c'])
      expect(await send('confirm', { token: broken })).toMatchObject({ status: 409, cookies: [] });
  });

  it('answers the same for a known, an unconfirmed and an unknown address, and tells only the owner by mail', async () => {
    await join('known@ville.example');
    await signUp('waiting@ville.example');
    await house.deliver();
    minutes(1);
    const answers = await Promise.all(
      ['known@ville.example', 'KNOWN@Ville.example', 'waiting@ville.example', 'nobody@ville.example'].map((email) =>
        signUp(email, { displayName: 'Eve', password: 'the password of somebody else' }),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    await house.deliver();
    expect(post.to('known@ville.example').map(({ subject }) => subject)).toEqual([
      'Confirmez votre adresse pour Baraza',
      'Vous avez déjà un compte Baraza',
    ]);
    expect(post.to('waiting@ville.example').map(({ subject }) => subject)).toEqual([
      'Confirmez votre adresse pour Baraza',
      'Confirmez votre adresse pour Baraza',
    ]);
    expect(
      (await send('sign-in', { email: 'known@ville.example', password: 'the password of somebody else' })).status,
    ).toBe(409);
    expect((await send('sign-in', { email: 'known@ville.example', password })).status).toBe(200);
    expect(await house.db('select name from member where email = $1', ['known@ville.example'])).toEqual([
      { name: 'Aïcha' },
    ]);
    for (const door of ['forgot', 'resend']) {
      const [known, unknown] = await Promise.all([
        send(door, { email: 'known@ville.example' }),
        send(door, { email: 'no-one@ville.example' }),
      ]);
      expect([known?.status, known?.body]).toEqual([unknown?.status, unknown?.body]);
    }
    await house.deliver();
    expect(post.to('no-one@ville.example')).toEqual([]);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    await join('here@ville.example');
    const wrong = await send('sign-in', { email: 'here@ville.example', password: 'not the password' });
    const unknown = await send('sign-in', { email: 'not-here@ville.example', password: 'not the password' });
    expect(wrong.body.detail).toBe(unknown.body.detail);
    expect([wrong.status, wrong.cookies]).toEqual([unknown.status, unknown.cookies]);
  });

  it('asked for twice at once is one account and one mail', async () => {
    const twins = await Promise.all([signUp('twice@ville.example'), signUp('twice@ville.example')]);
    expect(twins.map(({ status }) => status)).toEqual([200, 200]);
    await house.deliver();
    expect(post.to('twice@ville.example')).toHaveLength(1);
    expect((await send('confirm', { token: await tokenFor('twice@ville.example') })).status).toBe(200);
  });

  it('gets a new password by mail, once, and loses every session by it at once', async () => {
    const email = 'forgets@ville.example';
    const session = cookieOf(await join(email));
    expect(await whoIs(session)).not.toBeNull();
    await send('forgot', { email });
    const token = await tokenFor(email);
    expect(linkIn(post.to(email).at(-1)).pathname).toBe('/reset');
    expect((await send('reset', { token, password: 'short' })).status).toBe(422);
    expect((await send('reset', { token, password: 'a quite new sentence' })).status).toBe(200);
    expect(await whoIs(session)).toBeNull();
    expect((await send('sign-in', { email, password })).status).toBe(409);
    expect((await send('sign-in', { email, password: 'a quite new sentence' })).status).toBe(200);
    expect(await send('reset', { token, password: 'and a third sentence' })).toMatchObject({
      status: 409,
      body: { code: 'unmet-condition' },
    });
    await house.deliver();
    expect(post.to(email).at(-1)?.subject).toBe('Votre mot de passe a été changé');
    expect(await house.db(`select 1 from member_verification where identifier like '%' || $1 || '%'`, [token])).toEqual(
      [],
    );
  });

  it('that was never confirmed is confirmed by setting its password from its mailbox', async () => {
    const email = 'forgets-first@ville.example';
    await signUp(email);
    await send('forgot', { email });
    await send('reset', { token: await tokenFor(email), password: 'known to the mailbox' });
    expect((await send('sign-in', { email, password: 'known to the mailbox' })).status).toBe(200);
  });

  it('changes its password with the old one, and stays signed in here alone', async () => {
    const email = 'changes@ville.example';
    const elsewhere = cookieOf(await join(email));
    const here = cookieOf(await send('sign-in', { email, password }));
    const wrong = await send('password', { current: 'not it at all', password: 'the next sentence' }, { cookie: here });
    expect(wrong.status).toBe(409);
    const changed = await send('password', { current: password, password: 'the next sentence' }, { cookie: here });
    expect(changed.status).toBe(200);
    expect([await whoIs(here), await whoIs(elsewhere)]).toEqual([null, null]);
    expect(await whoIs(cookieOf(changed))).not.toBeNull();
    expect((await send('sign-in', { email, password: 'the next sentence' })).status).toBe(200);
  });

  it('sees where it is signed in and ends a session there and then', async () => {
    const email = 'devices@ville.example';
    await join(email);
    const on = (device: string) => send('sign-in', { email, password }, { 'user-agent': device }).then(cookieOf);
    const phone = await on('Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/74.0 Mobile Safari/537.36');
    const office = await on('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:126.0) Gecko/20100101 Firefox/126.0');
    const list = async () => {
      const answer = await house.app.inject({ url: '/api/v1/members/sessions', headers: { cookie: office } });
      return answer.json<{ items: { id: string; browser: string; system: string; current: boolean }[] }>().items;
    };
    const sessions = await list();
    expect(sessions.find(({ current }) => current)).toMatchObject({ browser: 'Firefox', system: 'Windows' });
    const there = sessions.find(({ system }) => system === 'Android');
    expect(there).toMatchObject({ browser: 'Chrome', current: false });
    expect(await whoIs(phone)).not.toBeNull();
    expect((await send(`sessions/${there?.id}/revoke`, {}, { cookie: office })).status).toBe(204);
    expect(await whoIs(phone)).toBeNull();
    expect((await send(`sessions/${there?.id}/revoke`, {}, { cookie: office })).status).toBe(404);
    expect((await send('sessions/revoke-others', {}, { cookie: office })).status).toBe(204);
    expect(await list()).toMatchObject([{ current: true }]);
    const stranger = cookieOf(await join('stranger@ville.example'));
    const [mine] = await list();
    expect((await send(`sessions/${mine?.id}/revoke`, {}, { cookie: stranger })).status).toBe(404);
    expect((await send('sign-out', {}, { cookie: office })).status).toBe(200);
    expect(await whoIs(office)).toBeNull();
  });

  it('hangs up the socket of a session that has ended', async () => {
    const session = await join('listens@ville.example');
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: { cookie: cookieOf(session) },
    });
    try {
      await once(socket, 'connect');
      const gone = once(socket, 'disconnect');
      await send('sign-out', {}, { cookie: cookieOf(session) });
      expect(await gone).toBe('transport close');
    } finally {
      socket.disconnect();
    }
  });

  it('refuses names that disguise themselves or advertise, beside the field', async () => {
    for (const displayName of ['12345', 'see www.example.org', 'An\u200ba', 'x'.repeat(61)])
      expect(await signUp('names@ville.example', { displayName })).toMatchObject({
        status: 409,
        body: { issues: [{ path: 'displayName' }] },
      });
  });

  it('carries a hostile name harmlessly through mail, subject and all', async () => {
    const email = 'hostile@ville.example';
    await join(email, { displayName: '<img src=x onerror=alert(1)>"\'&' });
    await send('forgot', { email });
    await house.deliver();
    const mail = post.to(email).at(-1);
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(mail?.html).not.toMatch(/<img/i);
    expect(mail?.subject).toBe('Définir un nouveau mot de passe Baraza');
  });

  it('remembers where somebody said they work, and asks for it once the address is confirmed', async () => {
    const city = await house.organisation('porto-novo');
    await house.db(`update organisation set names = names || '{"fr": "Porto-Novo", "zh": "波多诺伏"}' where id = $1`, [
      city,
    ]);
    expect(await signUp('lost@ville.example', { organisation: 'Atlantis' })).toMatchObject({
      status: 409,
      body: { issues: [{ path: 'organisation' }] },
    });
    const opened = await join('works@ville.example', { organisation: ' PORTO-NOVO' });
    const own = await house.as(opened.body.reader?.id ?? '');
    expect((await own.members.me()).affiliations).toMatchObject([
      { state: 'pending', role: 'staff', organisation: { id: city }, moves: ['leave'] },
    ]);
  });

  it('keeps language and appearance with itself and brings them to another device', async () => {
    const email = 'chooses@ville.example';
    const cookie = cookieOf(await join(email));
    const remember = (payload: object) =>
      house.app.inject({ method: 'PUT', url: '/api/v1/members/preferences', payload, headers: { cookie } });
    expect((await remember({ locale: 'ar', theme: 'dark' })).statusCode).toBe(204);
    expect((await remember({ locale: 'xx' })).statusCode).toBe(422);
    const elsewhere = await send('sign-in', { email, password });
    expect(elsewhere.cookies.some((c) => c.startsWith('baraza.theme=dark;'))).toBe(true);
    const refused = await house.app.inject({
      url: '/api/v1/admin/overview',
      headers: { cookie: cookieOf(elsewhere), 'accept-language': 'en' },
    });
    expect(refused.json<{ title: string }>().title).toMatch(/\p{Script=Arabic}/u);
    const chosen = await send('sign-in', { email, password }, { cookie: 'baraza.theme=light' });
    expect(chosen.cookies.some((c) => c.startsWith('baraza.theme='))).toBe(false);
  });
});
