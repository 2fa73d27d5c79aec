import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Events } from '@isegoria/kernel/api';
import { afterDecision, type ModerationDecided } from '@isegoria/moderation/contracts';
import { Follows } from '@isegoria/notifications/api';
import { concluded, concludedBy } from './concluding.service';
import type { Debate } from './debate.schema';
import { Moves, subjectOf } from './moves';
import { openedAt } from './writing.service';

/** What debates hear from others: what moderators decided about one or its conclusion, and that a proposal came from one. */
@Injectable()
export class Hearing implements OnModuleInit {
  constructor(
    private readonly moves: Moves,
    private readonly follows: Follows,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('moderation.decided', 'debates.decide', (decided) => this.decided(decided));
    this.events.later('debate.opened', 'debates.follow', ({ id }) => this.followed(id));
  }

  /** An older decision that comes late, or again, changes nothing; neither does one about what was taken back. One that met another move looks again. */
  private async decided(decision: ModerationDecided): Promise<void> {
    const { kind, id } = decision.item;
    if (kind !== 'debate' && kind !== 'debate-conclusion') return;
    const debate = await this.moves.find(id);
    if (!debate) return;
    const moved = kind === 'debate' ? await this.aboutDebate(debate, decision) : await this.aboutConclusion(debate, decision);
    if (!moved) await this.decided(decision);
  }

  private async aboutDebate(debate: Debate, decided: ModerationDecided): Promise<boolean> {
    if (debate.visibility === 'withdrawn' || isOlder(debate.decidedAt, decided.at)) return true;
    const after = afterDecision(decided);
    const opened = after.visibility === 'public' && debate.openedAt === null ? openedAt(debate, this.clock.now()) : null;
    const set: Partial<Debate> = { ...after, ...opened?.set };
    return (await this.moves.make(debate, set, opened ? [opened.told] : [])) !== null;
  }

  private async aboutConclusion(debate: Debate, said: ModerationDecided): Promise<boolean> {
    const { conclusion } = debate;
    if (!conclusion || isOlder(conclusion.decidedAt, said.at)) return true;
    const now = this.clock.now();
    const after = afterDecision(said);
    const isShown = after.visibility === 'public';
    const isFirst = isShown && conclusion.publishedAt === null;
    const decided = { ...conclusion, ...after, publishedAt: isFirst ? now : conclusion.publishedAt };
    const stage: Partial<Debate> = isShown ? concludedBy(decided, now) : { stage: 'ended', concludedAt: null };
    return (await this.moves.make(debate, { conclusion: decided, ...stage }, isFirst ? [concluded(debate, now)] : [])) !== null;
  }

  /** Who opened it hears what is said. */
  private async followed(id: string): Promise<void> {
    const debate = await this.moves.find(id);
    if (debate?.authorId) await this.follows.follow(debate.authorId, subjectOf(id), 'author');
  }
}

const isOlder = (known: Date | null, at: Date): boolean => known !== null && known >= at;
