import { type Leaf, openLog, type Recount } from '@isegoria/ledger/contracts';
import type { CityFiles } from './city-files';
import { checkTree, readLeaves } from './log-check';
import type { Problem } from './report';
import { ballotsInData, disagreements, type ShownTally, shownTallies } from './tally-check';

/** How often, and how far apart, a tally is looked at again before it counts as wrong: votes are counted and logged a moment apart. */
export interface Patience {
  tries: number;
  pauseMs: number;
}

/** Every tally against the ledger. */
export class TallyWatch {
  shown = new Map<string, ShownTally>();
  private readonly wrong = new Map<string, Problem[]>();
  /** What is wrong with the public data, and with the leaves that came meanwhile. */
  private readonly broken: Problem[] = [];

  /** `seen` is the log as it was checked before: its key, and the hashes of its leaves. */
  constructor(
    private readonly city: CityFiles,
    private readonly recount: Recount,
    private readonly seen: { key: string; hashes: Uint8Array[] },
  ) {}

  /** What does not agree is looked at again, with what the ledger took in meanwhile: it must agree at one of its leaves. */
  async problems({ tries, pauseMs }: Patience, progress: (done: number, total: number) => void): Promise<Problem[]> {
    const data = await ballotsInData(this.city);
    this.broken.push(...data.problems);
    const ids = [...new Set([...this.recount.ballots.keys(), ...data.ballots])];
    this.shown = await shownTallies(this.city, ids, progress);
    this.look(ids);
    for (let attempt = 0; this.wrong.size > 0 && attempt < tries; attempt += 1) {
      await new Promise((wake) => setTimeout(wake, pauseMs));
      await this.goOn();
      for (const [id, tally] of await shownTallies(this.city, [...this.wrong.keys()])) this.shown.set(id, tally);
      this.look([...this.wrong.keys()]);
    }
    return [...this.broken, ...[...this.wrong.values()].flat()];
  }

  /** How many ballots agree, and how many are secret, so that only their votes can be counted. */
  numbers(): { recounted: number; secret: number } {
    const secret = [...this.recount.ballots.values()].filter(({ isSecret, result }) => isSecret && !result).length;
    return { recounted: this.recount.ballots.size - secret - this.wrong.size, secret };
  }

  /** The log of now is checked as it was the first time: all leaves together, old and new, make the root that the same key signed. */
  private async goOn(): Promise<void> {
    const { checkpoint } = await openLog(this.city, this.seen);
    const { size } = checkpoint;
    const { hashes } = this.seen;
    const onLeaf = (leaf: Leaf) => {
      this.recount.add(leaf);
      if (leaf.type === 'vote' && this.wrong.has(leaf.ballot)) this.look([leaf.ballot]);
    };
    if (size > hashes.length) {
      const read = await readLeaves(this.city, { from: hashes.length, size }, { onLeaf });
      this.broken.push(...read.problems);
      for (const hash of read.hashes) hashes.push(hash);
    }
    this.broken.push(...checkTree(hashes.slice(0, size), checkpoint));
  }

  private look(ids: readonly string[]): void {
    for (const id of ids) {
      const found = disagreements(id, this.recount.of(id), this.shown.get(id));
      if (found.length > 0) this.wrong.set(id, found);
      else this.wrong.delete(id);
    }
  }
}
