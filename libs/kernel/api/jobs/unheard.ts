import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventMap } from '@isegoria/kernel/contracts';
import { type Collection, Schema } from 'mongoose';
import { Clock } from '../clock';
import { eachLeft } from '../store/each-left';
import { Events } from './events';
import { Jobs } from './jobs';

type Dated = { [K in keyof EventMap]: 'at' extends keyof EventMap[K] ? K : never }[keyof EventMap] & string;

/** An event that stands in the record it tells of, written with the change itself, until everybody has heard. */
export interface UnheardEvent {
  event: Dated;
  payload: { at: Date };
}

interface Holder {
  _id: string;
  unheard?: UnheardEvent[];
}

/** A model whose records hold events. Its documents may be of any kind: only `unheard` is touched. */
interface Held {
  collection: Collection;
}

const lookMs = 30_000;
/** Whoever changes a record tells of it at once. What is older than this was left by a process that died. */
const leftMs = 10_000;

/** What is to be told of a change: to be put into the record's `unheard` by the same write. */
export function unheard<K extends Dated>(event: K, payload: EventMap[K] & { at: Date }): UnheardEvent {
  return { event, payload };
}

/** Lets the records of a kind hold events. Those that do are found by an index in which no others are. */
export function holdsUnheard(schema: Schema): void {
  schema.add({ unheard: { type: [Schema.Types.Mixed], default: undefined } });
  schema.index({ 'unheard.payload.at': 1 }, { sparse: true });
}

/**
 * Events that a killed process cannot lose. A change and the telling of it are two writes, to two stores; so the first one says what the second has to tell,
 * and what a crash cut off is told a little later. Everybody may hear of it twice.
 */
@Injectable()
export class Unheard implements OnModuleInit {
  private readonly held: Held[] = [];

  constructor(
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('events.unheard', lookMs, () => this.tellLeft(this.clock.now()));
  }

  /** Looks after the records of a model from now on. To be called while modules initialise. */
  watch(held: Held): void {
    this.held.push(held);
  }

  /** Tells what a record holds, and takes it out of there. */
  async tell({ collection }: Held, id: string): Promise<void> {
    const record = await collection.findOne<Holder>({ _id: id as never }, { projection: { unheard: 1 } });
    for (const { event, payload } of record?.unheard ?? []) {
      await this.events.publish(event, payload as EventMap[typeof event]);
      await collection.updateOne({ _id: id as never }, { $pull: { unheard: { event, 'payload.at': payload.at } } as never });
    }
  }

  /** The same for what was left, the oldest first; what still cannot be told holds up nothing else. */
  async tellLeft(now: Date): Promise<void> {
    const left = { 'unheard.payload.at': { $lt: new Date(now.getTime() - leftMs) } };
    for (const held of this.held) {
      const records = await held.collection.find<Holder>(left, { projection: { _id: 1 } }).sort({ 'unheard.payload.at': 1 }).limit(100).toArray();
      await eachLeft(`events of ${held.collection.name}`, records, ({ _id }) => this.tell(held, _id));
    }
  }
}
