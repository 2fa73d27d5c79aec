import { Injectable } from '@nestjs/common';
import { log } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { LiveServer } from './live.server';
import { Versions } from './versions';

/** A delta is a hint with a number in it, not a document. */
const mostBytes = 8_000;

/** Tells everybody who watches a subject what changed. */
@Injectable()
export class Announcer {
  constructor(
    private readonly versions: Versions,
    private readonly live: LiveServer,
  ) {}

  /**
   * Sends `name` and a small payload to the subject's room. It never fails the act that it tells of: who misses a change
   * finds the hole in the versions and asks for the state. What is sent must be for everybody who may watch the room.
   */
  async announce(subject: Subject, name: string, payload: unknown): Promise<void> {
    const room = subjectKey(subject);
    try {
      const size = JSON.stringify(payload ?? null).length;
      if (size > mostBytes) throw new Error(`a delta of ${size} characters`);
      this.live.send({ room, version: await this.versions.next(room), name, payload });
    } catch (error) {
      log.warn({ error: String(error), room, name }, 'a change was not announced');
    }
  }
}
