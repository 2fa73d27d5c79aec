import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events, Subjects, titlesOf, unheard } from '@isegoria/kernel/api';
import type { EventMap } from '@isegoria/kernel/contracts';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { Follows } from '@isegoria/notifications/api';
import { Ballots } from '@isegoria/votes/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import type { Model } from 'mongoose';
import { Counting } from './signing/counting';
import { ballotOf, subjectOf } from './signing/initiative-ballot';
import { Initiative } from './initiative.schema';
import { isPublic } from './initiatives.rules';
import { Moves } from './moves';

/** What initiatives hear from others: how many signed, what moderators decided, that the council is to debate one; and what follows when one is opened. */
@Injectable()
export class Hearing implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly counting: Counting,
    private readonly moves: Moves,
    private readonly ballots: Ballots,
    private readonly subjects: Subjects,
    private readonly follows: Follows,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.on('ballot.counted', 'initiatives.signatures', (counted) => this.counted(counted));
    this.events.on('moderation.decided', 'initiatives.decide', (decided) => this.decided(decided));
    this.events.later('sitting.announced', 'initiatives.agenda', (announced) => this.announced(announced));
    this.events.later('sitting.dropped', 'initiatives.agenda', (dropped) => this.dropped(dropped));
    this.events.later('initiative.submitted', 'initiatives.follow', ({ id }) => this.followed(id));
    this.events.later('initiative.opened', 'initiatives.open', ({ id }) => this.opened(id));
  }

  private async counted({ subject, kind, voters, seq }: BallotCounted): Promise<void> {
    if (subject.kind === 'initiative' && kind === 'initiative') await this.counting.signed(subject.id, voters, seq);
  }

  /** Hears a moderator. An older decision that comes late, or again, changes nothing. */
  private async decided(heard: ModerationDecided): Promise<void> {
    const { item, at } = heard;
    if (item.kind !== 'initiative') return;
    const { visibility, verdict, decidedAt } = afterDecision(heard);
    const set = { isHidden: visibility !== 'public', verdict, decidedAt };
    const { matchedCount } = await this.initiatives.updateOne({ _id: item.id, $or: [{ decidedAt: null }, { decidedAt: { $lt: at } }] }, { $set: set, $inc: { revision: 1 } }).exec();
    if (matchedCount === 1) await this.moves.tell(item.id);
  }

  /** The agenda of a sitting names it: one whose signatures are verified goes on by that; another keeps it for then. What was said of an agenda that it has left since comes too late. */
  private async announced({ id, subjects, revision, at }: EventMap['sitting.announced']): Promise<void> {
    const own = subjects.filter(({ kind }) => kind === 'initiative');
    const card = own.length > 0 ? await this.subjects.card({ kind: 'sitting', id }) : null;
    if (!card?.isPublic) return;
    for (const subject of own) {
      const initiative = await this.moves.find(subject.id);
      if (!initiative || !isPublic(initiative) || initiative.answer || initiative.sitting?.id === id || hasLeft(initiative, id, revision)) continue;
      const title = titlesOf(card);
      const goesOn = initiative.stage === 'verified' || initiative.stage === 'scheduled';
      const told = goesOn ? unheard('initiative.scheduled', { id: initiative._id, title: initiative.title, sitting: title, at }) : undefined;
      await this.move(initiative, { to: goesOn ? 'scheduled' : initiative.stage, set: { sitting: { id, title, path: card.path, at } }, told });
    }
  }

  /** It left the agenda, or the sitting does not meet: it waits for another, and those who were told of the first hear it. */
  private async dropped({ id, subjects, revision, at }: EventMap['sitting.dropped']): Promise<void> {
    for (const subject of subjects.filter(({ kind }) => kind === 'initiative')) {
      const initiative = await this.moves.find(subject.id);
      if (!initiative || initiative.answer || hasLeft(initiative, id, revision)) continue;
      const { _id, title, stage, sitting } = initiative;
      const wasTold = stage === 'scheduled' && sitting?.id === id;
      const told = wasTold ? unheard('initiative.unscheduled', { id: _id, title, sitting: sitting.title, at }) : undefined;
      const set = { left: { sittingId: id, revision }, ...(sitting?.id === id && { sitting: null }) };
      await this.move(initiative, { to: wasTold ? 'verified' : stage, set, told });
    }
  }

  /** What was moved meanwhile is heard again, and seen as it stands then. */
  private async move(initiative: Initiative, step: Parameters<Moves['make']>[1]): Promise<void> {
    if (!(await this.moves.make(initiative, step))) throw new Error(`the initiative ${initiative._id} was moved meanwhile`);
  }

  /** Who carries it follows it. */
  private async followed(id: string): Promise<void> {
    const initiative = await this.moves.find(id);
    for (const { citizenId } of initiative?.promoters ?? []) if (citizenId) await this.follows.follow(citizenId, subjectOf(id), 'author');
  }

  /** Its ballot stands, and moderators can be told of its text. */
  private async opened(id: string): Promise<void> {
    const initiative = await this.moves.find(id);
    if (!initiative?.opensAt) return;
    await this.ballots.open(ballotOf(initiative));
    const { title, text, why, authorId, opensAt } = initiative;
    await this.events.publish('contribution.submitted', { item: subjectOf(id), authorId, title, text: `${text}\n\n${why}`, mode: 'public', at: opensAt });
  }
}

const hasLeft = ({ left }: Initiative, sittingId: string, revision: number): boolean => left?.sittingId === sittingId && left.revision >= revision;
