import { connect } from 'node:net';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor, signedIn } from '@isegoria/identity/api';
import { kernelEnv, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import type { Picture, PictureRefusal } from '@isegoria/files/contracts';
import { FilesModule } from './files.module';
import { Files } from './files.service';
import { FilesSweep } from './files.sweep';
import { aBomb, aDrawing, aPhotograph } from './pictures.builders';

const publicNotes = new Set(['open']);
const svgs = join(process.env['SHARED_DATA'] ?? '../shared/data', 'xss/svg');
const inOneDay = () => new Date(Date.now() + 25 * 3_600_000);

interface Sender {
  id: string;
  headers: Record<string, string>;
}

describe('a citizen who uploads a picture', () => {
  let city: TestCity;
  let maria: Sender;
  let nikos: Sender;
  let moderator: Sender;
  beforeAll(async () => {
    city = await startCity([IdentityModule, FilesModule], { doors: [sessionDoor] });
    [maria, nikos, moderator] = [await somebody(), await somebody(), await somebody({ roles: ['moderator'] })];
    city.get(Subjects).register('note', {
      cards: (ids) => Promise.resolve(ids.map((id) => ({ kind: 'note', id, title: id, path: '/', excerpt: '', authorId: 'maria', isPublic: publicNotes.has(id), acceptsComments: false, createdAt: new Date() }))),
    });
  });
  afterAll(() => city.stop());

  async function somebody(wanted: Parameters<typeof signedIn>[1] = {}): Promise<Sender> {
    const { citizen, cookie } = await signedIn(city, wanted);
    return { id: citizen.id, headers: { cookie } };
  }

  async function upload(bytes: Buffer, { who = maria, name = '../../etc/passwd.png' } = {}) {
    const form = new FormData();
    form.append('picture', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
    const answer = await fetch(`${city.url}/files`, { method: 'POST', headers: who.headers, body: form });
    return { status: answer.status, body: (await answer.json()) as Picture & PictureRefusal };
  }
  const see = (url: string, headers: Record<string, string> = {}) => fetch(`${city.url}${url}`, { headers });

  it('gets it back upright, smaller and without the place where it was taken', async () => {
    const { status, body } = await upload(await aPhotograph());
    expect(status).toBe(201);
    expect(body).toMatchObject({ width: 800, height: 1600, alt: '' });
    const answer = await see(body.url, maria.headers);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${body.id}.webp"`);
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
    expect(bytes.includes('SECRET')).toBe(false);
    const small = Buffer.from(await (await see(body.thumbnailUrl, maria.headers)).arrayBuffer());
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 240, height: 480 });
  });

  it('may send PNG, WebP and AVIF', async () => {
    for (const format of ['png', 'webp', 'avif'] as const) expect((await upload(await aDrawing('#4c6420', format))).status, format).toBe(201);
  });

  it('is told the limit when the picture is too heavy or too wide, and nothing is drawn', async () => {
    const before = process.memoryUsage().rss;
    expect(await upload(Buffer.alloc(10_000_001, 1))).toMatchObject({ status: 413, body: { code: 'too_big', limit: 10_000_000 } });
    for (const side of [20_000, 30_000]) expect(await upload(aBomb(side, side))).toMatchObject({ status: 422, body: { code: 'too_many_pixels', limit: 40_000_000 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('is refused what is no picture, whatever its name says', async () => {
    const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR' + '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
    const zip = Buffer.from('504b0304140000000800', 'hex');
    for (const bytes of [Buffer.from(eicar), zip, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), Buffer.from('<html><script>alert(1)</script>'), Buffer.from('GIF89a')]) {
      expect(await upload(bytes), bytes.toString()).toMatchObject({ status: 415, body: { code: 'not_a_picture' } });
    }
    expect(await upload((await aDrawing('#000')).subarray(0, 60))).toMatchObject({ status: 422, body: { code: 'unreadable' } });
  });

  it.skipIf(!existsSync(svgs))('is refused every SVG of the collected tricks (skipped where SHARED_DATA is absent)', async () => {
    for (const name of readdirSync(svgs)) expect((await upload(readFileSync(join(svgs, name)), { name })).body.code, name).toBe('not_a_picture');
  });

  it('cannot hide a second file behind the picture', async () => {
    const script = '<script>alert("polyglot")</script>';
    const { body } = await upload(Buffer.concat([await aDrawing('#b2431f'), Buffer.from(script)]));
    const bytes = Buffer.from(await (await see(body.url, maria.headers)).arrayBuffer());
    expect(bytes.includes('polyglot')).toBe(false);
  });

  it('must be signed in, confirmed, and not send hundreds', async () => {
    const picture = await aDrawing('#fff');
    expect(await upload(picture, { who: { id: '', headers: {} } })).toMatchObject({ status: 401 });
    expect(await upload(picture, { who: await somebody({ confirmed: false }) })).toMatchObject({ status: 403, body: { code: 'unconfirmed' } });
    const eager = await somebody();
    const answers = [];
    for (let sent = 0; sent < 41; sent++) answers.push((await upload(Buffer.from('no picture'), { who: eager })).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
  });

  it('does not stop the city with a form that is broken', async () => {
    const clumsy = await somebody();
    const send = async (type: string, body: string) => (await fetch(`${city.url}/files`, { method: 'POST', headers: { ...clumsy.headers, 'content-type': type }, body })).status;
    const boundary = 'multipart/form-data; boundary=x';
    expect(await send('multipart/form-data', 'no boundary')).toBe(400);
    expect(await send('application/json', '{}')).toBe(400);
    expect(await send(boundary, '--x\r\nContent-Disposition: form-data; name=""\r\n\r\nempty name\r\n--x--')).toBe(400);
    expect(await send(boundary, '--x\r\nContent-Disposition: form-data; name="a"; filename="a.png"\r\n\r\nnever ends')).toBeGreaterThanOrEqual(400);
    expect(await send(boundary, `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(10_000)}--x--`)).toBe(400);
    await cutOff(city.url, clumsy);
    expect((await fetch(`${city.url}/healthz`)).status).toBe(200);
  });

  it('shows it to nobody else before it belongs to something public', async () => {
    const { body } = await upload(await aDrawing('#123456'));
    const statuses = async () => Promise.all([{}, nikos.headers, moderator.headers, maria.headers].map(async (headers) => (await see(body.url, headers)).status));
    expect(await statuses()).toEqual([404, 404, 404, 200]);
    const files = city.get(Files);
    expect(await files.claim([body.id], maria.id, { kind: 'note', id: 'waiting' })).toBe(true);
    expect(await statuses()).toEqual([404, 404, 200, 200]);
    publicNotes.add('waiting');
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    expect((await see(body.url)).headers.get('cache-control')).toContain('immutable');
    publicNotes.delete('waiting');
    expect(await statuses()).toEqual([404, 404, 200, 200]);
  });

  it('gives all pictures to a subject or none, and never another’s', async () => {
    const files = city.get(Files);
    const [first, second] = [(await upload(await aDrawing('#111'))).body.id, (await upload(await aDrawing('#222'))).body.id];
    const foreign = (await upload(await aDrawing('#333'), { who: nikos })).body.id;
    const open = { kind: 'note', id: 'open' };
    expect(await files.claim([first, foreign], maria.id, open)).toBe(false);
    expect((await files.of([open])).size).toBe(0);
    expect(await files.claim([second, first], maria.id, open)).toBe(true);
    expect((await files.of([open])).get('note:open')?.map(({ id }) => id)).toEqual([second, first]);
    expect(await files.claim([first], maria.id, { kind: 'note', id: 'other' })).toBe(false);
    expect(await files.claim([first], maria.id, open)).toBe(true);
    expect((await files.of([open])).get('note:open')?.map(({ id }) => id)).toEqual([first]);
  });

  it('says what it shows, and nobody says it for them', async () => {
    const { body } = await upload(await aDrawing('#444'));
    const describeIt = async (who: Sender, alt: string) => {
      const query = 'mutation Describe($id: ID!, $alt: String!) { describePicture(id: $id, alt: $alt) { __typename ... on Picture { alt } ... on Invalid { problems { limit } } } }';
      const answer = await fetch(`${city.url}/graphql`, { method: 'POST', headers: { ...who.headers, 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { id: body.id, alt } }) });
      return ((await answer.json()) as { data: { describePicture: object } }).data.describePicture;
    };
    expect(await describeIt(maria, 'Η βρύση <b>στάζει</b>')).toEqual({ __typename: 'Picture', alt: 'Η βρύση <b>στάζει</b>' });
    expect(await describeIt(nikos, 'x')).toEqual({ __typename: 'NotFound' });
    expect(await describeIt(maria, 'μακρύ '.repeat(100))).toMatchObject({ __typename: 'Invalid', problems: [{ limit: 300 }] });
  });

  it('finds it gone a day later if it was put nowhere, though the same bytes elsewhere stay', async () => {
    const twin = await aDrawing('#555555');
    const [loose, kept] = [(await upload(twin)).body, (await upload(twin)).body];
    const files = city.get(Files);
    await files.claim([kept.id], maria.id, { kind: 'note', id: 'twin' });
    const sweep = city.get(FilesSweep);
    await sweep.sweep(new Date());
    expect((await see(loose.url, maria.headers)).status).toBe(200);
    await sweep.sweep(inOneDay());
    expect((await see(loose.url, maria.headers)).status).toBe(404);
    expect((await see(kept.url, maria.headers)).status).toBe(200);
    await files.claim([], maria.id, { kind: 'note', id: 'twin' });
    await sweep.sweep(new Date(inOneDay().getTime() + 1000));
    expect((await see(kept.url, maria.headers)).status).toBe(404);
  });

  it('writes nothing outside the store', () => {
    const names = readdirSync(join(kernelEnv.DATA_DIR, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{62}$/);
  });
});

/** Begins an upload and hangs up in the middle of it. */
async function cutOff(url: string, { headers }: Sender): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname.replace(/[[\]]/g, ''));
  const head = `POST /files HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${headers['cookie'] ?? ''}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n`;
  socket.write(`${head}--x\r\nContent-Disposition: form-data; name="a"; filename="a.png"\r\n\r\nhalf`);
  await new Promise((wake) => setTimeout(wake, 100));
  socket.destroy();
  await new Promise((wake) => setTimeout(wake, 100));
}
