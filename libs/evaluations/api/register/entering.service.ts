import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type CorrectDecisionResult, type DecisionEntered, type DecisionsEnteredEvent, type EnterDecisionResult, idOfNumber, type LineFate, type MutationCorrectDecisionArgs } from '@isegoria/evaluations/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, Events, Turns } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ActNews } from '../decisions/act-news';
import type { ActTaken } from '../decisions/acts.rules';
import { Acts } from '../decisions/acts.service';
import { Decision } from '../decisions/decision.schema';
import { Decisions } from '../decisions/decisions.service';
import type { DecisionView } from '../decisions/decisions.views';
import { DecisionEntry } from './decision-entry.schema';
import { enteredAct, type EnteredInput, type EnteredProblem, enteredProblems, fateOf, idOfEntered, type Known, numberTaken } from './entered-decisions';
import type { RegisterAct } from './record';
import { registerEnv } from './register.env';

const nothingSeen: Looked = { problems: [], fate: null };

type Standing = Known & Pick<Decision, '_id' | 'status' | 'versionAt' | 'departmentId' | 'districtId'>;

/** What is wrong with a decision, or what would become of it. */
export interface Looked {
  problems: EnteredProblem[];
  fate: LineFate | null;
}

/** Who enters decisions: an official by the page, or the command of whoever runs the platform. */
export interface EnteredBy {
  role: DecisionsEnteredEvent['by'];
  id: string | null;
}

/** Decisions that officials enter, by the form or by a file, for cities whose acts stand in no register that we read. */
@Injectable()
export class Entering {
  constructor(
    @InjectModel(Decision.name) private readonly stored: Model<Decision>,
    @InjectModel(DecisionEntry.name) private readonly entries: Model<DecisionEntry>,
    private readonly acts: Acts,
    private readonly decisions: Decisions,
    private readonly news: ActNews,
    private readonly organisation: Organisation,
    private readonly citizens: Citizens,
    private readonly events: Events,
    private readonly turns: Turns,
    private readonly clock: Clock,
  ) {}

  /** One that is not here yet. The same pressed twice is once; a number that says something else is not overwritten in passing. */
  enter(official: Citizen, input: EnteredInput): Promise<EnterDecisionResult> {
    return this.inTurn(input, () => this.enterNow(official, input));
  }

  private async enterNow(official: Citizen, input: EnteredInput): Promise<EnterDecisionResult> {
    const [{ problems, fate } = nothingSeen] = await this.look([input]);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if (fate === 'changed') return { __typename: 'NumberExists', decision: await this.thatIsHere(idOfEntered(input)) };
    return this.entered(official, input);
  }

  /** Corrects or revokes one that was entered here, as it stood when the official read it. */
  correct(official: Citizen, correction: MutationCorrectDecisionArgs): Promise<CorrectDecisionResult> {
    return this.inTurn(correction.input, () => this.correctNow(official, correction));
  }

  private async correctNow(official: Citizen, { id, version, input }: MutationCorrectDecisionArgs): Promise<CorrectDecisionResult> {
    const found = await this.stored.findById(id, { source: 1, versionId: 1 }).lean<Standing>().exec();
    if (found?.source !== 'CITY') return { __typename: 'NotFound', reason: 'decision' };
    const [{ problems, fate } = nothingSeen] = await this.look([input]);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if (idOfEntered(input) !== id) return { __typename: 'Invalid', problems: [{ field: 'number', code: 'invalid', limit: null }] };
    if (fate === 'changed' && found.versionId !== version) return { __typename: 'DecisionMoved', decision: await this.thatIsHere(id) };
    return this.entered(official, input);
  }

  /** Who entered it and changed it, the first one first. */
  async entriesOf(decisionId: string): Promise<{ status: Decision['status']; at: Date; name: string | null }[]> {
    const found = await this.entries.find({ decisionId }).sort({ at: 1, _id: 1 }).limit(100).lean<DecisionEntry[]>().exec();
    const cards = await this.citizens.cards(found.flatMap(({ byId }) => byId ?? []));
    return found.map(({ status, at, byId }) => ({ status, at, name: cards.get(byId ?? '')?.name || null }));
  }

