/** A program of the server's, the api or the worker: started, asked until it is ready, started again when it dies, but not for ever. */
import { startNode } from './child.mjs';
import { Refusal, say } from './say.mjs';

const readyMs = 120_000;
const restarts = 5;
const restartWindowMs = 60_000;

/** Starts a program (`name` in a sentence: "The api") and resolves when it serves. `ended` resolves with a sentence when it has died too often. */
export async function startServer({ name, main, env, port }) {
  let isStopping = false;
  const start = () => startNode(main, [], { env: { ...env, PORT: String(port) } });
  let child = start();
  await untilReady(name, port, child);
  const ended = keepAlive();

  async function keepAlive() {
    for (const deaths = []; ; ) {
      const code = await child.ended;
      if (isStopping) return new Promise(() => {});
      deaths.push(Date.now());
      if (deaths.filter((at) => at > Date.now() - restartWindowMs).length > restarts) return `${name} died ${restarts} times within a minute (last code ${code}); its log is above.`;
      say(`${name} died (code ${code}); starting it again.`);
      await new Promise((wake) => setTimeout(wake, 300 * deaths.length));
      child = start();
    }
  }
  return {
    ended,
    stop() {
      isStopping = true;
      return child.stop();
    },
  };
}

/** Resolves when a program that was started answers on its port. */
export async function untilReady(name, port, child) {
  let died = null;
  void child.ended.then((code) => (died = { code }));
  for (const end = Date.now() + readyMs; Date.now() < end; ) {
    if (died) throw new Refusal(`${name} did not start (code ${died.code}); what it said stands above.`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 150));
  }
  await child.stop();
  throw new Refusal(`${name} does not answer on port ${port} after ${readyMs / 1000} s.`);
}
