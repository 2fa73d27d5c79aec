/** Test files of a worker share one process, for loading the house anew for each costs more than most tests: what one file sets in the environment, the next does not find. */
const before = (globalThis.environmentOfTests ??= { ...process.env });
for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
Object.assign(process.env, before);
