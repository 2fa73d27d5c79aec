import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing beyond this waits its turn: it fills memory, and requests of others need their time too. */
const atOnce = 3;

/** Passwords, never kept as they are. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), cost));
  }

  /** Whether the password fits. Without an account it takes as long as with one, so that time does not tell. */
  async fits(kept: string | null, password: string): Promise<boolean> {
    const against = kept ?? (await (this.decoy ??= this.hash('nobody has this password')));
    const fits = await this.inTurn(() => verify(against, password.normalize('NFKC')).catch(() => false));
    return fits && kept !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
