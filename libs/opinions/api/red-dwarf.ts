/** red-dwarf 0.4.0 (PyPI), the reference implementation, in a Python of its own, beside which the bench measures. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith } from '@isegoria/kernel/api';
import type { Labels } from './method/quality';

const run = promisify(execFile);

export interface RedDwarfAsked {
  /** Participant, statement, answer. */
  votes: [number, number, number][];
  out: number[];
  /** Who came, each time. */
  samples: number[][];
}

export interface RedDwarfFound {
  /** Of its pipeline alone, the best of three, Python being warm. */
  seconds: number;
  labels: Labels;
  x: Float64Array;
  y: Float64Array;
  samples: Labels[];
}

const script = `
import json, sys, time, warnings
warnings.filterwarnings('ignore')
from reddwarf.implementations.polis import run_clustering
asked = json.load(open(sys.argv[1]))
def cluster(votes):
    result = run_clustering(votes=[dict(participant_id=p, statement_id=s, vote=v) for p, s, v in votes], mod_out_statement_ids=asked['out'], random_state=42).participants_df
    return result[result['to_cluster']]
seconds = []
for _ in range(3):
    votes = [dict(participant_id=p, statement_id=s, vote=v) for p, s, v in asked['votes']]
    start = time.perf_counter()
    run_clustering(votes=votes, mod_out_statement_ids=asked['out'], random_state=42)
    seconds.append(time.perf_counter() - start)
def told(frame):
    return [[int(p), int(l), float(x), float(y)] for p, l, x, y in zip(frame.index, frame['cluster_id'], frame['x'], frame['y'])]
samples = []
for came in asked['samples']:
    came = set(came)
    samples.append(told(cluster([v for v in asked['votes'] if v[0] in came])))
json.dump(dict(seconds=min(seconds), whole=told(cluster(asked['votes'])), samples=samples), open(sys.argv[2], 'w'))
`;

/** The Python that has the package, made under .data at the first time; null where it cannot be had. */
export function redDwarfPython(): Promise<string | null> {
  return pythonWith('red-dwarf-0.4.0', ['red-dwarf==0.4.0']).catch(() => null);
}

type Told = [number, number, number, number][];

export async function askRedDwarf(python: string, asked: RedDwarfAsked): Promise<RedDwarfFound> {
  const folder = mkdtempSync(join(tmpdir(), 'red-dwarf-'));
  try {
    const [question, answer] = [join(folder, 'asked.json'), join(folder, 'found.json')];
    writeFileSync(question, JSON.stringify(asked));
    await run(python, ['-c', script, question, answer], { maxBuffer: 1 << 26 });
    const { seconds, whole, samples } = JSON.parse(readFileSync(answer, 'utf8')) as { seconds: number; whole: Told; samples: Told[] };
    return { seconds, labels: labelsOf(whole), x: Float64Array.from(whole, ([, , x]) => x), y: Float64Array.from(whole, ([, , , y]) => y), samples: samples.map(labelsOf) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const labelsOf = (told: Told): Labels => new Map(told.map(([row, label]) => [row, label]));
