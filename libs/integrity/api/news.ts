import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IntegrityTold } from '@isegoria/integrity/contracts';
import { Events, excerpt, Subjects } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import { Follows, Inbox } from '@isegoria/notifications/api';

/** What the city says about a sign stands in the ledger, by its digest, and is told to whoever wrote or follows the thing. Heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly acts: PublicActs,
    private readonly subjects: Subjects,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.events.later('integrity.told', 'integrity.ledger', (told) => this.record(told));
    this.events.later('integrity.told', 'integrity.news', (told) => this.tell(told));
  }

  /** Seeds call it for the past. The act names the sign, not the thing: what is hidden one day must not be found by it. */
  record({ signId, revision, finding, role, text }: IntegrityTold): Promise<void> {
    return this.acts.record({ act: 'integrity.told', id: `integrity:${signId}:${revision}`, rule: null, role, subject: { kind: 'integrity-sign', id: signId }, body: { finding, words: digest(text) } });
  }

  private async tell({ signId, revision, subject, finding, text }: IntegrityTold): Promise<void> {
    const card = await this.subjects.card(subject);
    if (!card?.isPublic) return;
    const to = [...new Set([...(card.authorId ? [card.authorId] : []), ...(await this.follows.followers(subject))])];
    await this.inbox.tell({ to, about: subject, name: `integrity.${finding}`, params: { title: card.title, text: excerpt(text, 160) }, mail: false, key: `integrity.told:${signId}:${revision}` });
  }
}
