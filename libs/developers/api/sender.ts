import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryProblem } from './webhook.schema';
import { developersEnv } from './developers.env';
import { isPrivateAddress } from './private-address';

/** What came of one try. */
export interface Sent {
  status: number | null;
  problem: DeliveryProblem | null;
}

/** Node's own way to ask for the addresses of a name. */
type Resolve = (hostname: string, options: LookupAllOptions, done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void) => void;

interface Post {
  body: string;
  headers: Record<string, string>;
  timeoutMs: number;
  signal: AbortSignal;
  resolve?: Resolve;
}

class PrivateAddress extends Error {}

/**
 * Posts a message. The address is looked at when the connection is made, so that a name which answers differently the second
 * time leads nowhere else. Redirects are not followed, the answer's body is not read. Never rejects.
 */
export function post(url: string, { body, headers, timeoutMs, signal, resolve: resolveName = lookup }: Post): Promise<Sent> {
  const { protocol, hostname } = new URL(url);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) && isBarred(bare)) return Promise.resolve({ status: null, problem: 'private_address' });
  const options: RequestOptions = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, lookup: publicOnly(resolveName), agent: false, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
  return new Promise((resolve) => {
    const asked = (protocol === 'https:' ? secureRequest : plainRequest)(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      resolve({ status, problem: status >= 200 && status < 300 ? null : status === 410 ? 'gone' : 'status' });
    });
    // More than one may come: when the receiver breaks off what we no longer read.
    asked.on('error', (error) => resolve({ status: null, problem: problemOf(error) }));
    asked.end(body);
  });
}

const isBarred = (address: string): boolean => !developersEnv.WEBHOOK_PRIVATE && isPrivateAddress(address);

const publicOnly = (resolveName: Resolve): LookupFunction => (hostname, options, done) => {
  resolveName(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, []);
    if (found.some(({ address }) => isBarred(address))) return done(new PrivateAddress(hostname), []);
    const [first] = found;
    return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family);
  });
};

function problemOf(error: Error): DeliveryProblem {
  if (error instanceof PrivateAddress) return 'private_address';
  return 'code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'no_answer';
}
