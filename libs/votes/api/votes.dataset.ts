import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { batchesOf, Datasets, placedRows, type RowPlace, Subjects } from '@isegoria/kernel/api';
import { type RowOf, subjectKey } from '@isegoria/kernel/contracts';
import { smallestGroup } from '@isegoria/statistics/contracts';
import { type Tally, tallyFields } from '@isegoria/votes/contracts';
import { Ballot } from './ballots/ballot.schema';
import { secrecyOf } from './ballots/secrecy';
import { Tallies } from './count/tallies.service';

type Row = RowOf<typeof tallyFields>;

/** Hands the tallies of public subjects in as public data. What a box holds stays in it. */
@Injectable()
export class VotesDataset implements OnModuleInit {
  constructor(
    @InjectModel(Ballot.name) private readonly ballots: Model<Ballot>,
    private readonly tallies: Tallies,
    private readonly subjects: Subjects,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'tallies',
      order: 40,
      title: { el: 'Αποτελέσματα ψηφοφοριών', en: 'Tallies of ballots' },
      description: {
        el: `Πόσοι διάλεξαν κάθε επιλογή σε κάθε στήριξη και ψηφοφορία. Σφραγισμένες κάλπες δίνουν μόνο το πλήθος τους έως το άνοιγμα, προϋπολογισμοί έως το τέλος τους, και μυστικές ψηφοφορίες με λιγότερα από ${smallestGroup} πρόσωπα δεν αναλύονται.`,
        en: `How many chose each option in every support and ballot. Sealed boxes tell only how many are in them until they are opened, budgets until their end, and secret ballots of fewer than ${smallestGroup} persons are not broken down.`,
      },
      keywords: { el: ['ψηφοφορίες', 'στήριξη'], en: ['ballots', 'votes', 'support'] },
      themes: ['GOVE'],
      page: '/ledger',
      fields: tallyFields,
      key: ['ballot', 'question', 'option'],
      rows: (after) => this.rows(after),
    });
  }

  private rows(after: RowPlace | null) {
    return placedRows(batchesOf(this.ballots, {}, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.view(batch), after });
  }

  private async view(batch: readonly Ballot[]): Promise<Row[][]> {
    const [cards, tallies] = await Promise.all([this.subjects.cards(batch.map(({ subject }) => subject)), this.tallies.of(batch.map(({ _id }) => _id))]);
    return batch.map((ballot) => {
      const tally = tallies.get(ballot._id);
      return tally && cards.get(subjectKey(ballot.subject))?.isPublic ? tallyRows(ballot, tally) : [];
    });
  }
}

/** A row an option. Nobody can tell a choice from a support, of which it is known who gives it; in a secret ballot a few cannot hide. */
export function tallyRows(ballot: Ballot, { voters, counts }: Pick<Tally, 'voters' | 'counts'>): Row[] {
  const secrecy = secrecyOf(ballot);
  const isHidden = secrecy !== 'open' && (counts.length === 0 || voters < smallestGroup);
  const { _id, subject, kind, opensAt, closesAt } = ballot;
  return ballot.questions.flatMap(({ id: question, options, form = 'single' }) => options.map((option) => {
    const counted = counts.find(({ questionId, optionId }) => questionId === question && optionId === option);
    const figures = isHidden ? { count: null, points: null, first: null } : { count: counted?.count ?? 0, points: counted?.points ?? null, first: counted?.first ?? null };
    return { ballot: _id, question, option, subjectKind: subject.kind, subject: subject.id, kind, secrecy, form, opensAt, closesAt, voters, ...figures };
  }));
}
