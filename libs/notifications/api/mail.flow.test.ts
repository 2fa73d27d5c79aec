import { createServer, type Server } from 'node:net';
import { getQueueToken } from '@nestjs/bull';
import { getModelToken } from '@nestjs/mongoose';
import type { Queue } from 'bull';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityModule, sessionDoor } from '@isegoria/identity/api';
import { Events, eventually, startCity, type TestCity } from '@isegoria/kernel/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { MailRecord } from './mail.schema';
import { NotificationsModule } from './notifications.module';
import { Post } from './post';

describe('a city with a mail server', () => {
  let city: TestCity;
  let server: Server;
  const got: string[] = [];
  beforeAll(async () => {
    server = await aMailServer(got);
    const address = server.address();
    process.env['SMTP_URL'] = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    city = await startCity([IdentityModule, RealtimeModule, NotificationsModule], { doors: [sessionDoor] });
  }, 60_000);
  afterAll(async () => {
    await city.stop();
    server.close();
    delete process.env['SMTP_URL'];
  });

  it('hands each mail over, with the way to end such mails where there is one', async () => {
    const mail = { subject: 'Νέα', text: 'Γεια', html: '<p>Γεια</p>', to: { email: 'maria@example.org', name: 'Μαρία\r\nBcc: all@example.org' } };
    await city.get(Post).send({ ...mail, key: 'notice:1', stopUrl: 'https://city.example/stop-mail?x' });
    expect(got.join('')).toContain('RCPT TO:<maria@example.org>');
    expect(got.join('')).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(got.join('')).not.toMatch(/^Bcc:|RCPT TO:<all@/m);
  });

  it('hands over a letter once, though it was asked for twice', async () => {
    got.length = 0;
    const letter = { key: 'retry', name: 'reset' as const, to: { email: 'nikos@example.org', name: 'Νίκος', locale: 'el' as const }, path: '/reset?token=x' };
    await Promise.all([1, 2].map(() => city.get(Events).publish('citizen.letter', letter)));
    await eventually('the letter is out', () => got.join('').includes('RCPT TO:<nikos@example.org>'));
    expect(got.join('').split('RCPT TO:').length - 1).toBe(1);
  });

  it('looks once more after a letter whose sender was killed over it', async () => {
    got.length = 0;
    const mails = city.get<Model<MailRecord>>(getModelToken(MailRecord.name));
    await mails.create({ _id: 'letter:killed', claimedAt: new Date(), sentAt: null });
    const letter = { key: 'killed', name: 'reset' as const, to: { email: 'eleni@example.org', name: 'Ελένη', locale: 'el' as const }, path: '/reset?token=y' };
    await city.get(Events).publish('citizen.letter', letter);
    const queue = city.get<Queue>(getQueueToken('jobs'));
    const waiting = async () => (await queue.getDelayed()).find(({ name }) => name === 'notifications.letter');
    await eventually('it waits for its turn', async () => (await waiting()) !== undefined);
    expect(got.join('')).not.toContain('RCPT TO:<eleni@example.org>');
    await mails.updateOne({ _id: 'letter:killed' }, { claimedAt: new Date(Date.now() - 6 * 60_000) });
    await (await waiting())?.promote();
    await eventually('the letter is out', () => got.join('').includes('RCPT TO:<eleni@example.org>'));
  });
});

/** As much of a mail server as it takes to be handed a mail. */
async function aMailServer(got: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 city\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      got.push(text);
      if (inData && !text.endsWith('\r\n.\r\n')) return;
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
