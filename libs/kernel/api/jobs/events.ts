import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventMap } from '@isegoria/kernel/contracts';
import { Jobs } from './jobs';

type Name = keyof EventMap & string;
type Handler = (payload: unknown) => Promise<void> | void;
type Test = (payload: unknown) => boolean;

/** How slices that may not call each other meet: by an event that the sender's contracts declare. */
@Injectable()
export class Events implements OnModuleInit {
  private readonly inStep = new Map<string, Map<string, Handler>>();
  private readonly afterwards = new Map<string, Map<string, { run: Handler; concerns: Test }>>();

  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.define<{ event: string; handler: string; payload: unknown }>('event', async ({ event, handler, payload }) => {
      await this.afterwards.get(event)?.get(handler)?.run(payload);
    }, ({ event, handler }) => `${event} → ${handler}`);
  }

  /** Hears an event in step: the sender waits, and a failure is the sender's failure. For what must not be out of step. */
  on<K extends Name>(event: K, handler: string, run: (payload: EventMap[K]) => Promise<void> | void): void {
    enter(this.inStep, event, handler, run as Handler);
  }

  /** Hears an event later, through the queue, tried again after a failure; it may run twice. What does not concern it is not queued for it. */
  later<K extends Name>(event: K, handler: string, run: (payload: EventMap[K]) => Promise<void> | void, concerns: (payload: EventMap[K]) => boolean = () => true): void {
    enter(this.afterwards, event, handler, { run: run as Handler, concerns: concerns as Test });
  }

  /** Tells what happened. Resolves when those in step have heard it and the others are in the queue. */
  async publish<K extends Name>(event: K, payload: EventMap[K]): Promise<void> {
    for (const run of this.inStep.get(event)?.values() ?? []) await run(payload);
    for (const [handler, { concerns }] of this.afterwards.get(event) ?? []) if (concerns(payload)) await this.jobs.add('event', { event, handler, payload });
  }
}

function enter<T>(handlers: Map<string, Map<string, T>>, event: string, handler: string, entry: T): void {
  const known = handlers.get(event) ?? new Map<string, T>();
  handlers.set(event, known.set(handler, entry));
}
