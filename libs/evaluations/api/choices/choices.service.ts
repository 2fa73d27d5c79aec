import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Choice as ChoiceView, type ChoiceInput, type Opinion, opinionOf, type SaveChoiceResult } from '@isegoria/evaluations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { pageOf, Subjects } from '@isegoria/kernel/api';
import { type Page, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Choice } from './choice.schema';
import { ChoiceDesk } from './choice-desk.service';
import { Decisions } from '../decisions/decisions.service';
import type { DecisionView } from '../decisions/decisions.views';
import { ballotOf } from '../figures/weighing.rules';

const nobody = { voters: 0, counts: [] };

/** A choice as the public face shows it. */
export type ShownChoice = Omit<ChoiceView, 'acts' | 'opinion'> & { acts: DecisionView[]; opinion: Opinion };

/** Reads choices for everybody. */
@Injectable()
export class Choices {
  constructor(
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly decisions: Decisions,
    private readonly desk: ChoiceDesk,
    private readonly tallies: Tallies,
    private readonly subjects: Subjects,
  ) {}

  async one(id: string, reader: Citizen | null): Promise<ShownChoice | null> {
    const choice = await this.choices.findById(String(id)).lean<Choice>().exec();
    return choice && ((await this.views([choice], reader))[0] ?? null);
  }

  byIds(ids: string[]): Promise<Choice[]> {
    return this.choices.find({ _id: { $in: ids } }).lean<Choice[]>().exec();
  }

  async list({ search, first, after }: { search?: string | null; first?: number | null; after?: string | null }, reader: Citizen | null): Promise<Page<ShownChoice>> {
    const page = await pageOf<Choice>(this.choices, { filter: { dissolvedAt: null }, words: search, sort: [['evaluated', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views(page.items, reader) };
  }

  /** The most evaluated ones, for the council and the home page. */
  async leading(count: number): Promise<ShownChoice[]> {
    const found = await this.choices.find({ dissolvedAt: null, evaluated: { $gt: 0 } }).sort({ evaluated: -1, _id: -1 }).limit(count).lean<Choice[]>().exec();
    return this.views(found, null);
  }

  async save(official: Citizen, input: ChoiceInput): Promise<SaveChoiceResult> {
    const saved = await this.desk.save(official, input);
    if (saved.__typename !== 'Saved') return saved;
    const choice = await this.one(saved.id, official);
    return choice ? { __typename: 'ChoiceSaved', choice } : { __typename: 'NotFound', reason: 'choice' };
  }

  /** Choices as somebody sees them, in their order. */
  async views(choices: readonly Choice[], reader: Citizen | null): Promise<ShownChoice[]> {
    const subjects = choices.map(({ _id }) => ({ kind: 'choice', id: _id }));
    const [acts, tallies, cards] = await Promise.all([
      this.decisions.ofChoices(choices.map(({ _id }) => _id)),
      this.tallies.of(subjects.map((subject) => ballotOf(subject))),
      this.subjects.cards(choices.flatMap(({ links }) => links)),
    ]);
    const views = await this.decisions.views(acts);
    return choices.map((choice) => {
      const { _id: id, title, text, links, departmentId, revision, isDemo, dissolvedAt, createdAt, criteria } = choice;
      const own = views.filter((view) => view.choice?.id === id);
      const tally = tallies.get(ballotOf({ kind: 'choice', id })) ?? nobody;
      return {
        id, title, text, departmentId, revision, isDemo, dissolvedAt, createdAt, acts: own,
        links: links.flatMap((link) => linkOf(link, cards.get(subjectKey(link)))),
        mine: speaksFor(reader, departmentId),
        opinion: opinionOf(criteria, tally, own.length),
      };
    });
  }
}

function linkOf(subject: Subject, card: { title: string; path: string; isPublic: boolean } | undefined) {
  return card?.isPublic ? [{ subject, title: card.title, path: card.path }] : [];
}
