import { createServer, type Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { Citizens, IdentityModule, sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { type DocumentOccasion, Documents, eventually, Seeds, startCity, type TestCity, ThreadsBusy } from '@isegoria/kernel/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { getConnectionToken } from '@nestjs/mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ReportsModule } from './index';
import { ReportMailing } from './mailing/mailing.service';
import { FileThreads } from './making/file-threads';
import { brokenSignature, readPdf } from './pdf-reader';
import { aDocument, aPart, aTable } from './report.builders';
import { Reports } from './reports.service';

const slices = [IdentityModule, RealtimeModule, OrganisationModule, NotificationsModule, ReportsModule];
const SUBSCRIBE = 'mutation ($kind: String!, $reportId: ID!, $rhythm: ReportRhythm!) { subscribeToReport(kind: $kind, reportId: $reportId, rhythm: $rhythm) { __typename ... on ReportSubscription { id } ... on NotAllowed { reason } } }';
const MINE = '{ myReports { id kind reportId rhythm title { el } path sentAt } }';
const END = 'mutation ($id: ID!) { endReportSubscription(id: $id) { __typename } }';

interface Mine {
  myReports: { id: string; kind: string; sentAt: string | null }[];
}

describe('the reports of a city', () => {
  let city: TestCity;
  let council: SignedIn;
  let server: Server;
  const mails: string[] = [];
  const occasions: DocumentOccasion[] = [];
  let people = 1208;
  const subscribe = async (who: SignedIn, kind: string, reportId: string, rhythm: string) => (await who.graph<{ subscribeToReport: { __typename: string; id: string; reason?: string } | null }>(SUBSCRIBE, { kind, reportId, rhythm })).data?.subscribeToReport;
  const mine = async (who: SignedIn) => (await who.graph<Mine>(MINE)).data.myReports;
  const mailing = () => city.get(ReportMailing);
  const sentTo = (email: string) => mails.filter((mail) => mail.includes(`RCPT TO:<${email}>`));

  beforeAll(async () => {
    server = await aMailServer(mails);
    const address = server.address();
    process.env['SMTP_URL'] = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    process.env['REPORTS_PER_MINUTE'] = '30';
    city = await startCity(slices, { doors: [sessionDoor] });
    const page = () => aDocument({ sections: [{ id: 'one', title: { el: 'Πεζοδρόμια', en: 'Pavements' }, lead: null, parts: [aPart({ measures: [{ id: 'people', label: { el: 'Άνθρωποι', en: 'People' }, value: people }] })] }], at: new Date() });
    city.get(Documents).register('sitting', { one: (id) => Promise.resolve(id === 'hidden' ? null : page()), occasions: () => Promise.resolve(occasions) });
    city.get(Documents).register('figures', { one: (id, viewer) => Promise.resolve(id === 'council' && !viewer?.roles.includes('council') ? null : page()) });
    council = await signedIn(city, { name: 'Σύμβουλος', email: 'council@example.org', roles: ['council'] });
  }, 120_000);
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    delete process.env['SMTP_URL'];
    delete process.env['REPORTS_PER_MINUTE'];
    await city.stop();
    server.close();
  });

  it('are files under their names, seen by whom the page is seen by', async () => {
    const pdf = await fetch(`${city.url}/reports/sitting/s1.pdf?lang=el`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(pdf.headers.get('content-disposition') ?? '')).toMatch(/filename\*=UTF-8''Συνεδρίαση, το παραλιακό μέτωπο .*\.pdf$/);
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(brokenSignature(bytes)).toBeNull();
    expect((await readPdf(bytes)).title).toContain('το παραλιακό μέτωπο');
    expect(await (await fetch(`${city.url}/reports/sitting/s1.csv?lang=en`)).text()).toContain('People,1208');
    expect((await fetch(`${city.url}/reports/sitting/s1.xlsx`)).headers.get('content-type')).toContain('spreadsheetml');
    for (const path of ['sitting/hidden.pdf', 'nothing/s1.pdf', 'sitting/s1.exe', 'sitting/.pdf', 'figures/council.pdf']) expect((await fetch(`${city.url}/reports/${path}`)).status, path).toBe(404);
    expect((await fetch(`${city.url}/reports/figures/council.csv`, { headers: { cookie: council.cookie } })).status).toBe(200);
  }, 60_000);

  it('are known by what they say, not by the minute', async () => {
    const ask = (tag = '') => fetch(`${city.url}/reports/sitting/s1.csv`, { headers: tag ? { 'if-none-match': tag } : {} });
    const tag = (await ask()).headers.get('etag') ?? '';
    expect((await ask(tag)).status).toBe(304);
    people += 1;
    const changed = await ask(tag);
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain(String(people));
  });

  it('are made beside the event loop, each once though a whole hall asks', async () => {
    const threads = city.get(FileThreads);
    const make = threads.run.bind(threads);
    const run = vi.spyOn(threads, 'run').mockImplementation(async (order) => {
      let [turns, isMade] = [0, false];
      const file = make(order).finally(() => (isMade = true));
      for (; !isMade; turns++) await setImmediate();
      expect(turns, order.format).toBeGreaterThan(50);
      return file;
    });
    const rows = Array.from({ length: 40 }, (_, at) => ({ name: `Οδός ${at}`, people: at, share: 0.1, due: null }));
    const document = aDocument({ sections: [{ id: 'one', title: { el: 'Πολλά', en: 'Many' }, lead: null, parts: [aPart({ tables: [aTable({ rows })] })] }] });
    for (const format of ['pdf', 'xlsx'] as const) {
      const hall = Array.from({ length: 50 }, () => city.get(Reports).file({ document, tag: `hall ${format}` }, format, 'el'));
      expect(new Set(await Promise.all(hall)).size).toBe(1);
    }
    expect(run).toHaveBeenCalledTimes(2);
  }, 60_000);

  it('are refused with the time to come again where too many are asked for, and one that breaks is told of and tried anew', async () => {
    people += 1;
    const run = vi.spyOn(city.get(FileThreads), 'run');
    const ask = (lang: string) => fetch(`${city.url}/reports/sitting/s1.pdf?lang=${lang}`);
    run.mockRejectedValueOnce(new ThreadsBusy(7));
    const busy = await ask('en');
    expect([busy.status, busy.headers.get('retry-after'), busy.headers.get('etag'), busy.headers.get('content-disposition')]).toEqual([503, '7', null, null]);
    expect(await busy.text()).toBe('Many files are being made at this moment. Try again in a little while.\n');
    run.mockRejectedValueOnce(new Error('the thread ended'));
    const broken = await ask('el');
    expect([broken.status, broken.headers.get('content-type'), broken.headers.get('cache-control')]).toEqual([500, 'text/plain; charset=utf-8', 'no-store']);
    expect(await broken.text()).toContain('δεν μπόρεσε να ετοιμαστεί');
    const made = await ask('el');
    expect(brokenSignature(Buffer.from(await made.arrayBuffer()))).toBeNull();
  }, 60_000);

  it('are signed by a certificate that anybody may have', async () => {
    const pem = await (await fetch(`${city.url}/reports/certificate.pem`)).text();
    expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(pem).not.toContain('PRIVATE');
    const { data } = await city.graph<{ reportCertificate: { isSelfSigned: boolean; fingerprint: string } }>('{ reportCertificate { isSelfSigned fingerprint } }');
    expect(data.reportCertificate).toMatchObject({ isSelfSigned: true, fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) as unknown });
  });

  it('come by mail to the council and the staff, as their kind comes, each asked for once', async () => {
    expect((await subscribe(council, 'figures', 'council', 'weekly'))?.__typename).toBe('ReportSubscription');
    expect((await subscribe(council, 'figures', 'council', 'weekly'))?.__typename).toBe('ReportSubscription');
    expect(await mine(council)).toMatchObject([{ kind: 'figures', reportId: 'council', rhythm: 'weekly', path: '/council/sittings/page', sentAt: null }]);
    expect(await subscribe(council, 'sitting', 's1', 'weekly')).toEqual({ __typename: 'NotAllowed', reason: 'rhythm' });
    expect((await subscribe(council, 'nothing', 'x', 'weekly'))?.__typename).toBe('NotFound');
    const citizen = await signedIn(city, { name: 'Μαρία' });
    expect((await citizen.graph(SUBSCRIBE, { kind: 'figures', reportId: 'city', rhythm: 'weekly' })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const [one] = await mine(council);
    expect((await citizen.graph<object>(END, { id: one?.id })).data).toEqual({ endReportSubscription: { __typename: 'NotFound' } });
    expect((await council.graph<object>(END, { id: one?.id })).data).toEqual({ endReportSubscription: { __typename: 'ReportEnded' } });
    expect(await mine(council)).toEqual([]);
  });

  it('are sent once the day before a sitting, though two processes look at once, again and again', async () => {
    await subscribe(council, 'sitting', 's1', 'before_sitting');
    occasions.push({ id: 's1', at: new Date(Date.now() + 3_600_000), what: 'begins' });
    const other = await startCity(slices, { doors: [sessionDoor], beside: true });
    other.get(Documents).register('sitting', { one: () => Promise.resolve(aDocument()), occasions: () => Promise.resolve(occasions) });
    await Promise.all([mailing().send(), other.get(ReportMailing).send(), mailing().send()]);
    await mailing().send();
    await other.stop();
    expect(sentTo('council@example.org')).toHaveLength(1);
    const mail = sentTo('council@example.org')[0] ?? '';
    expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const attached = /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/.exec(mail)?.[1] ?? '';
    const bytes = Buffer.from(attached.replace(/\s/g, ''), 'base64');
    expect(brokenSignature(bytes)).toBeNull();
    expect((await readPdf(bytes)).text).toContain('Πεζοδρόμια');
    expect((await mine(council))[0]?.sentAt).not.toBeNull();
  }, 60_000);

  it('of which one was claimed by a process that was killed is sent by another when the claim is old', async () => {
    await subscribe(council, 'sitting', 's2', 'after_sitting');
    const id = (await mine(council)).find(({ kind, sentAt }) => kind === 'sitting' && sentAt === null)?.id ?? '';
    const ended = { id: 's2', at: new Date(Date.now() + 1_000), what: 'ended' as const };
    occasions.push(ended);
    const mailsOf = city.get<{ collection(name: string): { insertOne(one: object): Promise<unknown>; updateOne(a: object, b: object): Promise<unknown> } }>(getConnectionToken()).collection('mails');
    const key = `report:${id}:after s2`;
    await mailsOf.insertOne({ _id: key, claimedAt: new Date(), sentAt: null });
    await eventually('the sitting has ended', () => Date.now() > ended.at.getTime());
    const before = sentTo('council@example.org').length;
    await mailing().send();
    expect(sentTo('council@example.org'), 'somebody else is about to').toHaveLength(before);
    await mailsOf.updateOne({ _id: key }, { $set: { claimedAt: new Date(Date.now() - 600_000) } });
    await mailing().send();
    await mailing().send();
    expect(sentTo('council@example.org')).toHaveLength(before + 1);
  }, 60_000);

  it('end by the link in the mail, this one alone, with one click and with no other’s token', async () => {
    const count = (await mine(council)).length;
    const text = Buffer.from(sentTo('council@example.org')[0]?.match(/List-Unsubscribe:\s*<[\s\S]*?>/)?.[0].replace(/\s/g, '') ?? '').toString();
    const [, id = '', token = ''] = /id=([\w-]+)&token=([\w-]+)/.exec(text) ?? [];
    expect(id, text).not.toBe('');
    const stop = (by: string) => fetch(`${city.url}/reports/stop?id=${id}&token=${by}`, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    await stop(`${token}x`);
    expect(await mine(council)).toHaveLength(count);
    expect((await stop(token)).status).toBe(204);
    expect(await mine(council)).toHaveLength(count - 1);
  });

  it('go to nobody who is of the council no more', async () => {
    const leaving = await signedIn(city, { name: 'Πρώην', email: 'former@example.org', roles: ['council'] });
    const staying = await signedIn(city, { name: 'Νυν', email: 'staying@example.org', roles: ['clerk'] });
    for (const who of [leaving, staying]) await subscribe(who, 'sitting', 's1', 'before_sitting');
    occasions.splice(0, occasions.length, { id: 's9', at: new Date(Date.now() + 3_600_000), what: 'begins' });
    await city.get<{ model(name: string): { updateOne(a: object, b: object): Promise<unknown> } }>(getConnectionToken()).model('Account').updateOne({ _id: leaving.citizen.id }, { $set: { roles: [] } });
    city.get(Citizens).forget(leaving.citizen.id);
    await mailing().send();
    expect(sentTo('former@example.org')).toEqual([]);
    expect(sentTo('staying@example.org')).toHaveLength(1);
  });

  it('come in the demo city to a council member every Monday and to the clerk before each sitting, whoever makes it twice', async () => {
    const member = await signedIn(city, { name: 'Ανδρέας', email: 'council@isegoria.example', roles: ['council'] });
    const clerk = await signedIn(city, { name: 'Μαρίνα', email: 'clerk@isegoria.example', roles: ['clerk'] });
    const context = { random: () => 0.5, now: new Date(), scale: 1, progress: () => undefined, tell: () => undefined };
    for (let time = 0; time < 2; time++) await city.get(Seeds).inOrder().find(({ name }) => name === 'reports')?.run(context);
    expect(await mine(member)).toMatchObject([{ kind: 'figures', reportId: 'council', rhythm: 'weekly', sentAt: null }]);
    expect(await mine(clerk)).toMatchObject([{ kind: 'sitting', reportId: 'each', rhythm: 'before_sitting', sentAt: null }]);
  });

  it('are made for one address so many times a minute', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 40 && !statuses.includes(429); time++) statuses.push((await fetch(`${city.url}/reports/sitting/s1.csv`)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(await (await fetch(`${city.url}/reports/sitting/s1.csv`)).text()).toContain('Πάρα πολλά αρχεία');
  }, 30_000);
});

/** As much of a mail server as it takes to be handed mails: one text a conversation. */
async function aMailServer(mails: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let [inData, all] = [false, ''];
    socket.write('220 city\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      all += text;
      if (inData && !all.endsWith('\r\n.\r\n')) return;
      if (inData) mails.push(all);
      const startsData = !inData && text.startsWith('DATA');
      inData = startsData;
      socket.write(startsData ? '354 go on\r\n' : '250 ok\r\n');
      if (text.startsWith('QUIT')) socket.end();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  return server;
}
