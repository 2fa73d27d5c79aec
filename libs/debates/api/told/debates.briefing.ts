import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, type CityText, CityTexts, column, excerpt, Figures, gathered, idsOfKind, Participation, type SubjectCard } from '@isegoria/kernel/api';
import type { Cell, DocumentPart, Subject } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Debate } from '../debate.schema';
import { debatePath } from '../moves';

const shownMost = 50;

/** What debates tell those who decide: how many took part, what was concluded and whether they found it fair; their texts, for what the city speaks of; who takes part; and a table of the last ones. */
@Injectable()
export class DebatesBriefing implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    private readonly briefings: Briefings,
    private readonly texts: CityTexts,
    private readonly participation: Participation,
    private readonly figures: Figures,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'debates', order: 17, parts: (subjects) => this.parts(subjects) });
    this.texts.register({ kind: 'debate', read: (subjects) => this.read(subjects), byIds: (ids) => this.textsOf(ids) });
    this.participation.register({ name: 'debates', authors: async (since) => (await this.debates.distinct('authorId', { listed: true, byDepartmentId: null, openedAt: { $gte: since } }).exec()).filter(Boolean) });
    this.figures.register({
      id: 'debates.all', chapter: 'together', order: 33, chart: 'none',
      title: { el: 'Συζητήσεις', en: 'Debates' },
      note: { el: `Οι ${shownMost} τελευταίες. Αν το συμπέρασμα είναι δίκαιο το λένε όσοι πήραν μέρος, από δέκα άτομα και πάνω.`, en: `The last ${shownMost}. Whether the conclusion is fair is said by those who took part, from ten people on.` },
      columns: [column('name', 'text', 'Συζήτηση', 'Debate'), column('people', 'number', 'Άτομα', 'People'), column('ends', 'date', 'Ως', 'Until'), column('concluded', 'date', 'Συμπέρασμα', 'Concluded'), column('fair', 'number', 'Δίκαιο', 'Fair'), column('unfair', 'number', 'Όχι δίκαιο', 'Not fair')],
      rows: () => this.rows(),
    });
  }

  private async rows(): Promise<Record<string, Cell>[]> {
    const found = await this.debates.find({ listed: true }).sort({ openedAt: -1, _id: -1 }).limit(shownMost).lean<Debate[]>().exec();
    return found.map(({ title, people, endsAt, concludedAt, fairness }) => ({ name: title, people, ends: endsAt, concluded: concludedAt, fair: fairness?.yes ?? null, unfair: fairness?.no ?? null }));
  }

  private async *read(subjects: readonly Subject[] | null): AsyncGenerator<CityText[]> {
    const about = subjects === null ? {} : { _id: { $in: idsOfKind(subjects, 'debate') } };
    for await (const portion of gathered(this.debates.find({ listed: true, ...about }).sort({ _id: 1 }).lean<Debate>().cursor())) yield portion.map(textOf);
  }

  private async textsOf(ids: readonly string[]): Promise<CityText[]> {
    return (await this.debates.find({ listed: true, _id: { $in: [...ids] } }).lean<Debate[]>().exec()).map(textOf);
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const found = await this.debates.find({ listed: true, _id: { $in: idsOfKind(subjects, 'debate') } }).lean<Debate[]>().exec();
    return found.map(({ _id, title, text, people, conclusion, fairness }): DocumentPart => {
      const said = conclusion?.visibility === 'public' ? conclusion.text : text;
      return {
        id: `debates.${_id}`,
        title: { el: 'Συζήτηση', en: 'Debate' },
        lead: { el: title, en: title },
        measures: [
          { id: 'people', label: { el: 'Άτομα', en: 'People' }, value: people },
          ...(fairness ? [{ id: 'fair', label: { el: 'Βρήκαν δίκαιο το συμπέρασμα', en: 'Found the conclusion fair' }, value: fairness.yes }] : []),
        ],
        tables: [],
        lines: [{ text: { el: excerpt(said, 600), en: excerpt(said, 600) }, note: null, path: debatePath(_id), tone: 'quote' }],
      };
    });
  }
}

const textOf = ({ _id, title, text, people }: Debate): CityText => ({ id: _id, text: `${title}\n${text}`, path: debatePath(_id), about: `debate:${_id}`, weight: people });
