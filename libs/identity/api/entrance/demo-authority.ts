import { type Clock, newSecret } from '@isegoria/kernel/api';
import { escaped, type Localized } from '@isegoria/kernel/contracts';

/** Secrets that a made-up authority gives out, such as codes and tokens: each is good once, for a while, in this process. */
export class GivenOnce<T> {
  private readonly given = new Map<string, { what: T; until: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly ms: number,
  ) {}

  give(what: T): string {
    const now = this.clock.now().getTime();
    for (const [known, { until }] of this.given) if (until < now) this.given.delete(known);
    const secret = newSecret();
    this.given.set(secret, { what, until: now + this.ms });
    return secret;
  }

  take(secret: string | undefined): T | null {
    const given = this.given.get(secret ?? '');
    this.given.delete(secret ?? '');
    return given && given.until >= this.clock.now().getTime() ? given.what : null;
  }
}

interface DemoChoice {
  title: string;
  /** What this page stands in for, and whom to choose. */
  text: Localized;
  people: readonly { path: string; says: string }[];
  /** The way back of who does not sign in. */
  no: string;
}

/** The page of a made-up authority, which asks whom one wants to be. Plain, and no page of the city: whoever tries it out should see that they have left. */
export const demoPage = (nonce: string, { title, text, people, no }: DemoChoice): string =>
  `<!doctype html><html lang="el"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style nonce="${nonce}">
body { max-width: 34rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff } ul { padding: 0; list-style: none }
a { display: block; min-height: 2.75rem; padding: .5rem .75rem; margin: .5rem 0; border: 1px solid #767676; border-radius: .375rem; color: #003d8f }
</style></head><body><main><h1>Ποιος είσαι σήμερα;</h1><p>${text.el}</p><p lang="en">${text.en}</p><ul>${people.map(({ path, says }) => `<li><a href="${escaped(path)}">${says}</a></li>`).join('')}</ul><p><a href="${escaped(no)}">Πίσω, χωρίς σύνδεση · <span lang="en">Back, without signing in</span></a></p></main></body></html>`;

/** What stands in the address after the question mark: those of the texts that are there. */
export const queryOf = (said: object): string => new URLSearchParams(Object.entries(said).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))).toString();
