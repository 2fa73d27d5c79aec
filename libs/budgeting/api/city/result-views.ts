import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaKey, type AreaResult, type BudgetFairness, type BudgetRound, type DecidedProject, type Explanation, type Fairness, type FateReason, type Result, type Round } from '@isegoria/budgeting/contracts';
import { AreaOutcome, type CountedProject } from './area-result.schema';
import { centsOf, centsText } from './cents';

/** Results as everybody reads them: ids instead of the file's numbers, cents instead of the file's units. */
@Injectable()
export class ResultViews {
  constructor(@InjectModel(AreaOutcome.name) private readonly outcomes: Model<AreaOutcome>) {}

  async one(budgetId: string, areaId: string): Promise<AreaResult | null> {
    const outcome = await this.outcomes.findById(areaKey(String(budgetId), String(areaId))).lean<AreaOutcome>().exec();
    return outcome && viewOf(outcome);
  }
}

function viewOf({ _id, budgetId, areaId, result, explanations, fairness, greedy, projects, digest, decidedAt, otherwise }: AreaOutcome): AreaResult {
  const { decimals, shares, compared } = result;
  const ids = new Map(projects.map(({ key, id }) => [key, id]));
  const idOf = (key: string) => ids.get(key) ?? key;
  const fates = new Map(explanations.map((one) => [one.project, one]));
  const byGreedy = new Set(greedy.winners);
  return {
    id: _id, areaId, money: centsOf(result.budget, decimals), spent: centsOf(result.spent, decimals), voters: result.voters, winners: result.winners.map(idOf),
    rounds: result.rounds.map((round) => roundView(round, decimals, idOf)), shares: shares && sharesView(shares, decimals), compared: compared && { ...compared },
    projects: [...projects].sort((a, b) => b.points - a.points || a.number - b.number).map((project) => projectView(project, fates.get(project.key), byGreedy.has(project.key), decimals)),
    fairness: fairnessView(fairness, decimals), greedy: { winners: greedy.winners.map(idOf), fairness: fairnessView(greedy.fairness, decimals) },
    pbUrl: `/pb/${budgetId}/${areaId}.pb`, digest, decidedAt, otherwise,
  };
}

function roundView(round: Round, decimals: number, idOf: (key: string) => string): BudgetRound {
  const known = { by: round.by, project: idOf(round.project), left: centsOf(round.left, decimals) };
  if (round.by === 'votes') return { ...known, votes: round.votes, fate: round.fate };
  if (round.by === 'free') return known;
  const { effectiveVotes, price, full, rest } = round;
  return {
    ...known, effectiveVotes, price: centsText(price, decimals), fullVoters: full.voters, fullPaid: centsText(full.paid, decimals),
    restVoters: rest.voters, restPaid: centsText(rest.paid, decimals),
  };
}

function sharesView({ first, last, raises, step }: NonNullable<Result['shares']>, decimals: number) {
  return { first: centsText(first, decimals), last: centsText(last, decimals), raises, step: centsOf(step, decimals) };
}

function projectView({ key: _, ...project }: CountedProject, fate: Explanation | undefined, isFundedByGreedy: boolean, decimals: number): DecidedProject {
  const reason: FateReason = fate ? reasonView(fate.reason, decimals) : { kind: 'noVotes' };
  return { ...project, lang: 'el', isFunded: fate?.funded ?? false, isFundedByGreedy, reason, change: fate?.change ?? null };
}

function reasonView(reason: Explanation['reason'], decimals: number): FateReason {
  const { kind, ...rest } = reason;
  const amounts = Object.entries(rest).map(([name, value]: [string, string | number]) => {
    if (name === 'price' || name === 'has') return [name, centsText(String(value), decimals)];
    return [name, name === 'cost' || name === 'left' ? centsOf(Number(value), decimals) : value];
  });
  return { kind, ...(Object.fromEntries(amounts) as Omit<FateReason, 'kind'>) };
}

function fairnessView({ spent, meanMoney, medianMoney, districts, ...rest }: Fairness, decimals: number): BudgetFairness {
  const cents = (units: number) => centsOf(units, decimals);
  return {
    ...rest, spent: cents(spent), meanMoney: cents(meanMoney), medianMoney: cents(medianMoney),
    districts: districts.map((district) => ({ ...district, spent: cents(district.spent), meanMoney: cents(district.meanMoney) })),
  };
}
