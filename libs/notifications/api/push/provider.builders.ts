import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushNotice } from '@isegoria/notifications/contracts';

/** What came to a made-up maker of browsers. */
export interface Came {
  /** Of which of its browsers. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** For tests: as much of a browser's maker as it takes to be handed notices, on this machine. */
export async function aProvider() {
  const came: Came[] = [];
  /** How it answers the next ones, before it takes them again. */
  const answers: (number | 'cut' | { status: number; headers: Record<string, string> })[] = [];
  const server: Server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      came.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(parts) });
      const answer = answers.shift() ?? 201;
      if (answer === 'cut') res.destroy();
      else if (typeof answer === 'number') res.writeHead(answer, { location: '/elsewhere' }).end();
      else res.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, came, answers, of: (path: string) => came.filter((one) => one.path === path), close: () => void server.close().closeAllConnections() };
}

/** For tests: a browser with keys of its own, that reads what was encrypted for it. */
export function aBrowser(endpoint: string) {
  const keys = createECDH('prime256v1');
  const auth = randomBytes(16);
  const input = { endpoint, p256dh: keys.generateKeys('base64url'), auth: auth.toString('base64url'), name: 'Firefox, Android' };
  return { input, read: ({ body }: Came): PushNotice => JSON.parse(decrypted(body, keys, auth)) as PushNotice };
}

/** By the letter of RFC 8291 and RFC 8188, in one record. */
function decrypted(body: Buffer, keys: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + (body[20] ?? 0));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const record = body.subarray(21 + sender.length);
  const opener = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([opener.update(record.subarray(0, -16)), opener.final()]);
  // After the text stands a 2, then as many zeros as one likes.
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** What the city says of itself in `Authorization` (RFC 8292); null where its signature is not of the key that it names. */
export function vouched({ headers }: Came): { key: string; aud: string; exp: number; sub: string } | null {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(String(headers['authorization'])) ?? [];
  const [head, claims = '', mark = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const isRight = verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(mark, 'base64url'));
  return isRight ? { key, ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string }) } : null;
}
