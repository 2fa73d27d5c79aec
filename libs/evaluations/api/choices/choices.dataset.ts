import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { choiceFields, replyFields } from '@isegoria/evaluations/contracts';
import { batchesOf, Datasets, placedRows, publicUrl } from '@isegoria/kernel/api';
import { portions, type RowOf, subjectKey } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Choice } from './choice.schema';
import { Choices, type ShownChoice } from './choices.service';
import { Replies } from '../replies/replies.service';
import { Reply } from '../replies/reply.schema';
import { Weighing } from '../figures/weighing.service';

/** Hands choices, and what departments replied to evaluations, in as public data. */
@Injectable()
export class ChoicesDataset implements OnModuleInit {
  constructor(
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly shown: Choices,
    private readonly answers: Replies,
    private readonly weighing: Weighing,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'choices',
      order: 55,
      title: { el: 'Επιλογές του δήμου', en: 'Choices of the municipality' },
      description: {
        el: 'Πράξεις που κάνουν μαζί μία επιλογή, με απλά λόγια, τι απαντούν και αν παραδόθηκαν. Τι πιστεύει η πόλη γι’ αυτές είναι στο σύνολο evaluations.',
        en: 'Acts that make one choice together, in plain words, what they answer and whether they are delivered. What the city thinks of them is in the dataset evaluations.',
      },
      keywords: { el: ['επιλογές', 'αποφάσεις'], en: ['choices', 'decisions'] },
      themes: ['GOVE'],
      page: '/choices',
      fields: choiceFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.choices, {}, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.choiceRows(batch), after }),
    });
    this.datasets.register({
      id: 'replies',
      order: 56,
      title: { el: 'Απαντήσεις σε αξιολογήσεις', en: 'Replies to evaluations' },
      description: {
        el: '«Είπατε, κάναμε»: τι απάντησαν οι υπηρεσίες σε όσα είπαν πολλοί, και οι υποσχέσεις τους με τις ημέρες τους.',
        en: '“You said, we did”: what departments replied to what many said, and their promises with their days.',
      },
      keywords: { el: ['απαντήσεις', 'υποσχέσεις'], en: ['replies', 'promises'] },
      themes: ['GOVE', 'SOCI'],
      page: '/choices',
      fields: replyFields,
      key: ['id'],
      rows: (after) => placedRows(batchesOf(this.replies, {}, after?.id ?? null), { idOf: ({ _id }) => _id, view: (batch) => this.replyRows(batch), after }),
    });
  }

  private async choiceRows(batch: readonly Choice[]): Promise<RowOf<typeof choiceFields>[][]> {
    const rounds = await this.weighing.roundsOf(await this.weighing.ofChoices(batch));
    const views = new Map<string, ShownChoice>();
    // A choice has up to two hundred acts, and one read gives no more than two thousand.
    for (const few of portions(batch, 10)) for (const view of await this.shown.views(few, null)) views.set(view.id, view);
    return batch.map(({ _id, deliveredAt, secondAt }, at) => {
      const view = views.get(_id);
      if (!view) return [];
      const after = rounds[at]?.find(({ round }) => round === 2)?.opinion.people ?? null;
      const { id, title, text, acts, links, departmentId, createdAt, dissolvedAt, opinion, isDemo } = view;
      return [{
        id, titleEl: title.el, titleEn: title.en, textEl: text.el, textEn: text.en, acts: acts.length, answers: links.map(({ subject }) => subjectKey(subject)).join(' '), department: departmentId ?? null,
        createdAt, dissolvedAt: dissolvedAt ?? null, deliveredAt, secondOpenedAt: secondAt, people: opinion.people, peopleAfter: after, isDemo, url: `${publicUrl()}/choices/${id}`,
      }];
    });
  }

  private async replyRows(batch: readonly Reply[]): Promise<RowOf<typeof replyFields>[][]> {
    const views = new Map((await this.answers.views(batch)).map((view) => [view.reply.id, view]));
    return batch.map(({ _id }) => {
      const view = views.get(_id);
      if (!view) return [];
      const { id, subject, round, criterionId, said, did, promise, departmentId, at } = view.reply;
      return [{
        id, subjectKind: subject.kind, subject: subject.id, round, criterion: criterionId ?? null, said, did, promise: promise?.text ?? null, promiseDueAt: promise?.dueAt ?? null, promiseKeptAt: promise?.doneAt ?? null,
        department: departmentId ?? null, at, url: `${publicUrl()}${view.path}`,
      }];
    });
  }
}
