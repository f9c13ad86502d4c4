import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestView } from '@baraza/contracts/brokering';
import { fileTerms } from '@baraza/domain/files';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { aRequest, type Cast, cast, content, on, refusal } from '../../test/brokering.ts';
import { type ApiClient, type House, openHouse } from '../../test/harness.ts';
import { download, pdf, upload } from '../../test/uploads.ts';
import { docx, macros } from '../../test/zip.ts';
import { SETTINGS, type Settings } from '../platform/config/settings.ts';
import { UnitOfWork } from '../platform/database/unit-of-work.ts';
import { Blobs } from './blobs.repository.ts';

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#40a060', noise: { type: 'gaussian', mean: 120, sigma: 30 } },
  });

describe('a file', () => {
  let house: House;
  let people: Cast;
  let draft: RequestView;
  const dirOf = (name: string) => join(house.app.get<Settings>(SETTINGS).dataDir, name);

  beforeAll(async () => {
    house = await openHouse();
    people = await cast(house);
  });
  beforeEach(async () => {
    draft = await people.delegate.brokering.draftRequest({ body: { ...content, visibility: 'public' } });
  });
  afterAll(() => house.close());

  const attach = (file: File, more: object = {}, who: ApiClient = people.delegate, init: object = {}) =>
    who.files.attach({ body: { kind: 'request', subject: draft.id, file, ...more } }, init);
  const read = (who: ApiClient = people.delegate) => who.brokering.request({ params: { ref: draft.ref } });
  const names = async (who?: ApiClient) => (await read(who)).files.files.map(({ name }) => name);
  const publish = async () => {
    const sent = await people.focal.brokering.submitRequest(on(await read()));
    const taken = await people.broker.brokering.claimRequest(on(sent));
    draft = await people.broker.brokering.publishRequest(on(taken));
  };

  describe('that is attached to a draft', () => {
    it('is there for its writers, with its name, type and size, and comes back byte for byte', async () => {
      const bytes = pdf();
      const file = await attach(upload(bytes, 'Plan de livraison.pdf'));
      expect(file).toMatchObject({
        name: 'Plan de livraison.pdf',
        type: 'pdf',
        bytes: bytes.length,
        purpose: 'document',
      });
      expect(await names()).toEqual(['Plan de livraison.pdf']);
      const answer = await download(house, file.href, 'bola');
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.equals(bytes)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="Plan de livraison.pdf"',
        'content-length': String(bytes.length),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'content-security-policy': expect.stringContaining('sandbox'),
      });
    });

    it('is not there for anybody else, the desk and other organisations included', async () => {
      const { href, id } = await attach(upload(pdf(), 'plan.pdf'));
      for (const who of [undefined, 'mo', 'kamau', 'uma', 'dai'])
        expect([who, (await download(house, href, who)).statusCode]).toEqual([who, 404]);
      expect((await refusal(people.rival.files.read({ params: { id } }))).code).toBe('not-found');
      expect((await refusal(people.rival.files.remove({ params: { id }, query: { version: 1 } }))).code).toBe(
        'not-found',
      );
      expect((await refusal(attach(upload(pdf(), 'x.pdf'), {}, people.rival))).code).toBe('not-found');
    });

    it('keeps its name in any script, and nothing that leads elsewhere', async () => {
      for (const [given, kept] of [
        ['تقرير الطلبات.pdf', 'تقرير الطلبات.pdf'],
        ['../../../etc/cron.d/x.pdf', 'x.pdf'],
        ['..\\..\\web.config', 'web.pdf'],
        ['\u202efdp.exe', 'fdp.pdf'],
        ['"; filename=evil.html', '%22; filename=evil.pdf'],
      ] as const)
        expect((await attach(upload(pdf(given), given))).name).toBe(kept);
      const [arabic] = (await read()).files.files;
      const { headers } = await download(house, arabic?.href ?? '', 'bola');
      expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('تقرير الطلبات.pdf')}`);
      expect((await readdir(dirOf('files'))).every((name) => /^[0-9a-f]{2}$/.test(name))).toBe(true);
    });

    it('goes with the draft that is thrown away', async () => {
      const { href } = await attach(upload(pdf(), 'plan.pdf'));
      await people.delegate.brokering.withdrawRequest(on(await read(), { reason: 'met_elsewhere' }));
      expect((await download(house, href, 'bola')).statusCode).toBe(404);
      expect(await house.db('select 1 from file where subject_id = $1', [draft.id])).toEqual([]);
    });

    it('is attached once, however often the same wish comes', async () => {
      const init = { idempotencyKey: 'the same wish' };
      const first = await attach(upload(pdf(), 'plan.pdf'), {}, people.delegate, init);
      const again = await attach(upload(pdf(), 'plan.pdf'), {}, people.delegate, init);
      expect(again).toEqual(first);
      expect(await names()).toHaveLength(1);
      const other = await refusal(attach(upload(pdf('other words'), 'plan.pdf'), {}, people.delegate, init));
      expect(other.code).toBe('idempotency-mismatch');
      const body = { ...content, version: (await read()).version, submit: true };
      await people.focal.brokering.reviseRequest({ params: { ref: draft.ref }, body });
      expect(await attach(upload(pdf(), 'plan.pdf'), {}, people.delegate, init)).toEqual(first);
    });

    it('is removed by those whose it is, at the version they saw', async () => {
      const { id, href } = await attach(upload(pdf(), 'plan.pdf'));
      const stale = await refusal(people.delegate.files.remove({ params: { id }, query: { version: 7 } }));
      expect(stale.code).toBe('stale-version');
      await people.focal.files.remove({ params: { id }, query: { version: 1 } });
      expect(await names()).toEqual([]);
      expect((await download(house, href, 'bola')).statusCode).toBe(404);
    });
  });

  describe('on a published request', () => {
    it('is read by everybody, and by nobody from the moment the request is hidden', async () => {
      const { href } = await attach(upload(pdf(), 'plan.pdf'));
      await publish();
      expect((await download(house, href)).statusCode).toBe(200);
      expect(await names(house.visitor())).toEqual(['plan.pdf']);
      const { headers } = await download(house, href);
      await people.focal.brokering.withdrawRequest(on(await read(people.focal), { reason: 'met_elsewhere' }));
      const after = await download(house, href, undefined, { 'if-none-match': String(headers['etag']) });
      expect(after.statusCode).toBe(404);
    });

    it('is evidence for its own people and the desk, unless its owner shows it', async () => {
      await attach(upload(pdf(), 'plan.pdf'));
      const evidence = await attach(upload(pdf('decision'), 'decision.pdf'), { purpose: 'evidence' });
      expect((await refusal(attach(upload(pdf('2'), '2.pdf'), { purpose: 'evidence' }))).issues?.[0]?.path).toBe(
        'purpose',
      );
      await publish();
      expect(await names(house.visitor())).toEqual(['plan.pdf']);
      expect(await names(people.broker)).toEqual(['plan.pdf', 'decision.pdf']);
      for (const [who, status] of [
        [undefined, 404],
        ['dai', 404],
        ['uma', 200],
        ['afi', 200],
      ] as const)
        expect([who, (await download(house, evidence.href, who)).statusCode]).toEqual([who, status]);
      const body = { version: 1, purpose: 'evidence' as const, open: true };
      expect((await refusal(people.broker.files.change({ params: { id: evidence.id }, body }))).code).toBe(
        'not-permitted',
      );
      await people.delegate.files.change({ params: { id: evidence.id }, body });
      expect((await download(house, evidence.href)).statusCode).toBe(200);
    });

    it('comes in parts where a line broke, and not at all where nothing changed', async () => {
      const bytes = pdf('x'.repeat(5000));
      const { href } = await attach(upload(bytes, 'long.pdf'));
      const part = await download(house, href, 'bola', { range: 'bytes=4000-' });
      expect([part.statusCode, part.headers['content-range']]).toEqual([
        206,
        `bytes 4000-${bytes.length - 1}/${bytes.length}`,
      ]);
      expect(part.rawPayload.equals(bytes.subarray(4000))).toBe(true);
      const etag = String(part.headers['etag']);
      expect((await download(house, href, 'bola', { 'if-none-match': etag })).statusCode).toBe(304);
      expect((await download(house, href, 'bola', { range: 'bytes=4000-', 'if-range': '"other"' })).statusCode).toBe(
        200,
      );
      expect((await download(house, href, 'bola', { range: 'bytes=999999-' })).statusCode).toBe(416);
      expect((await download(house, href, 'bola', { range: 'bytes=99-1,x' })).statusCode).toBeLessThan(500);
    });
  });

  describe('that is a picture', () => {
    it('is kept upright, small, and without where it was taken', async () => {
      const photo = await noise(3000, 2000)
        .jpeg()
        .withExif({
          IFD0: { Make: 'Pocket', Orientation: '6' },
          IFD3: {
            GPSLatitudeRef: 'N',
            GPSLatitude: '6/1 29/1 0/1',
            GPSLongitudeRef: 'E',
            GPSLongitude: '2/1 37/1 0/1',
          },
        })
        .withMetadata({ orientation: 6 })
        .toBuffer();
      expect((await sharp(photo).metadata()).exif?.includes('Pocket')).toBe(true);
      const file = await attach(upload(photo, 'market.jpeg'));
      expect(file).toMatchObject({ name: 'market.webp', type: 'webp', thumb: { width: 213, height: 320 } });
      const { headers, rawPayload } = await download(house, file.href, 'bola');
      expect(headers).toMatchObject({
        'content-type': 'image/webp',
        'content-disposition': 'inline; filename=market.webp',
      });
      const kept = await sharp(rawPayload).metadata();
      expect(kept).toMatchObject({ format: 'webp', width: 1067, height: 1600 });
      expect([kept.exif, kept.xmp, kept.iptc, kept.icc, kept.orientation]).toEqual(Array(5).fill(undefined));
      expect(rawPayload.includes('Pocket')).toBe(false);
      const small = await download(house, file.thumb?.href ?? '', 'bola');
      expect(await sharp(small.rawPayload).metadata()).toMatchObject({ width: 213, height: 320 });
      expect(small.rawPayload.length).toBeLessThan(40_000);
    });

    it('is refused when it would fill the memory, or is only half there', async () => {
      const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'white' } })
        .png({ compressionLevel: 9 })
        .toBuffer();
      expect(bomb.length).toBeLessThan(fileTerms.fileBytes);
      expect(await refusal(attach(upload(bomb, 'white.png')))).toMatchObject({
        status: 422,
        issues: [{ path: 'file', code: 'files.refuse.tooManyPixels' }],
      });
      const photo = await noise(400, 300).png().toBuffer();
      const half = await refusal(attach(upload(photo.subarray(0, photo.length / 2), 'half.png')));
      expect(half.issues?.[0]?.code).toBe('files.refuse.broken');
    });
  });

  describe('is taken for what is in it', () => {
    it('and not for what it calls itself', async () => {
      const photo = await noise(40, 30).png().toBuffer();
      expect((await attach(upload(photo, 'contract.pdf'))).name).toBe('contract.webp');
      expect((await attach(upload(docx(), 'plan.doc'))).name).toBe('plan.docx');
      expect((await attach(upload('città;abitanti\nTorino;841600\n', 'cities.csv'))).type).toBe('csv');
      expect((await attach(upload(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'привет.txt'))).type).toBe('txt');
      expect((await attach(upload('BMI;age\n21;40\n', 'bmi.csv'))).type).toBe('csv');
    });

    it.each([
      ['a page under the name of a PDF', '<!doctype html><script>alert(1)</script>', 'plan.pdf'],
      ['a page under the name of a text', ' \n<html><body onload=alert(1)>', 'plan.txt'],
      ['a drawing that runs scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'logo.svg'],
      ['a drawing under the name of a picture', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'logo.png'],
      ['a program', Buffer.from(`MZ${'\u0000'.repeat(200)}`), 'plan.pdf'],
      ['a program under the name of a text', Buffer.from(`MZ${'\u0000'.repeat(200)}`), 'plan.txt'],
      ['an archive', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'all.zip'],
      ['a text of another kind', 'BEGIN:VCARD', 'ada.vcf'],
      ['nothing at all', '', 'empty.txt'],
      ['a Word document with macros', docx([], macros), 'plan.docx'],
      ['macros hidden in a Word document', docx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'plan.docx'],
    ])('refuses %s', async (_, bytes, name) => {
      const problem = await refusal(attach(upload(bytes, name)));
      expect(problem).toMatchObject({ status: 415, code: 'unsupported-media-type', issues: [{ path: 'file' }] });
      expect(await names()).toEqual([]);
    });

    it('refuses a document that unpacks to gigabytes, or is broken', async () => {
      const bomb = docx([{ name: 'word/media/image1.bmp', content: Buffer.alloc(9_000_000), claims: 4_000_000_000 }]);
      expect((await refusal(attach(upload(bomb, 'plan.docx')))).issues?.[0]?.code).toBe('files.refuse.bomb');
      const crowd = docx(Array.from({ length: 5001 }, (_, i) => ({ name: `word/${i}.xml`, content: '' })));
      expect((await refusal(attach(upload(crowd, 'plan.docx')))).issues?.[0]?.code).toBe('files.refuse.bomb');
      const cut = docx([{ name: 'word/styles.xml', content: 'x'.repeat(5000) }]).subarray(0, -30);
      expect((await refusal(attach(upload(cut, 'plan.docx')))).issues?.[0]?.code).toBe('files.refuse.broken');
    });

    it('hands a PDF that is also a page to nobody as a page', async () => {
      const both = Buffer.concat([pdf(), Buffer.from('<html><script>fetch("/api/v1/members/me")</script></html>')]);
      const { href } = await attach(upload(both, 'both.html'));
      const { headers } = await download(house, href, 'bola');
      expect(headers['content-type']).toBe('application/pdf');
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    });
  });

  describe('has limits', () => {
    it('in size, told with the field and the number', async () => {
      const problem = await refusal(attach(upload(Buffer.concat([pdf(), Buffer.alloc(11_000_000)]), 'big.pdf')));
      expect(problem).toMatchObject({ status: 413, code: 'payload-too-large', issues: [{ path: 'body.file' }] });
      expect(problem.detail).toContain('10 MB');
      const slightly = await refusal(attach(upload(Buffer.concat([pdf(), Buffer.alloc(10_000_000)]), 'big.pdf')));
      expect(slightly).toMatchObject({ status: 413, issues: [{ path: 'body.file' }] });
      expect(await readdir(dirOf('incoming'))).toEqual([]);
    });

    it('in number, and two at once do not pass it together', async () => {
      for (let i = 0; i < fileTerms.mostEach - 1; i++) await attach(upload(pdf(`${i}`), `${i}.pdf`));
      const both = await Promise.allSettled([attach(upload(pdf('a'), 'a.pdf')), attach(upload(pdf('b'), 'b.pdf'))]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const problem = await refusal(attach(upload(pdf('eleven'), 'eleven.pdf')));
      expect(problem).toMatchObject({ status: 422, issues: [{ path: 'file', code: 'files.refuse.tooMany' }] });
      expect((await read()).files.attach).toBeNull();
    });

    it('for an organisation as a whole', async () => {
      const [row] = await house.db<{ id: string }>('select organisation_id as id from request where id = $1', [
        draft.id,
      ]);
      await attach(upload(pdf('first'), 'first.pdf'));
      await house.db(`update file set bytes = $2 where organisation_id = $1 and subject_id = $3`, [
        row?.id,
        fileTerms.organisationBytes,
        draft.id,
      ]);
      expect((await refusal(attach(upload(pdf('second'), 'second.pdf')))).issues?.[0]?.code).toBe(
        'files.refuse.noRoom',
      );
      await house.db('delete from file where subject_id = $1', [draft.id]);
    });

    it('is asked for when it is missing, and only as a form', async () => {
      const cookie = await house.cookie('bola');
      const send = (headers: object, payload: string) =>
        house.app.inject({
          method: 'POST',
          url: '/api/v1/files',
          headers: { cookie, 'idempotency-key': 'asked for a file', ...headers },
          payload,
        });
      const json = {
        kind: 'request',
        subject: draft.id,
        file: { name: 'x', path: '/etc/passwd', bytes: 1, digest: '0' },
      };
      expect((await send({ 'content-type': 'application/json' }, JSON.stringify(json))).statusCode).toBe(415);
      const form = { 'content-type': 'multipart/form-data; boundary=x' };
      const named = (name: string, value: string) =>
        `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const missing = await send(form, `${named('kind', 'request')}${named('subject', draft.id)}--x--\r\n`);
      expect(missing.json()).toMatchObject({ status: 422, issues: [{ path: 'body.file', message: 'Choose a file.' }] });
      const posing = await send(
        form,
        `${named('kind', 'request')}${named('subject', draft.id)}${named('file', '/etc/passwd')}--x--\r\n`,
      );
      expect(posing.statusCode).toBe(422);
      for (const broken of [
        '',
        '--x',
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
      ])
        expect((await send(form, broken)).statusCode).toBe(422);
      expect((await send({ 'content-type': 'multipart/form-data' }, 'x')).statusCode).toBe(422);
      const elsewhere = await house.app.inject({
        method: 'POST',
        url: '/api/v1/requests',
        headers: { cookie, 'idempotency-key': 'words as a form', ...form },
        payload: `${named('title', 'x')}--x--\r\n`,
      });
      expect(elsewhere.statusCode).toBe(415);
    });

    it('is not even received from nobody', async () => {
      expect((await refusal(attach(upload(pdf(), 'plan.pdf'), {}, house.visitor()))).code).toBe('not-signed-in');
      expect(await readdir(dirOf('incoming'))).toEqual([]);
    });
  });

  describe('and its bytes', () => {
    const blobs = () => house.db<{ digest: string }>('select digest from file_blob');
    const stored = async () =>
      (await readdir(dirOf('files'), { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).length;

    it('are kept once, however often they are attached, until the last file that has them is gone for days', async () => {
      house.clock.pass(10);
      await house.db('delete from file');
      await house.app.get(Blobs).sweep();
      expect([await blobs(), await stored()]).toEqual([[], 0]);
      const one = await attach(upload(pdf(), 'one.pdf'));
      const two = await attach(upload(pdf(), 'two.pdf'));
      expect([(await blobs()).length, await stored()]).toEqual([1, 1]);
      house.clock.pass(10);
      await people.delegate.files.remove({ params: { id: one.id }, query: { version: 1 } });
      expect(await house.app.get(Blobs).sweep()).toBe(0);
      expect((await download(house, two.href, 'bola')).rawPayload.equals(pdf())).toBe(true);
      await people.delegate.files.remove({ params: { id: two.id }, query: { version: 1 } });
      expect(await house.app.get(Blobs).sweep()).toBe(0); // a backup begun before may still speak of it
      house.clock.pass(3);
      expect(await house.app.get(Blobs).sweep()).toBe(1);
      expect([await blobs(), await stored()]).toEqual([[], 0]);
    });

    it('leave no file behind when the house falls over between the two, and are swept', async () => {
      const work = house.app.get(UnitOfWork);
      const { run } = work;
      work.run = () => Promise.reject(new Error('the power went'));
      expect((await refusal(attach(upload(pdf('lost'), 'lost.pdf')))).status).toBe(500);
      work.run = run;
      expect(await names()).toEqual([]);
      expect((await blobs()).length).toBe(1);
      house.clock.pass(3);
      expect(await house.app.get(Blobs).sweep()).toBe(1);
      expect(await stored()).toBe(0);
      expect(await readdir(dirOf('incoming'))).toEqual([]);
    });
  });

  it('is news on the page it hangs on, and says there no more than that', async () => {
    await attach(upload(pdf(), 'secret-plan.pdf'), { purpose: 'evidence' });
    const [told] = await house.db<{ name: string; data: object }>(
      `select name, data from domain_event where stream = $1 order by seq desc limit 1`,
      [`request:${draft.id}`],
    );
    expect(told).toMatchObject({ name: 'files.file.attached', data: { purpose: 'evidence' } });
    const missed = await people.delegate.live.missed({
      params: { stream: `request:${draft.id}` },
      query: { since: 0 },
    });
    expect(JSON.stringify(missed)).not.toContain('evidence');
  });

  it('of a request is not a door to another', async () => {
    const other = await aRequest(people, 'published', { title: 'Une autre demande' });
    const problem = await refusal(attach(upload(pdf(), 'x.pdf'), { subject: other.id }));
    expect(problem.code).toBe('not-permitted');
    expect(
      (await refusal(attach(upload(pdf(), 'x.pdf'), { subject: '11111111-1111-4111-8111-111111111111' }))).code,
    ).toBe('not-found');
    expect((await refusal(attach(upload(pdf(), 'x.pdf'), { purpose: 'agreement' }))).status).toBe(422);
  });
});
