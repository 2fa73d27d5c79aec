/** How long pabutools takes on the same files, in a Python of its own that the first measure makes under the data folder. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const VERSION = '1.2.3';
const run = promisify(execFile);

/** The baseline's own program: reads a file, counts Add1 once, and says how long the rule alone took. */
const SCRIPT = `
import gzip, json, sys, time
from pabutools.election import Cost_Sat
from pabutools.election.pabulib import parse_pabulib_from_string
from pabutools.rules import method_of_equal_shares
instance, profile = parse_pabulib_from_string(gzip.open(sys.argv[1]).read().decode('utf-8-sig'))
start = time.perf_counter()
winners = method_of_equal_shares(instance, profile, sat_class=Cost_Sat, voter_budget_increment=1)
print(json.dumps({'seconds': time.perf_counter() - start, 'winners': sorted(p.name for p in winners)}))
`;

export interface Baseline {
  seconds: number;
  winners: string[];
}

/** Makes the Python, or says why there is none. */
export async function openPabutools(): Promise<{ add1(file: string): Promise<Baseline> } | { absent: string }> {
  const folder = resolve(process.env['DATA_DIR'] || '.data', `pabutools-${VERSION}`);
  const python = join(folder, 'bin/python');
  try {
    if (!existsSync(join(folder, 'ready'))) {
      await run('python3', ['-m', 'venv', folder]);
      await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pabutools==${VERSION}`], { timeout: 240_000 });
      await run(python, ['-c', `import pabutools; open(r'${join(folder, 'ready')}', 'w').close()`]);
    }
  } catch (error) {
    return { absent: `pabutools ${VERSION} could not be installed: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}` };
  }
  return {
    async add1(file) {
      const { stdout } = await run(python, ['-c', SCRIPT, file], { maxBuffer: 1 << 24 });
      return JSON.parse(stdout) as Baseline;
    },
  };
}
