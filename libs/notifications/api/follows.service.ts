import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { Clock, pageOf, Subjects, titlesOf, unlessThere } from '@isegoria/kernel/api';
import { type Page, parseSubject, portions, type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type Following, usualRhythm } from '@isegoria/notifications/contracts';
import { isPart } from '@isegoria/organisation/contracts';
import { type Because, Follow } from './follow.schema';
import { DigestWish } from './news/digest-wish.schema';

/** Who wants to hear about what. */
@Injectable()
export class Follows implements OnModuleInit {
  constructor(
    @InjectModel(Follow.name) private readonly follows: Model<Follow>,
    @InjectModel(DigestWish.name) private readonly digests: Model<DigestWish>,
    private readonly clock: Clock,
    private readonly subjects: Subjects,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'follows',
      about: both('Όσα παρακολουθείς, και όσα είπες να μην παρακολουθείς', 'What you follow, and what you said no to'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: {
        subject: both('Τι παρακολουθείς', 'What you follow'),
        title: both('Ο τίτλος του, αν μπορείς να το δεις', 'Its title, where you may see it'),
        path: both('Η σελίδα του', 'Its page'),
        because: both('Γιατί: το ζήτησες, είναι δικό σου, ή πήρες μέρος', 'Why: you asked, it is yours, or you took part'),
        isOff: both('Αν είπες να μην το παρακολουθείς', 'Whether you said no to it'),
        at: both('Από πότε', 'Since when'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id: citizenId }) => {
        await this.follows.deleteMany({ citizenId }).exec();
      },
    });
  }

  /** Begins to follow. Only who asks themselves takes back an earlier «no»; taking part leaves it as it is. */
  async follow(citizenId: string, subject: Subject, because: Because): Promise<void> {
    if (because !== 'asked') return this.followMany([citizenId], subject, because);
    if (isPart(subject)) await this.begin(citizenId);
    const { off, ...fresh } = this.fresh(citizenId, subject, because);
    await this.follows.updateOne({ _id: fresh._id }, { $setOnInsert: { subject: fresh.subject, citizenId, at: fresh.at }, $set: { off, because } }, { upsert: true }).exec();
  }

  /** Those who took part begin to follow. Who is there already stays as they are: inserting costs the embedded store a third of what an upsert costs. */
  async followMany(citizenIds: string[], subject: Subject, because: Exclude<Because, 'asked'>): Promise<void> {
    // Whose name was taken off a text follows nothing.
    const fresh = [...new Set(citizenIds)].filter(Boolean).map((citizenId) => this.fresh(citizenId, subject, because));
    for (const part of portions(fresh, 500)) await this.follows.collection.insertMany(part as never[], { ordered: false }).catch(unlessThere);
  }

  /** Whoever follows a part of the city gets digests, unless they have said how often already. What was there before is not news to them. */
  private async begin(citizenId: string): Promise<void> {
    await this.digests.updateOne({ _id: citizenId }, { $setOnInsert: { rhythm: usualRhythm, toldUntil: this.clock.now() } }, { upsert: true }).exec();
  }

  private fresh(citizenId: string, subject: Subject, because: Because): Follow {
    const key = subjectKey(subject);
    return { _id: `${key}|${citizenId}`, subject: key, citizenId, because, off: false, at: this.clock.now() };
  }

  async unfollow(citizenId: string, subject: Subject): Promise<void> {
    await this.follow(citizenId, subject, 'asked');
    await this.follows.updateOne({ _id: `${subjectKey(subject)}|${citizenId}` }, { $set: { off: true } }).exec();
  }

  /** Ends the followings that began for this reason alone, as when a support is taken back. Who asked, or said «no», stays as they are. */
  async release(citizenIds: string[], subject: Subject, because: Exclude<Because, 'asked'>): Promise<void> {
    const ids = citizenIds.map((citizenId) => `${subjectKey(subject)}|${citizenId}`);
    for (let from = 0; from < ids.length; from += 50) await this.follows.deleteMany({ _id: { $in: ids.slice(from, from + 50) }, because, off: false });
  }

  async isFollowing(citizenId: string, subject: Subject): Promise<boolean> {
    return (await this.because(citizenId, subject)) !== null;
  }

  /** Why somebody follows; null where they do not. */
  async because(citizenId: string, subject: Subject): Promise<Because | null> {
    const found = await this.follows.findById(`${subjectKey(subject)}|${citizenId}`).lean<Follow>().exec();
    return found && !found.off ? found.because : null;
  }

  /** The ids of all who follow. */
  async followers(subject: Subject): Promise<string[]> {
    const found = await this.follows.find({ subject: subjectKey(subject), off: false }, { citizenId: 1 }).lean<Follow[]>().exec();
    return found.map(({ citizenId }) => citizenId);
  }

  /** The ids of all who ever came to follow, also of those who said that they want to hear nothing: whoever supports a subject is among them. */
  async everFollowed(subject: Subject): Promise<string[]> {
    const found = await this.follows.find({ subject: subjectKey(subject) }, { citizenId: 1 }).lean<Follow[]>().exec();
    return found.map(({ citizenId }) => citizenId);
  }

  private async *ownOf({ id: citizenId }: Person) {
    const found = this.follows.find({ citizenId }).sort({ citizenId: 1, off: 1, at: -1, _id: -1 }).lean<Follow>().cursor();
    for await (const [{ subject, because, off, at }, name] of this.subjects.named(citizenId, found, (follow) => follow.subject)) yield { subject, ...name, because, isOff: off, at };
  }

  /** What a citizen follows, newest first, as far as it can be seen. */
  async of(citizenId: string, first?: number | null, after?: string | null): Promise<Page<Following>> {
    const page = await pageOf(this.follows, { filter: { citizenId, off: false }, sort: [['at', -1], ['_id', -1]], first, after });
    const abouts = page.items.map(({ subject }) => parseSubject(subject)).filter((subject) => subject !== null);
    const cards = await this.subjects.cards(abouts);
    const items = page.items.flatMap(({ _id: id, subject, because }) => {
      const card = cards.get(subject);
      return card?.isPublic ? [{ id, about: { kind: card.kind, id: card.id }, title: titlesOf(card), path: card.path, because }] : [];
    });
    return { ...page, items };
  }
}
