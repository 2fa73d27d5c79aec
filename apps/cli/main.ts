import 'reflect-metadata';
import { checkEnv, createApp, envManual, Importers } from '@isegoria/kernel/api';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { doors, slices } from './slices';
import { importFile, importFromSource, manual } from './import';
import { offline } from './offline';
import { untilQuiet } from './quiet';
import { rebuild } from './rebuild';
import { seed } from './seed';

const HELP = `npm run isegoria -- COMMAND

  seed [--if-empty] [--scale N]   makes the demo city (N: 1 is all of it, 0.1 a tenth)
  import WHAT FILE                brings records in, from a plain or gzipped file or a folder; safe to run twice
  import diavgeia --from-register [--body N] [--units N,N] [--since YYYY-MM-DD]   the same from the register itself, from where the last run came to
  register simulate [--port N] [--data FOLDER]   our own stand-in for the register, to develop against
  rebuild NAME                    makes a projection, such as the tallies, again from its log
  budget compute|check FILE       counts a participatory budget of a .pb file, or lists what is wrong with it; "budget" alone says more
  verify URL [--state FILE] [--json]   checks the ledger and the tallies of a city from outside, like anybody can
  audit FILE [--url URL] [--share SHARE --share SHARE] [--json]   audits an opened ballot box by its trustees' file, without a net unless --url is given
  draw FILE|URL                   draws a citizens' panel by lot again, from the file that its page gives
  opinions compute DIR [--json]   groups and figures of a Polis export folder (--groups FILE: given groups)
  proof evaluations [FOLDER] [--runs N] [--citizens N] [--answering N] [--seed N] [--json]   a city of known opinions of its own, held against what its pages say (apps/cli/proof/README.md)
  generate                        makes types of the slices' SDL
  env [--check]                   every environment variable, with its default and what it is for; or a list of those that are wrong
  help                            this
`;

/** Does what the words say; the answer is the exit code. */
async function obey(app: NestFastifyApplication, [command = 'help', ...words]: string[]): Promise<number> {
  const [first, second] = words.filter((word) => !word.startsWith('--'));
  switch (command) {
    case 'seed':
      await seed(app, { ifEmpty: words.includes('--if-empty'), scale: Number(after(words, '--scale') ?? process.env['SEED_SCALE'] ?? 1) });
      return 0;
    case 'import': {
      const fetched = await importFromSource(app, first ?? '', words);
      if (fetched !== null) return fetched ? 0 : 1;
      if (first && second) return (await importFile(app, first, second)) ? 0 : 1;
      process.stderr.write(`What, and from which file?\n${manual(app.get(Importers, { strict: false }))}\n`);
      return 2;
    }
    case 'rebuild':
      return (await rebuild(app, first ?? '')) ? 0 : 1;
    default:
      process.stderr.write(`There is no command ${JSON.stringify(command)}.\n\n${HELP}`);
      return 2;
  }
}

const after = (words: string[], option: string): string | undefined => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);

/** Every variable that a slice declares, by name. */
function tellEnv(): void {
  for (const { name, says, fallback } of envManual()) process.stdout.write(`${name} (${JSON.stringify(fallback)})\n    ${says}\n`);
}

/** Ends with a list of the variables that are wrong, where there are any. */
function requireEnv(): void {
  try {
    checkEnv();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

const words = process.argv.slice(2);
if (words[0] === 'env') {
  if (words.includes('--check')) requireEnv();
  else tellEnv();
  process.exit(0);
}
if ((words[0] ?? 'help').replace(/^--?/, '') === 'help') {
  process.stdout.write(HELP);
  process.exit(0);
}
const needsNoCity = offline.get(words[0] ?? '');
try {
  if (needsNoCity) {
    const code = await needsNoCity(words.slice(1));
    // A pipe takes a long answer in parts, and an exit would cut off what waits.
    await new Promise((written) => process.stdout.write('', written));
    process.exit(code);
  }
  const app = await createApp(slices, doors);
  const code = await obey(app, words);
  if (code === 0) await untilQuiet(app);
  await app.close();
  process.exit(code);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
