import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { DecisionsEnteredEvent, EnterDecisionResult, LineFate } from '@isegoria/evaluations/contracts';
import { Clock, Events } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ActNews } from '../act-news';
import type { ActTaken } from '../acts.rules';
import { Acts } from '../acts.service';
import { Decision } from '../decision.schema';
import { Decisions } from '../decisions.service';
import { enteredAct, type EnteredInput, type EnteredProblem, enteredProblems, fateOf, idOfEntered, type Known, numberTaken } from './entered-decisions';
import { registerEnv } from './register.env';

type Standing = Known & Pick<Decision, '_id' | 'status' | 'versionAt' | 'departmentId' | 'districtId'>;

/** What is wrong with a decision, or what would become of it. */
export interface Looked {
  problems: EnteredProblem[];
  fate: LineFate | null;
}

/** Decisions that officials enter, by the form or by a file, for cities whose acts stand in no register that we read. */
@Injectable()
export class Entering {
  constructor(
    @InjectModel(Decision.name) private readonly stored: Model<Decision>,
    private readonly acts: Acts,
    private readonly decisions: Decisions,
    private readonly news: ActNews,
    private readonly organisation: Organisation,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async enter(input: EnteredInput): Promise<EnterDecisionResult> {
    const [{ problems } = { problems: [] }] = await this.look([input]);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const [taken] = await this.take([input], 'official');
    const decision = await this.decisions.one(idOfEntered(input));
    if (!decision) throw new Error('A decision that was entered is not there.');
    return { __typename: 'DecisionEntered', decision, changed: taken === 'changed' };
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
  async take(inputs: EnteredInput[], by: DecisionsEnteredEvent['by']): Promise<ActTaken[]> {
    const now = this.clock.now();
    const known = await this.known(inputs);
    const entered = inputs.map((input) => enteredAct(input, known.get(idOfEntered(input)) ?? null, now));
    const notes = new Map(entered.map((one) => [one.act.ada, one.notes]));
    const name = (await this.organisation.city()).name;
    const taken = await this.acts.take(entered.map(({ act }) => act), ({ ada }) => ({ organisationName: name, ...notes.get(ada) }));
    await this.news.followThrough();
    // The unchanged ones too: a press that broke off may have left them out.
    const decisions = [...(await this.known(inputs))].map(([id, { versionId, status, versionAt: since }]) => ({ id, versionId, status, since }));
    await this.events.publish('decisions.entered', { by, decisions });
    return taken;
  }

  /** Those of them that are here, by their ids. */
  private async known(inputs: EnteredInput[]): Promise<Map<string, Standing>> {
    const found = await this.stored.find({ _id: { $in: inputs.map(idOfEntered) } }, { ada: 1, source: 1, versionId: 1, status: 1, versionAt: 1, departmentId: 1, districtId: 1 }).lean<Standing[]>().exec();
    return new Map(found.map((decision) => [decision._id, decision]));
  }
}
