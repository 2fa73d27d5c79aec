/**
 * A load over HTTP/1.1 that takes as little as it can of the machine it measures, for both share it: a request costs it a fifth of what it costs autocannon
 * (21 and 111 millionths of a second, in turn on one machine), which at 200 votes in flight had a sixth of the two processors that the city was to be measured on.
 */
import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');
const patienceMs = 10_000;
/** So long at first nothing counts: whoever was away for some seconds is looked up in the store again, all of them at once. */
const runUpMs = 500;

/**
 * So many citizens at once, each sending the next request when the last is answered. What is answered within the time counts; what comes in the half second before
 * does not, unless it failed, and what is under way at its end is waited for and does not. An answer that is no 2xx, a broken connection and one that stays away for ten seconds are failures.
 * @returns {Promise<import('../kernel/api/bench').BenchLoad>}
 */
export async function load(url, { connections, seconds, next }) {
  const { hostname, port } = new URL(url);
  const latencies = [];
  let failures = 0;
  const start = performance.now() + runUpMs;
  const end = start + seconds * 1000;
  const answered = (sentAt, isRight) => {
    const now = performance.now();
    if (now > end) return;
    if (!isRight) failures++;
    else if (now >= start) latencies.push(now - sentAt);
  };
  await Promise.all(Array.from({ length: connections }, () => citizen({ hostname, port, origin: url, next, end, answered })));
  const sorted = Float64Array.from(latencies).sort();
  const percentile = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: percentile(0.5), p99: percentile(0.99), requests: latencies.length + failures, failures };
}

/** One connection that is kept, and opened anew where it broke. */
async function citizen({ end, answered, ...rest }) {
  while (performance.now() < end) {
    const line = await opened(rest);
    try {
      while (performance.now() < end) {
        const sentAt = performance.now();
        answered(sentAt, await line.ask());
      }
    } catch {
      answered(0, false);
    } finally {
      line.close();
    }
  }
}

async function opened({ hostname, port, origin, next }) {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let waiting;
  let held = null;
  const broken = (error) => waiting?.reject(error);
  socket.on('error', broken).on('close', () => broken(new Error('the connection was closed')));
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')));
  socket.on('data', (data) => {
    held = held ? Buffer.concat([held, data]) : data;
    const status = whole(held);
    if (status === null) return;
    held = null;
    waiting?.resolve(status >= 200 && status < 300);
  });
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const { path = '/graphql', body, cookie } = next();
        const text = JSON.stringify(body);
        socket.write(`POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${origin}\r\ncontent-type: application/json\r\n${cookie ? `cookie: ${cookie}\r\n` : ''}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
      }),
    close: () => socket.destroy(),
  };
}

/** The status of an answer that is here to its last byte, null where more is to come, and no number where it does not say its length. */
function whole(bytes) {
  const at = bytes.indexOf(headEnd);
  if (at < 0) return null;
  const head = bytes.latin1Slice(0, at).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length === undefined) return Number.NaN;
  return bytes.length >= at + headEnd.length + Number(length) ? Number(head.slice(9, 12)) : null;
}
