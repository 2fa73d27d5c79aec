import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { DEFAULT_CRITERIA, idOfNumber, type Criterion } from '@isegoria/evaluations/contracts';
import { terms } from '@isegoria/kernel/api';
import { Processes } from '@isegoria/processes/api';
import { Clock } from '@isegoria/kernel/api';
import { usualEvaluation } from '@isegoria/processes/contracts';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { type ActNotes, type ActTaken, beginning, contentOf, incoming, seenAs, standing, untoldOf, versionKey } from './acts.rules';
import { Decision, type Untold } from './decision.schema';
import { DecisionVersion } from './decision-version.schema';
import type { RegisterAct } from '../register/record';
import { ballotFor } from '../figures/weighing.rules';

/** How acts come in now: by what they are weighed, and which of them without being asked for. */
interface Reception {
  criteria: readonly Criterion[];
  openTypes: readonly string[];
}

/** A version that stands from now on. */
interface News {
  act: RegisterAct;
  notes: ActNotes;
  untold: Untold | null;
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
    const news: News[] = [];
    const taken = acts.map((act) => {
      const known = before.get(act.ada) ?? null;
      const { taken, stands } = incoming(known, act, seenAs(seen.get(versionKey(act)), act));
      if (taken !== 'contradicted') seen.set(versionKey(act), contentOf(act));
      if (!stands) return taken;
      before.set(act.ada, act);
      const notes = notesOf(act);
      news.push({ act, notes, untold: untoldOf(known, act, notes) });
      return taken;
    });
    const open = news.filter(({ act, notes }) => notes.openedAt ?? reception.openTypes.includes(act.typeCode));
    await this.ballots.openMany(open.map(({ act }) => ballotFor({ kind: 'decision', id: idOfNumber(act.ada) }, reception.criteria)));
    await this.log(acts.filter((_, at) => taken[at] === 'added' || taken[at] === 'changed'));
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

  /** The digests of the versions that were here before, by their key. */
  private async versionsSeen(acts: RegisterAct[]): Promise<Map<string, string | null>> {
    const found = await this.versions.find({ _id: { $in: acts.map(versionKey) } }, { content: 1 }).lean<Pick<DecisionVersion, '_id' | 'content'>[]>().exec();
    return new Map(found.map(({ _id, content }) => [_id, content ?? null]));
  }

  /** Of these versions the ones that never came here, by act and version. */
  async neverSeen(wanted: { ada: string; versionId: string }[]): Promise<{ ada: string; versionId: string }[]> {
    const decisionIds = [...new Set(wanted.map(({ ada }) => idOfNumber(ada)))];
    const found = await this.versions.find({ decisionId: { $in: decisionIds } }, { decisionId: 1, versionId: 1 }).lean<DecisionVersion[]>().exec();
    const seen = new Set(found.map(({ decisionId, versionId }) => `${decisionId} ${versionId}`));
    return wanted.filter(({ ada, versionId }) => !seen.has(`${idOfNumber(ada)} ${versionId}`));
  }

  /** Adds what the register's dictionaries say to acts that came without it, as from a file. */
  async nameThose(acts: RegisterAct[], notesOf: (act: RegisterAct) => ActNotes): Promise<void> {
    const writes = acts.flatMap((act) => {
      const notes = notesOf(act);
      const lacking = [...(notes.unitName ? [{ unitName: null }] : []), ...(notes.signedAs?.length ? [{ signedAs: { $size: 0 } }] : [])];
      if (lacking.length === 0) return [];
      const filter = { _id: idOfNumber(act.ada), versionId: act.versionId, $or: lacking };
      return [{ updateOne: { filter, update: { $set: notes, $addToSet: { terms: { $each: terms(notes.unitName?.el ?? '') } } } } }];
    });
    if (writes.length > 0) await this.decisions.bulkWrite(writes);
  }

  private async log(acts: RegisterAct[]): Promise<void> {
    if (acts.length === 0) return;
    await this.versions.bulkWrite(
      acts.map((act) => {
        const { ada, versionId, status, correctedVersionId, subject, versionAt } = act;
        const version = { decisionId: idOfNumber(ada), versionId, status, correctedVersionId, subject, at: versionAt, content: contentOf(act) };
        return { updateOne: { filter: { _id: versionKey(act) }, update: { $setOnInsert: version }, upsert: true } };
      }),
    );
  }

  private async write(news: News[], { criteria, openTypes }: Reception): Promise<void> {
    if (news.length === 0) return;
    const now = this.clock.now();
    await this.decisions.bulkWrite(
      news.map(({ act, notes, untold }) => {
        const stands = { ...standing(act, notes), ...(untold && { untold }) };
        const first = Object.fromEntries(Object.entries(beginning(criteria, openTypes.includes(act.typeCode) ? now : null)).filter(([field]) => !(field in stands)));
        return { updateOne: { filter: { _id: idOfNumber(act.ada) }, update: { $set: stands, $setOnInsert: first }, upsert: true } };
      }),
    );
  }
}
