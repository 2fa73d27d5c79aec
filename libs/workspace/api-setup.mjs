/**
 * Test files of a worker share one process, for loading the house anew for each costs more than most tests: what one file sets in the
 * environment, the next does not find, nor what was read of it. Each worker has stores of its own.
 */
import { forgetEnv } from '../kernel/api/env.ts';

const before = (globalThis.environmentOfTests ??= { ...process.env });
for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
Object.assign(process.env, before);

const stores = JSON.parse(process.env.TEST_STORES ?? '[]');
if (stores.length > 0) Object.assign(process.env, stores[Number(process.env.VITEST_POOL_ID ?? 1) % stores.length]);
forgetEnv();
