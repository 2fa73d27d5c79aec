import { Inject, Injectable } from '@nestjs/common';
import type { JobOptions } from 'bull';
import type { Redis } from 'ioredis';
import { newId } from '../store/ids';
import { log } from '../log';
import { jobsGivenUp } from '../http/metrics';
import { REDIS, redisKey } from '../store/redis';

/** A job that failed at its last try, with what it takes to try it again. */
export interface GivenUpJob {
  id: string;
  name: string;
  /** What it was about, where its slice says so. */
  about: string;
  /** One that runs again by itself: of these the last failure of each is kept. */
  isRegular: boolean;
  at: Date;
  /** How often it was tried. */
  attempts: number;
  /** The first line of what went wrong. */
  error: string;
  payload: string;
  options: Pick<JobOptions, 'attempts' | 'jobId'>;
}

const most = 200;
/** What a job carries may name people: nobody needs that for longer. */
const keptMs = 30 * 24 * 3_600_000;
const longestLine = 300;

/** The last jobs that were given up, beside the queue and not in it, so that the same work may be asked for anew. */
@Injectable()
export class GivenUpJobs {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** Writes one down. Whoever gives up has failed already: that this fails too is logged and holds up nothing. */
  async keep({ error, ...job }: Omit<GivenUpJob, 'id' | 'at' | 'error'> & { error: unknown }): Promise<void> {
    jobsGivenUp.inc({ job: job.name });
    try {
      const at = new Date();
      const entry: GivenUpJob = { ...job, id: newId(at), at, error: firstLine(error) };
      for (const { text, entry: known } of await this.read()) {
        const isReplaced = job.isRegular && known.name === job.name;
        if (isReplaced || at.getTime() - known.at.getTime() > keptMs) await this.redis.lrem(key(), 1, text);
      }
      await this.redis.multi().lpush(key(), JSON.stringify(entry)).ltrim(key(), 0, most - 1).pexpire(key(), keptMs).exec();
    } catch (failure) {
      log.warn({ error: String(failure), job: job.name }, 'a job that was given up could not be written down');
    }
  }

  /** The newest first. */
  async all(): Promise<GivenUpJob[]> {
    const oldest = Date.now() - keptMs;
    return (await this.read()).map(({ entry }) => entry).filter(({ at }) => at.getTime() > oldest);
  }

  async find(id: string): Promise<GivenUpJob | null> {
    return (await this.all()).find((entry) => entry.id === id) ?? null;
  }

  /** Takes one off the list; false where somebody else has. */
  async takeOff(id: string): Promise<boolean> {
    const found = (await this.read()).find(({ entry }) => entry.id === id);
    return found !== undefined && (await this.redis.lrem(key(), 1, found.text)) > 0;
  }

  private async read(): Promise<{ text: string; entry: GivenUpJob }[]> {
    return (await this.redis.lrange(key(), 0, -1)).map((text) => ({ text, entry: withDate(JSON.parse(text) as GivenUpJob) }));
  }
}

const key = (): string => redisKey('given-up');

const withDate = (entry: GivenUpJob): GivenUpJob => ({ ...entry, at: new Date(entry.at) });

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return (message.split('\n')[0] ?? '').slice(0, longestLine);
}
