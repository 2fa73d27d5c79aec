import { setTimeout as sleep } from 'node:timers/promises';
import { Diavgeia } from './diavgeia.client';
import { RegisterFailure, waitMs } from './register-failure';
import { registerEnv } from './register.env';

/** The register at the address of this city. */
export const theRegister = (): Diavgeia => new Diavgeia(registerEnv.DIAVGEIA_URL, registerEnv.DIAVGEIA_TIMEOUT_MS);

/** Asks politely: a pause between two questions, and a question that failed once more after a while, as long as the run's patience lasts. */
export class PatientRegister {
  private spentMs = 0;
  private askedBefore = false;

  /** `alive` is told before each question. */
  constructor(
    private readonly alive: () => Promise<unknown> = () => Promise.resolve(),
    readonly register: Diavgeia = theRegister(),
  ) {}

  async ask<T>(question: (register: Diavgeia) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      if (this.askedBefore) await sleep(registerEnv.DIAVGEIA_PAUSE_MS);
      this.askedBefore = true;
      await this.alive();
      try {
        return await question(this.register);
      } catch (error) {
        if (!(error instanceof RegisterFailure)) throw error;
        const wait = waitMs(error, { attempt, spentMs: this.spentMs, patienceMs: registerEnv.DIAVGEIA_PATIENCE_MS, chance: Math.random() });
        if (wait === null) throw error;
        this.spentMs += wait;
        await sleep(wait);
      }
    }
  }
}
