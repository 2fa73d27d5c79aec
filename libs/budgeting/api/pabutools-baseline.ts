/** How long pabutools takes on the same files, in a Python of its own that the first measure makes under the data folder. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pythonWith } from '@isegoria/kernel/api';

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
  const name = `pabutools==${VERSION}`;
  const made = await pythonWith(`pabutools-${VERSION}`, [name]).then((python) => ({ python }), (error: unknown) => ({ absent: `${name} could not be installed: ${String(error).split('\n', 1).join()}` }));
  if ('absent' in made) return made;
  return {
    async add1(file) {
      const { stdout } = await run(made.python, ['-c', SCRIPT, file], { maxBuffer: 1 << 24 });
      return JSON.parse(stdout) as Baseline;
    },
  };
}
