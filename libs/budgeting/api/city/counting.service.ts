import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaKey, ballotIdOf, CITY, cityName, type Election, type Fairness, shownByHome } from '@isegoria/budgeting/contracts';
import { StoragePort } from '@isegoria/files/api';
import { Clock, unlessThere } from '@isegoria/kernel/api';
import { cityYear } from '@isegoria/kernel/contracts';
import { PublicActs } from '@isegoria/ledger/api';
import { Organisation } from '@isegoria/organisation/api';
import { smallestGroup } from '@isegoria/statistics/contracts';
import { type Paper, Papers } from '@isegoria/votes/api';
import { nobodyVoted } from '../counting/count-file';
import { countOffLoop } from '../counting/count-off-loop';
import type { Counted } from '../counting/count-order';
import { AreaOutcome } from './area-result.schema';
import { ballotsFile } from './ballots-file';
import { Budget, type StoredArea } from './budget.schema';
import { Project } from './project.schema';

/** Counts areas whose ballot is over. The count is made from the very file that is published: whoever reads it counts the same. */
@Injectable()
export class AreaCounting {
  constructor(
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    @InjectModel(AreaOutcome.name) private readonly outcomes: Model<AreaOutcome>,
    private readonly organisation: Organisation,
    private readonly papers: Papers,
    private readonly storage: StoragePort,
    private readonly acts: PublicActs,
    private readonly clock: Clock,
  ) {}

  /** The area's result, counted now where it is not there yet; null while votes may still come in or its box is not opened. */
  async settle(budget: Budget, area: StoredArea): Promise<AreaOutcome | null> {
    const known = await this.find(budget._id, area.id);
    if (known) return this.told(known);
    const papers = await this.papers.of(ballotIdOf(budget._id, area.id));
    if (!papers) return null;
    await this.outcomes.create(await this.count(budget, area, papers)).catch(unlessThere);
    const counted = await this.find(budget._id, area.id);
    return counted && this.told(counted);
  }

  find(budgetId: string, areaId: string): Promise<AreaOutcome | null> {
    return this.outcomes.findById(areaKey(budgetId, areaId)).lean<AreaOutcome>().exec();
  }

  private async count(budget: Budget, area: StoredArea, papers: readonly Paper[]): Promise<AreaOutcome> {
    const projects = await this.projects.find({ _id: { $in: area.projects } }).sort({ number: 1 }).lean<Project[]>().exec();
    const onBallot = projects.map(({ _id, number, title, cost, districtId, categoryId }) => ({ id: _id, key: String(number), number, title, cost, districtId, categoryId }));
    const text = ballotsFile({ ...(await this.saidOf(budget, area)), projects: onBallot, papers });
    const { votes, points, packed, digest, ...counted } = await countOf(text, papers, { budget, area, onBallot });
    return {
      _id: areaKey(budget._id, area.id), budgetId: budget._id, areaId: area.id, ...counted, otherwise: null,
      projects: onBallot.map((project, at) => ({ ...project, votes: votes[at] ?? 0, points: points[at] ?? 0 })),
      file: await this.storage.put(packed), digest, decidedAt: this.clock.now(),
    };
  }

  private async saidOf({ title, currency, opensAt, closesAt, ballot, rule }: Budget, area: StoredArea) {
    const { name, districts } = await this.organisation.city();
    const where = area.id === CITY ? cityName : (districts.find(({ id }) => id === area.id)?.name ?? { el: area.id, en: area.id });
    return { title: title.el, city: name.el, area: where.el, year: cityYear(closesAt ?? this.clock.now()), currency, money: area.money, opensAt, closesAt, ballot, rule };
  }

  /** Puts the result into the public ledger, once however often it is said. */
  private async told(outcome: AreaOutcome): Promise<AreaOutcome> {
    const { _id, budgetId, areaId, result, digest } = outcome;
    await this.acts.record({
      act: 'budget.decided', id: `budget.decided:${_id}`, rule: result.rule, role: 'city', subject: { kind: 'budget', id: areaKey(budgetId, areaId) },
      body: { area: areaId, digest, voters: result.voters, winners: [...result.winners] },
    });
    return outcome;
  }
}

interface OnBallot {
  budget: Budget;
  area: StoredArea;
  onBallot: readonly { key: string; title: string; cost: number }[];
}

/** Counts the file in its thread. A file without a voter is no election, and yet has a result. */
async function countOf(text: string, papers: readonly Paper[], { budget: { rule }, area, onBallot }: OnBallot): Promise<Counted & { packed: Buffer; digest: string }> {
  if (papers.length === 0) return { ...nobodyVoted(emptyElection(area, onBallot), rule), packed: gzipSync(text), digest: createHash('sha256').update(text).digest('base64url') };
  const answer = await countOffLoop({ file: { text }, rule, homes: area.id === CITY ? papers.map(({ district }) => district) : null });
  if (answer.refused) throw new Error(`our own file cannot be read: ${JSON.stringify(answer.refused.slice(0, 3))}`);
  const { result, explanations, fairness, greedy, votes, points, packed, digest } = answer;
  const told = (of: Fairness) => ({ ...of, districts: shownByHome(of, smallestGroup) });
  return { result, explanations, fairness: told(fairness), greedy: { ...greedy, fairness: told(greedy.fairness) }, votes, points, packed: Buffer.from(packed), digest };
}

function emptyElection({ money }: StoredArea, projects: OnBallot['onBallot']): Election {
  return { name: '', currency: '', decimals: 2, budget: money, voteType: 'approval', projects: projects.map(({ key, title, cost }) => ({ id: key, name: title, cost })), groups: [], voters: 0, threshold: null, maxPoints: null };
}
