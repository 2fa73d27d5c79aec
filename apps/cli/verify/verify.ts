import { goNative } from '@isegoria/ledger/api';
import { base64, BrokenLog, type Leaf, type OpenLog, openLog, Recount } from '@isegoria/ledger/contracts';
import type { CityFiles } from './city-files';
import { checkPast, checkTree, readLeaves } from './log-check';
import { type Memory, packed } from './memory';
import { type Patience, TallyWatch } from './recount-all';
import type { Problem, Report } from './report';
import { checkBoxes, checkEntitled } from './tally-check';

goNative();

type Tell = (label: string, done: number, total: number) => void;

/** What was found, and what to remember: nothing where the log itself is broken. */
export interface Verdict {
  report: Report;
  memory: Memory | null;
}

/** Verifies a city from outside. */
export async function verify(city: CityFiles, memory: Memory | null, tell: Tell, patience: Patience = { tries: 5, pauseMs: 1000 }): Promise<Verdict> {
  const report: Report = {
    ok: false, origin: null, key: null, size: 0, root: null, continues: null, witnesses: [], leaves: { votes: 0, acts: 0 }, ballots: { recounted: 0, secret: 0 }, problems: [],
  };
  let kept: Memory | null = null;
  try {
    const log = await openLog(city, memory);
    Object.assign(report, named(log));
    const recount = new Recount();
    const { hashes, isSound } = await checkLog(city, log, { memory, recount, report, tell });
    if (isSound) kept = { key: log.verifierKey, size: log.checkpoint.size, root: base64(log.checkpoint.root), prints: packed(hashes) };
    await checkTallies(city, new TallyWatch(city, recount, { key: log.verifierKey, hashes }), { recount, report, tell, patience });
  } catch (error) {
    report.problems.push(problemOf(error));
  }
  report.ok = report.problems.length === 0;
  return { report, memory: kept };
}

function named({ verifierKey, key, checkpoint: { origin, size, root }, note }: OpenLog): Partial<Report> {
  return { origin, size, root: base64(root), key: verifierKey, witnesses: note.signatures.filter(({ name }) => name !== key.name).map(({ name }) => name) };
}

/** The tree, its entries and its past: the hashes of the leaves, and whether they may be remembered. What is only not understood may. */
async function checkLog(city: CityFiles, { checkpoint }: OpenLog, { memory, recount, report, tell }: { memory: Memory | null; recount: Recount; report: Report; tell: Tell }): Promise<{ hashes: Uint8Array[]; isSound: boolean }> {
  const onLeaf = (leaf: Leaf) => {
    recount.add(leaf);
    report.leaves[leaf.type === 'act' ? 'acts' : 'votes'] += 1;
  };
  const { hashes, problems } = await readLeaves(city, { from: 0, size: checkpoint.size }, { onLeaf, progress: (done, total) => tell('tiles and entries', done, total) });
  report.problems.push(...problems, ...checkTree(hashes, checkpoint), ...(memory ? await checkPast(city, memory, checkpoint, hashes) : []));
  const isSound = report.problems.every(({ kind }) => kind === 'leaf_unknown');
  if (memory && isSound) report.continues = memory.size;
  return { hashes, isSound };
}

async function checkTallies(city: CityFiles, watch: TallyWatch, { recount, report, tell, patience }: { recount: Recount; report: Report; tell: Tell; patience: Patience }): Promise<void> {
  report.problems.push(...(await watch.problems(patience, (done, total) => tell('tallies', done, total))));
  report.ballots = watch.numbers();
  report.problems.push(...(await checkEntitled(city, recount, watch.shown)), ...(await checkBoxes(city, recount)));
}

function problemOf(error: unknown): Problem {
  return { kind: error instanceof BrokenLog ? error.fault : 'unreachable', says: error instanceof Error ? error.message : String(error) };
}
