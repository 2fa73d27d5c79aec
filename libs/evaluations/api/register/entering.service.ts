import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { EnterDecisionResult } from '@isegoria/evaluations/contracts';
import { Clock } from '@isegoria/kernel/api';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ActNews } from '../act-news';
import type { ActTaken } from '../acts.rules';
import { Acts } from '../acts.service';
import { Decision } from '../decision.schema';
import { Decisions } from '../decisions.service';
import { enteredAct, type EnteredInput, enteredProblems, idOfEntered, numberTaken } from './entered-decisions';
import { registerEnv } from './register.env';

/** Decisions that officials enter, by the form or by a file, for cities whose acts stand in no register that we read. */
@Injectable()
export class Entering {
  constructor(
    @InjectModel(Decision.name) private readonly stored: Model<Decision>,
    private readonly acts: Acts,
    private readonly decisions: Decisions,
    private readonly news: ActNews,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async enter(input: EnteredInput): Promise<EnterDecisionResult> {
    const problems = await this.problems(input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const [taken] = await this.take([input]);
    const decision = await this.decisions.one(idOfEntered(input));
    if (!decision) throw new Error('A decision that was entered is not there.');
    return { __typename: 'DecisionEntered', decision, changed: taken === 'changed' };
  }

  async problems(input: EnteredInput): Promise<FieldProblem[]> {
    const problems = enteredProblems(input, registerEnv.DECISION_HOSTS);
    if (problems.length > 0) return problems;
    const { departments, districts } = await this.organisation.city();
    const unknown = [
      ...(input.departmentId && !departments.some(({ id }) => id === input.departmentId) ? ['departmentId'] : []),
      ...(input.districtId && !districts.some(({ id }) => id === input.districtId) ? ['districtId'] : []),
    ];
    const taken = numberTaken(input, await this.known(input));
    return [...(taken ? [{ field: 'number', code: taken, limit: null } as unknown as FieldProblem] : []), ...unknown.map((field): FieldProblem => ({ field, code: 'invalid', limit: null }))];
  }

  /** Takes decisions in that have no problems; answers what became of each. */
  async take(inputs: EnteredInput[]): Promise<ActTaken[]> {
    const now = this.clock.now();
    const found = await this.stored.find({ _id: { $in: inputs.map(idOfEntered) } }).lean<Decision[]>().exec();
    const known = new Map(found.map((decision) => [decision._id, decision]));
    const entered = inputs.map((input) => enteredAct(input, known.get(idOfEntered(input)) ?? null, now));
    const notes = new Map(entered.map((one) => [one.act.ada, one.notes]));
    const name = (await this.organisation.city()).name;
    const taken = await this.acts.take(entered.map(({ act }) => act), ({ ada }) => ({ organisationName: name, ...notes.get(ada) }));
    await this.news.followThrough();
    return taken;
  }

  private async known(input: EnteredInput): Promise<Decision | null> {
    return this.stored.findById(idOfEntered(input)).lean<Decision>().exec();
  }
}
