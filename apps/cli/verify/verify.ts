import { base64, BrokenLog, openLog, Recount } from '@isegoria/ledger/contracts';
import type { CityFiles } from './city-files';
import { checkPast, checkTree, readLeaves } from './log-check';
import { type Memory, packed } from './memory';
import type { Problem, Report } from './report';
import { checkBoxes, checkEntitled, disagreements, shownTallies } from './tally-check';

type Tell = (label: string, done: number, total: number) => void;

/** How often, and how far apart, a tally is looked at again before it counts as wrong: votes are counted a moment after they are logged. */
const patience = { tries: 5, pauseMs: 1000 };

/** Verifies a city from outside. Answers what was found, and what to remember: null where the log itself is broken. */
export async function verify(city: CityFiles, memory: Memory | null, tell: Tell, { tries, pauseMs } = patience): Promise<{ report: Report; memory: Memory | null }> {
  const report: Report = {
    ok: false, origin: null, key: null, size: 0, root: null, continues: null, witnesses: [], leaves: { votes: 0, acts: 0 }, ballots: { recounted: 0, secret: 0 }, problems: [],
  };
  const found = await opened(city, memory, report);
  if (!found) return { report, memory: null };
  const { checkpoint } = found;
  const log = await readLeaves(city, 0, checkpoint.size, (done, total) => tell('tiles and entries', done, total));
  report.problems.push(...log.problems, ...checkTree(log.hashes, checkpoint), ...(memory ? await checkPast(city, memory, checkpoint, log.hashes) : []));
  const isSound = report.problems.length === 0;
  if (memory && isSound) report.continues = memory.size;
  const recount = new Recount();
  for (const leaf of log.leaves) recount.add(leaf);
  report.leaves = { acts: log.leaves.filter(({ type }) => type === 'act').length, votes: log.leaves.filter(({ type }) => type === 'vote').length };
  report.problems.push(...(await recountAll(city, recount, { from: checkpoint.size, tries, pauseMs, tell, report })));
  report.ok = report.problems.length === 0;
  return { report, memory: isSound ? { key: found.verifierKey, size: checkpoint.size, root: base64(checkpoint.root), prints: packed(log.hashes) } : null };
}

async function opened(city: CityFiles, memory: Memory | null, report: Report) {
  try {
    const found = await openLog(city, memory);
    const { origin, size, root } = found.checkpoint;
    const others = found.note.signatures.filter(({ name }) => name !== found.key.name).map(({ name }) => name);
    Object.assign(report, { origin, size, root: base64(root), key: found.verifierKey, witnesses: others });
    return found;
  } catch (error) {
    const problem: Problem = { kind: error instanceof BrokenLog ? error.fault : 'unreachable', says: error instanceof Error ? error.message : String(error) };
    report.problems.push(problem);
    return null;
  }
}

/** Every tally against the ledger. What does not agree is looked at again, with what the ledger took in meanwhile: it must agree at one of its leaves. */
async function recountAll(city: CityFiles, recount: Recount, { from, tries, pauseMs, tell, report }: { from: number; tries: number; pauseMs: number; tell: Tell; report: Report }): Promise<Problem[]> {
  let shown = await shownTallies(city, [...recount.ballots.keys()], (done, total) => tell('tallies', done, total));
  const wrong = new Map<string, Problem[]>();
  const look = (ids: Iterable<string>) => {
    for (const id of ids) {
      const count = recount.ballots.get(id);
      const found = count ? disagreements(id, count, shown.get(id)) : [];
      if (found.length > 0) wrong.set(id, found);
      else wrong.delete(id);
    }
  };
  look(recount.ballots.keys());
  for (let size = from, attempt = 0; wrong.size > 0 && attempt < tries; attempt += 1) {
    await new Promise((wake) => setTimeout(wake, pauseMs));
    const { checkpoint } = await openLog(city, null);
    const { leaves } = checkpoint.size > size ? await readLeaves(city, size, checkpoint.size, () => undefined) : { leaves: [] };
    for (const leaf of leaves) {
      recount.add(leaf);
      if (leaf.type === 'vote' && wrong.has(leaf.ballot)) look([leaf.ballot]);
    }
    size = checkpoint.size;
    shown = new Map([...shown, ...(await shownTallies(city, [...wrong.keys()], () => undefined))]);
    look([...wrong.keys()]);
  }
  const secret = [...recount.ballots.values()].filter(({ isSecret, result }) => isSecret && !result).length;
  report.ballots = { recounted: recount.ballots.size - secret - wrong.size, secret };
  return [...[...wrong.values()].flat(), ...(await checkEntitled(city, recount, shown)), ...(await checkBoxes(city, recount))];
}
