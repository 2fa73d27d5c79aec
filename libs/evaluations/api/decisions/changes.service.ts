import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { ChangePage, ChangeState, QueryChangesArgs } from '@isegoria/evaluations/contracts';
import { Events, excerpt, newSecret, pageOf, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { ModerationDecided } from '@isegoria/moderation/contracts';
import type { Model } from 'mongoose';
import { Evaluation } from '../evaluation.schema';
import type { Weighed } from '../figures/weighing.rules';
import { Weighing } from '../figures/weighing.service';

/** What moderators know a citizen's words under. */
const KIND = 'evaluation-change';

type ChangeFields = Pick<Evaluation, 'changeItem' | 'changeState' | 'changeReason'>;

/**
 * What people say should change. It goes through moderation like an argument, under a number drawn by lot and without its author: a moderator's case
 * must not lead from a name to somebody's answers. The author reads beside their evaluation what became of it.
 */
@Injectable()
export class Changes implements OnModuleInit {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly weighing: Weighing,
    private readonly subjects: Subjects,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.subjects.register(KIND, { cards: (ids) => this.cards(ids) });
    this.events.on('moderation.decided', 'evaluations.changes', (decided) => this.decided(decided));
  }

  /** How the words stand from now on: as they did, where they are the same. */
  async next(before: Evaluation | null, change: string | null): Promise<ChangeFields> {
    if (!change) return { changeItem: null, changeState: null, changeReason: null };
    if (before?.changeItem && before.change === change) return { changeItem: before.changeItem, changeState: before.changeState, changeReason: before.changeReason };
    const mode = (await this.weighing.settings())?.comments ?? 'wait';
    return { changeItem: newSecret(), changeState: mode === 'public' ? 'public' : 'waiting', changeReason: null };
  }

  /** Brings new words before the moderators, and takes back those that they replace. Said again after a crash, it is said once. */
  async submit(before: Evaluation | null, { change, changeItem, changeState }: ChangeFields & Pick<Evaluation, 'change'>, { title }: Weighed): Promise<void> {
    if (before?.changeItem && before.changeItem !== changeItem) await this.events.publish('contribution.withdrawn', { item: itemOf(before.changeItem) });
    if (!change || !changeItem || changeState === 'hidden' || changeState === 'returned') return;
    await this.events.publish('contribution.submitted', { item: itemOf(changeItem), authorId: '', title: title.el, text: change, mode: changeState === 'waiting' ? 'wait' : 'public' });
  }

  /** Words of the demo city's people stand at once. */
  asSeeded(change: string | null, receipt: string): ChangeFields {
    const changeItem = change && createHash('sha256').update(`change ${receipt}`).digest('base64url');
    return { changeItem, changeState: change ? 'public' : null, changeReason: null };
  }

  async page({ subject: { id }, round, first, after }: QueryChangesArgs): Promise<ChangePage> {
    const filter = { decisionId: String(id), changeState: 'public', ...(round ? { round } : {}) };
    const page = await pageOf<Evaluation>(this.evaluations, { filter, sort: [['at', -1], ['changeItem', -1]], first, after });
    return { ...page, items: page.items.map(({ changeItem, change, round: said, at }) => ({ id: changeItem ?? '', text: change ?? '', round: said, at })) };
  }

  private async decided({ item, decision, reason }: ModerationDecided): Promise<void> {
    if (item.kind !== KIND) return;
    const changeState: ChangeState = decision === 'approved' ? 'public' : decision;
    await this.evaluations.updateOne({ changeItem: item.id }, { $set: { changeState, changeReason: decision === 'approved' ? null : reason } }).exec();
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.evaluations.find({ changeItem: { $in: ids } }).lean<Evaluation[]>().exec();
    const weighed = new Map(await Promise.all([...new Set(found.map(({ decisionId }) => decisionId))].map(async (id) => [id, await this.weighing.find(id)] as const)));
    return found.flatMap(({ decisionId, changeItem, change, changeState, at }) => {
      const about = weighed.get(decisionId);
      if (!about || !changeItem || !change) return [];
      return [{
        kind: KIND, id: changeItem, title: about.title.el, path: `${about.path}#changes`, excerpt: excerpt(change), english: { title: about.title.en, excerpt: excerpt(change) },
        authorId: null, departmentId: about.departmentId, isPublic: changeState === 'public', acceptsComments: false, createdAt: at,
      }];
    });
  }
}

const itemOf = (id: string) => ({ kind: KIND, id });
