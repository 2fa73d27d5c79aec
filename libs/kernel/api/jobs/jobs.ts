import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Job, JobOptions, Queue } from 'bull';
import type { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { type GivenUpJob, GivenUpJobs } from './given-up';
import { kernelEnv } from '../kernel.env';
import { log } from '../log';
import { REDIS, redisKey } from '../store/redis';
import { lockMs, whileHeld } from './turns';

/** The one queue's name within the city's prefix. */
export const JOBS = 'jobs';

interface Work {
  run(data: unknown): Promise<void>;
  /** What one job of it is about, for whoever reads that it was given up. */
  about(data: unknown): string;
}

// Dates cross the queue as dates, and a text that only looks like one stays a text (MongoDB Extended JSON).
const { EJSON } = mongo.BSON;

const wakeMs = 5_000;
// A store that starts anew, or a mail server, may be away for a quarter of an hour.
const usualAttempts = 12;
const firstPauseMs = 500;

/** How Bull's own failure begins of a job that stalled too often. */
const stalled = 'job stalled';

const jobOptions = (attempts: number = usualAttempts): JobOptions => ({ attempts, backoff: { type: 'exponential', delay: firstPauseMs }, removeOnComplete: true, removeOnFail: true });

/**
 * Work that may come later, over Bull. Everything here may run twice (Bull is at-least-once), so handlers count and set,
 * never add. This class is the only place that knows the queue: another queue is another version of this file.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly works = new Map<string, Work>();
  private readonly repeats: { name: string; ms: number }[] = [];

  constructor(
    @InjectQueue(JOBS) private readonly queue: Queue<{ payload: string }>,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly givenUp: GivenUpJobs,
  ) {}

  /** Names a piece of work, and says what one job of it is about. To be called while modules initialise. */
  define<T = unknown>(name: string, run: (data: T) => Promise<void>, about: (data: T) => string = () => ''): void {
    this.works.set(name, { run, about } as Work);
  }

  /**
   * Asks for work; the same `id` asks once, until it is done or given up. What fails is tried again, `attempts` times in all,
   * the first time after half a second and each time twice as long after the last: 12 last 17 minutes, 16 last four and a half hours.
   */
  async add(name: string, data: unknown, { id, delayMs = 0, attempts = usualAttempts }: { id?: string; delayMs?: number; attempts?: number } = {}): Promise<void> {
    const job: JobOptions = { ...jobOptions(attempts), delay: delayMs };
    if (id) job.jobId = `${name}:${id}`;
    await this.queue.add(name, { payload: EJSON.stringify(data ?? null, { ignoreUndefined: true }) }, job);
  }

  /** Asks that `name` run soon after now. Many nudges make one run, and a nudge during a run makes one more: none is lost. */
  async nudge(name: string): Promise<void> {
    try {
      const first = await this.redis.set(redisKey('wake', name), '1', 'PX', wakeMs, 'NX');
      if (first) await this.askFor(name);
    } catch (error) {
      // Whoever nudges has done its own work already; `every` finds what a lost nudge left.
      log.warn({ error: String(error), job: name }, 'a nudge was lost');
    }
  }

  /** Runs `name` regularly, and at nudges, never twice at once in the whole city. */
  every(name: string, ms: number, run: () => Promise<void>): void {
    this.repeats.push({ name, ms });
    this.works.set(name, { run: () => this.alone(name, run), about: () => '' });
  }

  /** Tries a job once more that was given up, as often as it was to be tried at first. False where it is not among them. It leaves the list when it is in the queue: pressed twice in one instant it may run twice, as every job may. */
  async tryAgain(id: string): Promise<boolean> {
    const job = await this.givenUp.find(id);
    if (!job) return false;
    const { name, payload, options, isRegular } = job;
    if (isRegular) await this.nudge(name);
    else await this.queue.add(name, { payload }, { ...jobOptions(options.attempts), jobId: options.jobId ?? `again:${id}` });
    await this.givenUp.takeOff(id);
    return true;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.queue.on('error', (error) => log.debug({ error: error.message }, 'queue'));
    // Bull gives a worker's connection a name, and waits for no answer: in a process that ends at once that fails where nobody listens. Nobody asks for the names.
    Object.assign(this.queue, { setWorkerName: () => Promise.resolve() });
    if (!kernelEnv.WORKER) return;
    this.queue.on('failed', (job: Job<{ payload: string }> | null, error: Error) => void (job && error.message.startsWith(stalled) && this.giveUpStalled(job, error)));
    for (const { name, ms } of this.repeats) {
      await this.queue.add(name, { payload: 'null' }, { jobId: name, repeat: { every: ms }, removeOnComplete: true, removeOnFail: true });
    }
    this.queue.process('*', 8, (job) => this.run(job)).catch((error: unknown) => log.error({ error: String(error) }, 'the queue stopped'));
  }

  /** Lets running work end before the stores are left. */
  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }

  private async run(job: Job<{ payload: string }>): Promise<void> {
    try {
      const work = this.works.get(job.name);
      if (!work) throw new Error(`no handler for the job ${job.name}`);
      await work.run(EJSON.parse(job.data.payload));
    } catch (error) {
      log.error({ job: job.name, attempt: job.attemptsMade + 1, of: job.opts.attempts, error: error instanceof Error ? error.stack : String(error) }, 'a job failed');
      if (job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) await this.giveUp(job, error);
      throw error;
    }
  }

  /** One whose process died over it again and again: the queue alone gives it up, and would keep its id, so that it could not be asked for anew. */
  private async giveUpStalled(job: Job<{ payload: string }>, error: Error): Promise<void> {
    log.error({ job: job.name, error: error.message }, 'a job failed');
    await this.giveUp(job, error);
    await job.remove().catch((failure: unknown) => log.warn({ job: job.name, error: String(failure) }, 'a job that was given up stays in the queue'));
  }

  private giveUp({ name, data: { payload }, opts: { attempts, jobId }, attemptsMade }: Job<{ payload: string }>, error: unknown): Promise<void> {
    const isRegular = this.repeats.some((repeat) => repeat.name === name);
    const options: GivenUpJob['options'] = isRegular ? {} : { attempts, jobId };
    const about = this.works.get(name)?.about(EJSON.parse(payload)) ?? '';
    return this.givenUp.keep({ name, about, isRegular, attempts: attemptsMade + 1, error, payload, options });
  }

  private async askFor(name: string): Promise<void> {
    await this.queue.add(name, { payload: 'null' }, { removeOnComplete: true, removeOnFail: true });
  }

  /** One run at a time. Who finds it running leaves a word, and whoever runs then wakes it once more: nobody waits in the queue, turning round. */
  private async alone(name: string, run: () => Promise<void>): Promise<void> {
    const [lock, again] = [redisKey('running', name), redisKey('again', name)];
    let hasRun = false;
    try {
      await whileHeld(this.redis, lock, async () => {
        hasRun = true;
        await this.redis.del(redisKey('wake', name), again);
        await run();
      });
    } finally {
      if (hasRun && (await this.redis.del(again))) await this.askFor(name);
    }
    if (hasRun) return;
    await this.redis.set(again, '1', 'PX', lockMs);
    // The run may have ended before it could read the word.
    if (!(await this.redis.exists(lock))) await this.askFor(name);
  }
}
