import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, Citizens, type Person, PersonalData } from '@isegoria/identity/api';
import { Clock, isShownTo, Jobs, newId, pageOf, Subjects, titlesOf, unlessThere } from '@isegoria/kernel/api';
import { type Page, parseSubject, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { citizenRoom, type Notice, type Params, toParams } from '@isegoria/notifications/contracts';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import { mailAttempts } from './mails.service';
import { NoticeRecord } from './notice.schema';
import { Pushes } from './push/pushes.service';

/** What is to be told, and to whom. */
export interface Telling {
  to: string[];
  about: Subject;
  /** `<slice>.<name>`: the words stand in the slice's catalogue under `notice.<name>`. */
  name: string;
  params: Params;
  /** Whether it says what others do not know of whom it is told: a vote of theirs, a report, the lot. A device that others may see then says only that something came. */
  isPersonal?: boolean;
  /** Whether it goes by mail too, to those who want mail. */
  mail: boolean;
  /** Telling twice under one key is telling once. Made of the rest where it is not given. */
  key?: string;
}

const atOnce = 200;

/** Tells citizens what happened to what they care about. */
@Injectable()
export class Inbox implements OnModuleInit {
  constructor(
    @InjectModel(NoticeRecord.name) private readonly notices: Model<NoticeRecord>,
    private readonly citizens: Citizens,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly announcer: Announcer,
    private readonly personalData: PersonalData,
    private readonly pushes: Pushes,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'notices',
      about: both('Οι ειδοποιήσεις σου (κρατιούνται 400 ημέρες)', 'Your notices (kept for 400 days)'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: {
        name: both('Τι είδους ειδοποίηση', 'What sort of notice'),
        about: both('Για ποιο πράγμα', 'What it is about'),
        title: both('Ο τίτλος του, αν μπορείς να το δεις', 'Its title, where you may see it'),
        path: both('Η σελίδα του', 'Its page'),
        params: both('Όσα έλεγε', 'What it said'),
        isRead: both('Αν τη διάβασες', 'Whether you read it'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id: citizenId }) => {
        await this.notices.deleteMany({ citizenId }).exec();
      },
    });
    this.jobs.define<Telling & { key: string; at: Date }>('notifications.tell', (telling) => this.deliver(telling));
    this.rooms.open('citizen', (citizen, id) => citizen?.id === id);
  }

  /** Resolves when it is sure to be told; the telling itself comes after. */
  async tell(telling: Telling): Promise<void> {
    const key = telling.key ?? keyOf(telling);
    // Whose name was taken off a text is told nothing.
    const to = [...new Set(telling.to)].filter(Boolean);
    const at = this.clock.now();
    for (let from = 0; from < to.length; from += atOnce) {
      await this.jobs.add('notifications.tell', { ...telling, key, at, to: to.slice(from, from + atOnce) });
    }
  }

  /** To each their own words, at once: for whoever tells from a job of its own, in portions. Telling twice under one key is telling once. */
  tellEach(tellings: readonly { to: string; about: Subject; params: Params }[], how: { name: string; mail: boolean; key: string }): Promise<void> {
    return this.put(tellings, { ...how, at: this.clock.now() });
  }

  async of(citizenId: string, first?: number | null, after?: string | null): Promise<Page<Notice>> {
    const page = await pageOf(this.notices, { filter: { citizenId }, sort: [['_id', -1]], first, after });
    const abouts = page.items.map(({ about }) => parseSubject(about) ?? { kind: 'none', id: about });
    const cards = await this.subjects.cards(abouts);
    const items = page.items.map(({ _id: id, name, params, about, at, isRead }, index): Notice => {
      const card = cards.get(about);
      const seen = card && isShownTo(card, citizenId) ? card : null;
      return { id, name, params: toParams(params), about: abouts[index] ?? { kind: 'none', id }, title: seen && titlesOf(seen), path: seen?.path ?? null, at, isRead };
    });
    return { ...page, items };
  }

  async unread(citizenId: string): Promise<number> {
    return this.notices.countDocuments({ citizenId, isRead: false }).exec();
  }

  async read(citizenId: string, ids?: readonly string[] | null): Promise<number> {
    const which = ids ? { _id: { $in: ids.slice(0, 200) } } : {};
    await this.notices.updateMany({ citizenId, isRead: false, ...which }, { $set: { isRead: true } }).exec();
    const unread = await this.unread(citizenId);
    await this.announcer.announce(citizenRoom(citizenId), 'read', { unread });
    return unread;
  }

  private async *ownOf({ id: citizenId }: Person) {
    const found = this.notices.find({ citizenId }).sort({ citizenId: 1, _id: -1 }).lean<NoticeRecord>().cursor();
    for await (const [{ name, about, params, isRead, at }, subject] of this.subjects.named(citizenId, found, (notice) => notice.about)) yield { name, about, ...subject, params, isRead, at };
  }

  /** May run twice: what is in the inbox already is not put there again, and a mail, or a notice to a device, that is on its way is one. Who has left meanwhile is told nothing: their inbox was emptied. */
  private deliver({ to, about, params, ...how }: Telling & { key: string; at: Date }): Promise<void> {
    return this.put(to.map((citizenId) => ({ to: citizenId, about, params })), how);
  }

  private async put(tellings: readonly { to: string; about: Subject; params: Params }[], { name, mail, isPersonal = false, key, at }: Pick<Telling, 'name' | 'mail' | 'isPersonal'> & { key: string; at: Date }): Promise<void> {
    const persons = await this.citizens.persons(tellings.map(({ to }) => to));
    const notices = tellings
      .filter(({ to }) => persons.has(to))
      .map(({ to: citizenId, about, params }) => ({ _id: newId(at), citizenId, key, name, about: subjectKey(about), params, isPersonal, isRead: false, at }));
    if (notices.length === 0) return;
    const told = new Set(notices.map(({ _id }) => _id));
    await this.notices.collection.insertMany(notices as never[], { ordered: false }).catch(unlessThere);
    const kept = await this.notices.find({ key, citizenId: { $in: notices.map(({ citizenId }) => citizenId) } }, { citizenId: 1 }).lean<NoticeRecord[]>().exec();
    for (const { _id, citizenId } of kept) {
      if (mail) await this.jobs.add('notifications.mail', { noticeId: _id }, { id: _id, attempts: mailAttempts });
      if (told.has(_id)) await this.announcer.announce(citizenRoom(citizenId), 'notice', { id: _id });
    }
    await this.pushes.tell(kept);
  }
}

function keyOf({ about, name, params }: Telling): string {
  return createHash('sha256').update(JSON.stringify([name, subjectKey(about), params])).digest('base64url');
}
