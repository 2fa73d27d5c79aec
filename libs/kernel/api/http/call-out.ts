import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { kernelEnv } from '../kernel.env';
import { isPrivateAddress } from './private-address';

/** Why a call did not come through: nobody answered, the port is closed, the address is one of our own networks, the answer was none of success, or 410. */
export type CallProblem = 'no_answer' | 'refused' | 'private_address' | 'status' | 'gone';

/** What came of one try. */
export interface Called {
  status: number | null;
  problem: CallProblem | null;
  /** For how long the receiver asks to be left alone, where it does: `Retry-After`, in seconds or as a date. */
  restMs?: number;
}

/** Node's own way to ask for the addresses of a name. */
type Resolve = (hostname: string, options: LookupAllOptions, done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void) => void;

interface Call {
  body: string | Buffer;
  headers: Record<string, string>;
  timeoutMs: number;
  signal: AbortSignal;
  resolve?: Resolve;
}

class PrivateAddress extends Error {}

/**
 * Posts a message to an address that a stranger named: a webhook, the provider of somebody's browser. The address is looked at when the connection is made, so that a name which answers differently the second
 * time leads nowhere else. Redirects are not followed, the answer's body is not read. Never rejects.
 */
export function callOut(url: string, { body, headers, timeoutMs, signal, resolve: resolveName = lookup }: Call): Promise<Called> {
  const { protocol, hostname } = new URL(url);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) && isBarred(bare)) return Promise.resolve({ status: null, problem: 'private_address' });
  const options: RequestOptions = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, lookup: publicOnly(resolveName), agent: false, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
  return new Promise((resolve) => {
    const asked = (protocol === 'https:' ? secureRequest : plainRequest)(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      const restMs = restAsked(answer.headers['retry-after']);
      answer.destroy();
      resolve({ status, problem: status >= 200 && status < 300 ? null : status === 410 ? 'gone' : 'status', ...(restMs === null ? {} : { restMs }) });
    });
    // More than one may come: when the receiver breaks off what we no longer read.
    asked.on('error', (error) => resolve({ status: null, problem: problemOf(error) }));
    asked.end(body);
  });
}

const isBarred = (address: string): boolean => !kernelEnv.WEBHOOK_PRIVATE && isPrivateAddress(address);

const publicOnly = (resolveName: Resolve): LookupFunction => (hostname, options, done) => {
  resolveName(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, []);
    if (found.some(({ address }) => isBarred(address))) return done(new PrivateAddress(hostname), []);
    const [first] = found;
    return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family);
  });
};

/** RFC 9110, 10.2.3; null where it says nothing that can be read. */
function restAsked(said: string | undefined): number | null {
  if (said === undefined) return null;
  const ms = /^\d{1,9}$/.test(said) ? Number(said) * 1000 : said.endsWith('GMT') ? Date.parse(said) - Date.now() : NaN;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

function problemOf(error: Error): CallProblem {
  if (error instanceof PrivateAddress) return 'private_address';
  return 'code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'no_answer';
}
