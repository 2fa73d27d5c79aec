import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { DEFAULT_CRITERIA, idOfAda, type Criterion } from '@isegoria/evaluations/contracts';
import { Processes } from '@isegoria/processes/api';
import { Clock } from '@isegoria/kernel/api';
import { usualEvaluation } from '@isegoria/processes/contracts';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { type ActNotes, type ActTaken, beginning, incoming, standing, versionKey } from './acts.rules';
import { Decision } from './decision.schema';
import { DecisionVersion } from './decision-version.schema';
import type { RegisterAct } from './register/record';
import { ballotFor } from './weighing.rules';

/** How acts come in now: by what they are weighed, and which of them without being asked for. */
interface Reception {
  criteria: readonly Criterion[];
  openTypes: readonly string[];
}

/**
 * Takes acts of the register in. Ballots and version log are written first and the acts last, all under ids that follow
 * from the register's numbers: an act that can be read is whole, and the next run completes what a crash left.
 */
@Injectable()
export class Acts {
  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(DecisionVersion.name) private readonly versions: Model<DecisionVersion>,
    private readonly ballots: Ballots,
    private readonly processes: Processes,
    private readonly clock: Clock,
  ) {}

  /** Takes a handful of acts; answers what became of each, in order. An act may come twice, as its versions. */
  async take(acts: RegisterAct[], notesOf: (act: RegisterAct) => ActNotes = () => ({})): Promise<ActTaken[]> {
    const reception = await this.receptionNow();
    const before = await this.standingNow(acts);
    const seen = await this.versionsSeen(acts);
    const news: { act: RegisterAct; notes: ActNotes }[] = [];
    const taken = acts.map((act) => {
      const { taken, stands } = incoming(before.get(act.ada) ?? null, act, seen.has(versionKey(act)));
      if (!stands) return taken;
      before.set(act.ada, act);
      news.push({ act, notes: notesOf(act) });
      return taken;
    });
    const open = news.filter(({ act, notes }) => notes.openedAt ?? reception.openTypes.includes(act.typeCode));
    await this.ballots.openMany(open.map(({ act }) => ballotFor({ kind: 'decision', id: idOfAda(act.ada) }, reception.criteria)));
    await this.log(acts.filter((_, at) => taken[at] !== 'unchanged'));
    await this.write(news, reception);
    return taken;
  }

  /** As the phase that runs sets it; as usual where none does. */
  async receptionNow(): Promise<Reception> {
    const settings = (await this.processes.current('evaluations'))?.phase.settings;
    const criteria = (settings?.criteria ?? []).map(({ id, label, question }) => ({ id, label: { ...label }, question: { ...question } }));
    return { criteria: criteria.length > 0 ? criteria : DEFAULT_CRITERIA, openTypes: (settings?.evaluation ?? usualEvaluation).openTypes };
  }

  private async standingNow(acts: RegisterAct[]): Promise<Map<string, Pick<Decision, 'versionId' | 'status' | 'versionAt'>>> {
    const found = await this.decisions.find({ ada: { $in: acts.map(({ ada }) => ada) } }).lean<Decision[]>().exec();
    return new Map(found.map((decision) => [decision.ada, decision]));
  }

  private async versionsSeen(acts: RegisterAct[]): Promise<Set<string>> {
    const found = await this.versions.find({ _id: { $in: acts.map(versionKey) } }, { _id: 1 }).lean<{ _id: string }[]>().exec();
    return new Set(found.map(({ _id }) => _id));
  }

  private async log(acts: RegisterAct[]): Promise<void> {
    if (acts.length === 0) return;
    await this.versions.bulkWrite(
      acts.map((act) => {
        const { ada, versionId, status, correctedVersionId, subject, versionAt } = act;
        const version = { decisionId: idOfAda(ada), versionId, status, correctedVersionId, subject, at: versionAt };
        return { updateOne: { filter: { _id: versionKey(act) }, update: { $setOnInsert: version }, upsert: true } };
      }),
    );
  }

  private async write(news: { act: RegisterAct; notes: ActNotes }[], { criteria, openTypes }: Reception): Promise<void> {
    if (news.length === 0) return;
    const now = this.clock.now();
    await this.decisions.bulkWrite(
      news.map(({ act, notes }) => {
        const stands = standing(act, notes);
        const first = Object.fromEntries(Object.entries(beginning(criteria, openTypes.includes(act.typeCode) ? now : null)).filter(([field]) => !(field in stands)));
        return { updateOne: { filter: { _id: idOfAda(act.ada) }, update: { $set: stands, $setOnInsert: first }, upsert: true } };
      }),
    );
  }
}
