import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { ChoiceSavedEvent, DecisionsEnteredEvent, EvaluationOpenedEvent, RepliedEvent } from '@isegoria/evaluations/contracts';
import { Events } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { Reply } from './replies/reply.schema';

/** What the service does with people's evaluations stands in the public ledger: which acts it enters and puts together, what it opens, what it replies and promises. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('decisions.entered', 'evaluations.ledger', (entered) => this.entered(entered));
    this.events.later('choice.saved', 'evaluations.ledger', (saved) => this.saved(saved));
    this.events.later('evaluation.opened', 'evaluations.ledger', (opened) => this.opened(opened));
    this.events.later('decision.replied', 'evaluations.ledger', (replied) => this.replied(replied));
  }

  /** The version is the digest of what the act says, so that it cannot change unseen. It may stand twice, with another between. */
  entered({ decisions, by }: DecisionsEnteredEvent): Promise<void> {
    return this.acts.recordAll(decisions.map(({ id, versionId, status, since }) => (
      { act: 'decision.entered', id: `entered:${id}:${versionId}:${new Date(since).getTime()}`, rule: null, role: by, subject: { kind: 'decision', id }, body: { status, version: versionId } }
    )));
  }

  saved({ id, title, acts, revision }: Omit<ChoiceSavedEvent, 'at'>): Promise<void> {
    const body = { acts: [...acts].sort(), title: digest(title.el) };
    return this.acts.record({ act: 'choice.saved', id: `choice:${id}:${revision}`, rule: null, role: 'official', subject: { kind: 'choice', id }, body });
  }

  opened({ subject, round, by }: Omit<EvaluationOpenedEvent, 'at'>): Promise<void> {
    const { kind, id } = subject;
    return this.acts.record({ act: 'evaluation.opened', id: `evaluation:${kind}:${id}:${round}`, rule: by, role: by === 'official' ? 'official' : 'city', subject, body: { round } });
  }

  /** The digest of the words, so that they cannot change unseen; seeds call it for the past. */
  async replied({ replyId, isKept }: Pick<RepliedEvent, 'replyId' | 'isKept'>): Promise<void> {
    const reply = await this.replies.findById(replyId).lean<Reply>().exec();
    if (!reply) return;
    const { subject, round, criterionId, said, did, promise, departmentId } = reply;
    if (isKept) return this.acts.record({ act: 'promise.kept', id: `promise:${replyId}`, rule: null, role: 'official', subject, body: { reply: replyId } });
    const words = digest(JSON.stringify([said, did, promise?.text ?? null, promise?.dueAt ?? null]));
    await this.acts.record({ act: 'decision.replied', id: `reply:${replyId}`, rule: null, role: 'official', subject, body: { round, criterion: criterionId, department: departmentId, words } });
  }
}
