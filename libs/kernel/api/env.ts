import type { ZodType } from 'zod';
import { z } from 'zod';

/** One environment variable: its type, the sentence that explains it, and what it is when it is not set. */
export interface EnvVar<T> {
  schema: ZodType<T>;
  says: string;
  fallback: T;
  /** Its value is not repeated where it is wrong: what starts a city is read in logs. */
  isSecret?: boolean;
}

/** Declares one variable. The schema reads a string; the fallback is already of the type. */
export function envVar<T>(schema: ZodType<T>, says: string, fallback: NoInfer<T>): EnvVar<T> {
  return { schema, says, fallback };
}

/** The same of one that holds a secret. */
export function secretVar<T>(schema: ZodType<T>, says: string, fallback: NoInfer<T>): EnvVar<T> {
  return { schema, says, fallback, isSecret: true };
}

/** A switch in the environment: `on` or `off`. */
export const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

const declared = new Map<string, EnvVar<unknown>>();
/** What was read already, by name. */
const values = new Map<string, unknown>();

/**
 * Declares a slice's variables and answers an object that reads each one when it is first asked for. `checkEnv` looks at
 * all of them at start, so that a wrong one stops the start instead of a citizen's request.
 */
export function defineEnv<const V extends Record<string, EnvVar<unknown>>>(vars: V) {
  const env = {};
  for (const [name, variable] of Object.entries(vars)) {
    declared.set(name, variable);
    Object.defineProperty(env, name, { enumerable: true, get: () => valueOf(name, variable) });
  }
  return env as { readonly [K in keyof V]: V[K] extends EnvVar<infer T> ? T : never };
}

/** Reads every declared variable; throws one error that lists all that are wrong, with what each is for. */
export function checkEnv(): void {
  const wrong: string[] = [];
  for (const [name, variable] of declared) {
    try {
      read(name, variable);
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (wrong.length > 0) throw new WrongEnvironment(wrong);
}

/** The start's refusal: each line names a variable, what is wrong with it and what it is for. */
export class WrongEnvironment extends Error {
  constructor(wrong: string[]) {
    super(`The environment is not right:\n${wrong.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'WrongEnvironment';
  }
}

/** All declared variables with their sentences and defaults, for the manual. */
export function envManual(): { name: string; says: string; fallback: unknown }[] {
  return [...declared].map(([name, { says, fallback }]) => ({ name, says, fallback })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Forgets what was read, for a test's city that begins in an environment of its own. */
export function forgetEnv(): void {
  values.clear();
}

function valueOf(name: string, variable: EnvVar<unknown>): unknown {
  if (!values.has(name)) values.set(name, read(name, variable));
  return values.get(name);
}

function read(name: string, { schema, says, fallback, isSecret = false }: EnvVar<unknown>): unknown {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map(({ message }) => message).join('; ');
  throw new Error(`${name}${isSecret ? '' : `=${JSON.stringify(text)}`}: ${why}. ${says}`);
}
