import { getQueueToken } from '@nestjs/bull';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queue } from 'bull';
import { Progress } from './progress';

const patienceMs = 120_000;
const quietMs = 400;

/** Waits until the jobs that a command asked for are done, so that the counts stand when it ends. */
export async function untilQuiet(app: NestFastifyApplication): Promise<void> {
  const queue = app.get<Queue>(getQueueToken('jobs'), { strict: false });
  const progress = new Progress();
  let most = 0;
  for (let quietSince = Date.now(), end = Date.now() + patienceMs; Date.now() - quietSince < quietMs && Date.now() < end; ) {
    const { waiting, active } = await queue.getJobCounts();
    const left = waiting + active;
    most = Math.max(most, left);
    if (left > 0) quietSince = Date.now();
    if (most > 20) progress.show('work that comes after', most - left, most);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  progress.end();
}
