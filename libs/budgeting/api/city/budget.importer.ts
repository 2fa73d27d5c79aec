import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { areaKey, CITY, type Defect, hasPoints, plainAmount, speakEnglish } from '@isegoria/budgeting/contracts';
import { StoragePort } from '@isegoria/files/api';
import { Clock, Importers, type ImportReport, unlessThere } from '@isegoria/kernel/api';
import { countOffLoop } from '../counting/count-off-loop';
import type { CountedFile, RefusedFile } from '../counting/count-order';
import { fingerprintOf } from '../pb-file';
import { AreaOutcome } from './area-result.schema';
import { Budget, type StoredBallot } from './budget.schema';
import { centsOf } from './cents';
import { Project, termsOf } from './project.schema';

/** `isegoria import budget FILE`: an election of Pabulib becomes a past budget with its result, counted again by the rule that it names. */
@Injectable()
export class BudgetImporter implements OnModuleInit {
  constructor(
    @InjectModel(Budget.name) private readonly budgets: Model<Budget>,
    @InjectModel(Project.name) private readonly projects: Model<Project>,
    @InjectModel(AreaOutcome.name) private readonly outcomes: Model<AreaOutcome>,
    private readonly storage: StoragePort,
    private readonly importers: Importers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.importers.register({
      name: 'budget',
      help: 'One election in the .pb format of Pabulib, plain or gzipped: it becomes a past budget, counted by the rule that the file names (greedy where it names none of ours). A file with a defect is refused whole, each defect with its line.',
      run: (text, report) => this.run(text, report),
      runFile: (path, report) => this.runFile(path, report),
    });
  }

  /** A text that is there already goes the way of files. */
  async run(text: string, report: ImportReport): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'isegoria-pb-'));
    try {
      await writeFile(join(folder, 'election.pb'), text);
      await this.runFile(join(folder, 'election.pb'), report);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** However large the file is, this process goes on answering: it is read and counted in a thread, and only the result comes back. */
  async runFile(path: string, report: ImportReport): Promise<void> {
    report.total(1);
    const id = `pb-${(await fingerprintOf(path)).slice(0, 20)}`;
    if (await this.budgets.exists({ _id: id }).exec()) return report.unchanged();
    const counted = await countOffLoop({ file: { path }, rule: null, homes: null });
    if (counted.refused) return refuseAll(counted, report);
    await this.keep(id, counted);
    report.added();
  }

  /** The budget comes last: one that can be read is whole, and another run completes what a crash left. */
  private async keep(id: string, counted: CountedFile): Promise<void> {
    const { election, rule } = counted;
    const at = this.clock.now();
    const outcome = await this.outcomeOf(id, counted);
    const won = new Set(outcome.result.winners);
    const projects = outcome.projects.map(({ id: _id, key, number, title, cost, districtId, categoryId }) => ({
      _id, budgetId: id, number, areaId: CITY, title, text: title, lang: 'und', districtId, place: null, categoryId, departmentId: null, cost,
      feasibility: 'feasible', reason: null, proposalId: null, isFunded: won.has(key), work: null, createdAt: at, terms: termsOf({ title, text: '' }),
    }));
    await this.outcomes.create(outcome).catch(unlessThere);
    await this.projects.insertMany(projects, { ordered: false }).catch(unlessThere);
    const meta = new Map(counted.meta);
    await this.budgets.create({ _id: id, ...declaredBy(election, meta), rule, areas: [{ id: CITY, money: centsOf(election.budget, election.decimals), projects: projects.map(({ _id }) => _id) }], createdAt: at, announcedAt: at, opensAt: dayOf(meta.get('date_begin')), closesAt: dayOf(meta.get('date_end')), decidedAt: at }).catch(unlessThere);
  }

  private async outcomeOf(id: string, { election, official, result, explanations, fairness, greedy, votes, points, packed, digest }: CountedFile): Promise<AreaOutcome> {
    const won = new Set(result.winners);
    const otherwise = official.winners.length === 0 ? null : election.projects.filter(({ id: key }) => won.has(key) !== official.winners.includes(key)).length;
    return {
      _id: areaKey(id, CITY), budgetId: id, areaId: CITY, result, explanations, fairness, greedy, otherwise,
      projects: election.projects.map(({ id: key, name, cost, district, category }, at) => ({
        id: `${id}-${at + 1}`, key, number: at + 1, title: name, cost: centsOf(cost, election.decimals), districtId: district ?? null, categoryId: category ?? null, votes: votes[at] ?? 0, points: points[at] ?? 0,
      })),
      file: await this.storage.put(Buffer.from(packed)), digest, decidedAt: this.clock.now(),
    };
  }
}

function refuseAll({ refused, count }: RefusedFile, report: ImportReport): void {
  for (const { line, kind, values } of refused) report.refused(`line ${line}`, sentenceOf(kind, values));
  const more = count - refused.length;
  if (more > 0) report.refused('the rest', `${more} more defects`);
}

const sentenceOf = (kind: Defect['kind'], values: Defect['values']): string => speakEnglish(`defect.${kind}`, values);

function declaredBy(election: CountedFile['election'], meta: ReadonlyMap<string, string>) {
  const name = [meta.get('unit'), meta.get('subunit'), meta.get('instance')].filter(Boolean).join(', ') || election.name;
  const text = meta.get('description') ?? name;
  const form: StoredBallot['form'] = election.voteType === 'ordinal' ? 'ranking' : hasPoints(election) ? 'points' : 'approval';
  const most = Number(meta.get('max_length'));
  return {
    title: { el: name, en: name }, summary: { el: text, en: text }, processId: null, secrecy: 'open' as const, currency: election.currency || 'EUR', importedFrom: `${name}.pb`,
    ballot: { form, withinMoney: meta.has('max_sum_cost'), most: most > 0 ? most : null, points: election.maxPoints && Number(plainAmount(election.maxPoints, 0)) },
  };
}

/** `24.06.2019`, or a year alone. */
function dayOf(text: string | undefined): Date | null {
  const [, day = '1', month = '1', year] = /^(?:(\d\d?)\.(\d\d?)\.)?(\d{4})$/.exec(text ?? '') ?? [];
  return year ? new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))) : null;
}
