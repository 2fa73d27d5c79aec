import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Citizens } from '@isegoria/identity/api';
import { type IntegrityNoticed, type IntegrityTold, signsRoom } from '@isegoria/integrity/contracts';
import { Events, excerpt, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import { Follows, Inbox } from '@isegoria/notifications/api';
import { Announcer, Rooms } from '@isegoria/realtime/api';

/**
 * Whoever wrote a thing hears of a sign on it when everybody may read it, not later, and moderators that there is something to look into. What the city then says stands in the ledger, by its
 * digest, and is told to whoever wrote or follows the thing. Heard twice, it is told once.
 */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly acts: PublicActs,
    private readonly subjects: Subjects,
    private readonly citizens: Citizens,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly rooms: Rooms,
    private readonly announcer: Announcer,
  ) {}

  onModuleInit(): void {
    this.rooms.open(signsRoom.kind, (_citizen, id) => id === signsRoom.id);
    this.events.later('integrity.noticed', 'integrity.live', ({ signId }) => this.show(signId));
    this.events.later('integrity.noticed', 'integrity.noticed', (noticed) => this.notice(noticed));
    this.events.later('integrity.told', 'integrity.live', ({ signId }) => this.show(signId));
    this.events.later('integrity.told', 'integrity.ledger', (told) => this.record(told));
    this.events.later('integrity.told', 'integrity.news', (told) => this.tell(told));
  }

  /** Seeds call it for the past. The act names the sign, not the thing: what is hidden one day must not be found by it. */
  record({ signId, revision, finding, role, text }: IntegrityTold): Promise<void> {
    return this.acts.record({ act: 'integrity.told', id: `integrity:${signId}:${revision}`, rule: null, role, subject: { kind: 'integrity-sign', id: signId }, body: { finding, words: digest(text) } });
  }

  private show(signId: string): Promise<void> {
    return this.announcer.announce(signsRoom, 'changed', { signId });
  }

  private async notice({ signId, subject }: IntegrityNoticed): Promise<void> {
    const card = await this.subjects.card(subject);
    if (!card?.isPublic) return;
    const moderators = await this.citizens.withRole('moderator');
    const [about, params] = [{ kind: 'integrity-sign', id: signId }, { title: card.title }];
    const watching = moderators.map(({ id }) => id).filter((id) => id !== card.authorId);
    await this.inbox.tell({ to: authorOf(card), about, name: 'integrity.noticed', params, mail: false, key: `integrity.noticed:${signId}` });
    await this.inbox.tell({ to: watching, about, name: 'integrity.toExamine', params, mail: false, key: `integrity.toExamine:${signId}` });
  }

  private async tell({ signId, revision, subject, finding, text }: IntegrityTold): Promise<void> {
    const card = await this.subjects.card(subject);
    if (!card?.isPublic) return;
    const to = [...new Set([...authorOf(card), ...(await this.follows.followers(subject))])];
    await this.inbox.tell({ to, about: subject, name: `integrity.${finding}`, params: { title: card.title, text: excerpt(text, 160) }, mail: false, key: `integrity.told:${signId}:${revision}` });
  }
}

const authorOf = ({ authorId }: SubjectCard): string[] => (authorId ? [authorId] : []);
