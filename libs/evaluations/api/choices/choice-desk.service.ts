import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type ChoiceInput, choiceSchema, newChoiceSchema, type SaveChoiceResult } from '@isegoria/evaluations/contracts';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import { Clock, inBoth, newId, plain, Subjects, terms, Transactions, Unheard, unheard } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Acts } from '../decisions/acts.service';
import { Choice } from './choice.schema';
import { Decision } from '../decisions/decision.schema';
import { Settling } from '../settling.service';

type Refused = Exclude<SaveChoiceResult, { __typename?: 'ChoiceSaved' }>;
type Saved = { __typename: 'Saved'; id: string };

/** What stood in the way, found inside the transaction: nothing of it is kept. */
class InTheWay extends Error {
  constructor(readonly refused: Refused) {
    super('in the way');
  }
}

/** Where officials put acts together to a choice and split them again. */
@Injectable()
export class ChoiceDesk {
  constructor(
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    private readonly acts: Acts,
    private readonly subjects: Subjects,
    private readonly settling: Settling,
    private readonly transactions: Transactions,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  async save(official: Citizen, input: ChoiceInput): Promise<Refused | Saved> {
    if (!hasRole(official, 'official', 'administrator')) return { __typename: 'NotAllowed', reason: 'role' };
    const problems = problemsOf(input.id ? choiceSchema : newChoiceSchema, input);
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const before = input.id ? await this.choices.findById(String(input.id)).lean<Choice>().exec() : null;
    if (input.id && (!before || before.dissolvedAt)) return { __typename: 'NotFound', reason: 'choice' };
    if (before && before.revision !== input.revision) return { __typename: 'NotAllowed', reason: 'changed' };
    const actIds = [...new Set(input.actIds.map(String))];
    const found = await this.decisions.find({ _id: { $in: actIds } }).lean<Decision[]>().exec();
    if (found.length < actIds.length) return { __typename: 'NotFound', reason: 'decision' };
    if (![before?.departmentId ?? null, ...found.map(({ departmentId }) => departmentId)].every((id) => speaksFor(official, id))) return { __typename: 'NotAllowed', reason: 'department' };
    const cards = await this.subjects.cards(input.links);
    if (cards.size < input.links.length || [...cards.values()].some(({ isPublic }) => !isPublic)) return { __typename: 'NotAllowed', reason: 'link' };

    const choice = await this.written(input, before, found);
    const refused = await this.write(choice, before, actIds);
    if (refused) return refused;
    await this.settling.settle({ kind: 'choice', id: choice._id });
    await this.unheard.tell(this.choices, choice._id);
    return { __typename: 'Saved', id: choice._id };
  }

  private async written({ title, text, links }: ChoiceInput, before: Choice | null, acts: Decision[]): Promise<Choice> {
    const now = this.clock.now();
    const words = { title: inBoth(title, plain), text: inBoth(text, plain) };
    const found = terms([words.title.el, words.title.en, words.text.el, words.text.en, ...acts.map(({ subject }) => subject)].join(' ')).slice(0, 300);
    const fields = { ...words, terms: found, links: links.map(({ kind, id }) => ({ kind, id })), dissolvedAt: acts.length === 0 ? now : null };
    if (before) return { ...before, ...fields, revision: before.revision + 1 };
    const { criteria } = await this.acts.receptionNow();
    const departmentId = acts.find((act) => act.departmentId)?.departmentId ?? null;
    return {
      _id: newId(now), ...fields, departmentId, criteria: [...criteria], revision: 1, isDemo: acts.every(({ isDemo }) => isDemo), createdAt: now, openedAt: now,
      secondAt: null, deliveredAt: null, evaluated: 0, countedTo: null, released: [],
    };
  }

  /** All of it or nothing: an act that another choice holds meanwhile undoes the rest. */
  private async write(choice: Choice, before: Choice | null, actIds: string[]): Promise<Refused | null> {
    const { _id, title, text, terms: found, links, dissolvedAt, revision } = choice;
    const told = unheard('choice.saved', { id: _id, title, acts: actIds, revision, at: this.clock.now() });
    try {
      await this.transactions.run(async (session) => {
        const taken = await this.decisions.find({ _id: { $in: actIds }, choiceId: { $nin: [null, _id] } }, { _id: 1 }, { session }).lean<Decision[]>().exec();
        if (taken.length > 0) throw new InTheWay({ __typename: 'ActsTaken', ids: taken.map((act) => act._id) });
        const out = await this.decisions.find({ choiceId: _id, _id: { $nin: actIds } }, { _id: 1 }, { session }).lean<Decision[]>().exec();
        const released = [...new Set([...(before?.released ?? []), ...out.map((act) => act._id)])];
        if (before) {
          const set = { title, text, terms: found, links, dissolvedAt, revision, released, unsettled: true };
          const { matchedCount } = await this.choices.updateOne({ _id, revision: before.revision }, { $set: set, $push: { unheard: told } }, { session });
          if (matchedCount === 0) throw new InTheWay({ __typename: 'NotAllowed', reason: 'changed' });
        } else await this.choices.create([{ ...choice, unsettled: true, unheard: [told] }], { session });
        await this.decisions.updateMany({ _id: { $in: actIds }, choiceId: null }, { $set: { choiceId: _id } }, { session });
        await this.decisions.updateMany({ choiceId: _id, _id: { $nin: actIds } }, { $set: { choiceId: null } }, { session });
      });
      return null;
    } catch (error) {
      if (error instanceof InTheWay) return error.refused;
      throw error;
    }
  }
}
