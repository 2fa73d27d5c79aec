import { Injectable } from '@nestjs/common';
import { excerpt } from '@isegoria/kernel/api';
import type { Localized, Subject } from '@isegoria/kernel/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import type { Reply } from './replies/reply.schema';
import type { Weighed } from './figures/weighing.rules';

/**
 * Tells those who follow an act or a choice what became of it. The votes forget who cast them, so whoever evaluates begins to follow at that
 * moment, unless they say no: the list of those who are told is a list of followers, and says of nobody what they answered. Told twice is told once.
 */
@Injectable()
export class EvaluationNews {
  constructor(
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
  ) {}

  /** Enough people asked, or an official did: it is open. */
  async opened({ subject, title, openedAt }: Weighed): Promise<void> {
    const key = `evaluation.opened:${subject.kind}:${subject.id}`;
    await this.activity.record({ about: subject, name: 'evaluations.opened', params: { title }, key, ...(openedAt && { at: openedAt }) });
    await this.tell(subject, { name: 'evaluations.opened', params: { title }, key });
  }

  async secondRound({ subject, title, secondAt }: Weighed): Promise<void> {
    const key = `evaluation.second:${subject.kind}:${subject.id}`;
    await this.activity.record({ about: subject, name: 'evaluations.secondRound', params: { title }, key, ...(secondAt && { at: secondAt }) });
    await this.tell(subject, { name: 'evaluations.secondRound', params: { title }, key });
  }

  async grouped(about: Subject, title: Localized, to: string[], actId: string): Promise<void> {
    await this.inbox.tell({ to, about, name: 'evaluations.grouped', params: { title }, mail: false, key: `evaluation.grouped:${about.id}:${actId}` });
  }

  async replied({ _id, subject, said, did, at }: Reply, title: Localized): Promise<void> {
    const params = { title, said: excerpt(said, 120), did: excerpt(did, 160) };
    const key = `reply:${_id}`;
    await this.activity.record({ about: subject, name: 'evaluations.replied', params, at, key });
    await this.tell(subject, { name: 'evaluations.replied', params, key });
  }

  async promiseKept({ _id, subject, promise }: Reply, title: Localized): Promise<void> {
    await this.tell(subject, { name: 'evaluations.promiseKept', params: { title, promise: excerpt(promise?.text ?? '', 160) }, key: `reply.kept:${_id}` });
  }

  private async tell(about: Subject, telling: { name: string; params: Record<string, string | Localized>; key: string }): Promise<void> {
    await this.inbox.tell({ to: await this.follows.followers(about), about, mail: true, ...telling });
  }
}