  /** What is wrong with each decision, and what would become of it. */
  async look(inputs: EnteredInput[]): Promise<Looked[]> {
    const { departments, districts } = await this.organisation.current();
    const known = await this.known(inputs);
    // What was retired meanwhile stays where it is written already.
    const isThere = (things: { id: string }[], wanted: string | null | undefined, own: string | null | undefined) => !wanted || wanted === own || things.some(({ id }) => id === wanted);
    return inputs.map((input) => {
      const before = known.get(idOfEntered(input)) ?? null;
      const problems: EnteredProblem[] = enteredProblems(input, { hosts: registerEnv.DECISION_HOSTS, now: this.clock.now() });
      if (problems.length > 0) return { problems, fate: null };
      const taken = numberTaken(input, before);
      if (taken) problems.push({ field: 'number', code: taken, limit: null });
      if (!isThere(departments, input.departmentId, before?.departmentId)) problems.push({ field: 'departmentId', code: 'invalid', limit: null });
      if (!isThere(districts, input.districtId, before?.districtId)) problems.push({ field: 'districtId', code: 'invalid', limit: null });
      return { problems, fate: problems.length > 0 ? null : fateOf(input, before) };
    });
  }

  /** Takes decisions in that have no problems, and puts them down for the ledger; answers what became of each. */
  async take(inputs: EnteredInput[], by: EnteredBy): Promise<ActTaken[]> {
    const now = this.clock.now();
    const known = await this.known(inputs);
    const entered = inputs.map((input) => enteredAct(input, known.get(idOfEntered(input)) ?? null, now));
    const notes = new Map(entered.map((one) => [one.act.ada, one.notes]));
    const name = (await this.organisation.city()).name;
    await this.putDown(entered.map(({ act }) => act), known, by);
    const taken = await this.acts.take(entered.map(({ act }) => act), ({ ada }) => ({ organisationName: name, ...notes.get(ada) }));
    await this.news.followThrough();
    // The unchanged ones too: a press that broke off may have left them out.
    const decisions = [...(await this.known(inputs))].map(([id, { versionId, status, versionAt: since }]) => ({ id, versionId, status, since }));
    await this.events.publish('decisions.entered', { by: by.role, decisions });
    return taken;
  }

  /** Two officials at one number, in one instant: the second one reads what the first one wrote, and is told. */
  private inTurn<T>(input: EnteredInput, act: () => Promise<T>): Promise<T> {
    return this.turns.take(`evaluations.enter.${idOfEntered(input)}`, act);
  }

  private async entered(official: Citizen, input: EnteredInput): Promise<DecisionEntered> {
    const [taken] = await this.take([input], { role: 'official', id: official.id });
    return { __typename: 'DecisionEntered', decision: await this.thatIsHere(idOfEntered(input)), changed: taken === 'changed' };
  }

  private async thatIsHere(id: string): Promise<DecisionView> {
    const decision = await this.decisions.one(id);
    if (!decision) throw new Error('A decision that was entered is not there.');
    return decision;
  }

  /** Who does it, before it is done: no act stands that nobody entered. */
  private async putDown(acts: RegisterAct[], known: Map<string, Standing>, { id: byId }: EnteredBy): Promise<void> {
    const at = this.clock.now();
    const writes = acts.flatMap(({ ada, versionId, status }) => {
      const decisionId = idOfNumber(ada);
      const before = known.get(decisionId);
      if (before?.versionId === versionId) return [];
      const entry = { decisionId, versionId, status, byId, at };
      return [{ updateOne: { filter: { _id: `${decisionId} ${versionId} ${before?.versionAt.getTime() ?? 0}` }, update: { $setOnInsert: entry }, upsert: true } }];
    });
    if (writes.length > 0) await this.entries.bulkWrite(writes);
  }

  /** Those of them that are here, by their ids. */
  private async known(inputs: EnteredInput[]): Promise<Map<string, Standing>> {
    const found = await this.stored.find({ _id: { $in: inputs.map(idOfEntered) } }, { ada: 1, source: 1, versionId: 1, status: 1, versionAt: 1, departmentId: 1, districtId: 1 }).lean<Standing[]>().exec();
    return new Map(found.map((decision) => [decision._id, decision]));
  }
}
