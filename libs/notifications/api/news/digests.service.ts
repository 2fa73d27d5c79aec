import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { Clock, Jobs, publicUrl, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { afterDays, dateFormat, escaped, type Locale } from '@isegoria/kernel/contracts';
import { digestKind, digestPath, digestSubject, type DigestRhythm, type DigestSpan, type DigestWishes, grouped, lastEdition, nextEdition, spanOf, usualRhythm } from '@isegoria/notifications/contracts';
import { Inbox } from '../inbox.service';
import { type MailWords, Mails } from '../mails.service';
import { activitySentence, sentence } from '../words';
import { DigestWish } from './digest-wish.schema';
import { isInDigest, onePerSubject, type Thing } from './news.rules';
import { News } from './news.service';

const lookMs = 5 * 60_000;
/** A span ends so long before its digest goes out: what is being written at eight is in the next one, and none is missed. */
const settledMs = 5 * 60_000;
/** Whoever was told nothing for longer, as after a pause of the city, is told of the last month. */
const mostDays = 31;
const atOnce = 200;
/** The rest of a mail is a page. */
const linesMost = 10;

/** What is new in the districts and categories that citizens follow: one notice and one mail for each rhythm's morning, never one a thing. */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    @InjectModel(DigestWish.name) private readonly wishes: Model<DigestWish>,
    private readonly news: News,
    private readonly inbox: Inbox,
    private readonly mails: Mails,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.jobs.every('notifications.digests', lookMs, () => this.send());
    this.subjects.register(digestKind, { cards: (ids) => Promise.resolve(ids.flatMap((id) => cardOf(id) ?? [])) });
    this.mails.compose('notifications.digest', ({ id, locale }) => this.words(id, locale));
    this.personalData.register({
      name: 'digests',
      about: both('Πόσο συχνά θέλεις τα νέα από τις γειτονιές και τα θέματα που παρακολουθείς', 'How often you want the news of the neighbourhoods and topics that you follow'),
      leaving: both('Σβήνεται.', 'It is erased.'),
      keys: {
        rhythm: both('Πόσο συχνά', 'How often'),
        toldUntil: both('Έως πότε τα έμαθες', 'Up to when you were told'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id }) => {
        await this.wishes.deleteOne({ _id: id }).exec();
      },
    });
  }

  async wishOf(citizenId: string): Promise<DigestWishes> {
    const rhythm = (await this.wishes.findById(citizenId).lean<DigestWish>().exec())?.rhythm ?? usualRhythm;
    return this.told(rhythm);
  }

  /** Another rhythm changes nothing of what was told: what comes next begins where the last one ended. */
  async wish(citizenId: string, rhythm: DigestRhythm): Promise<DigestWishes> {
    await this.wishes.updateOne({ _id: citizenId }, { $set: { rhythm }, $setOnInsert: { toldUntil: this.clock.now() } }, { upsert: true }).exec();
    return this.told(rhythm);
  }

  /** Sends what is due. Run twice, or killed in the middle, it sends each digest once: the notice has the key of its edition, and who was told leaves the beginning of the index. */
  async send(now: Date = this.clock.now()): Promise<void> {
    for (const rhythm of ['daily', 'weekly'] as const) await this.edition(rhythm, new Date(lastEdition(rhythm, now).getTime() - settledMs));
  }

  private async edition(rhythm: 'daily' | 'weekly', until: Date): Promise<void> {
    let things: Thing[] | null = null;
    for (;;) {
      const due = await this.wishes.find({ rhythm, toldUntil: { $lt: until } }).sort({ toldUntil: 1, _id: 1 }).limit(atOnce).lean<DigestWish[]>().exec();
      const [longest] = due;
      if (!longest) return;
      // Those who waited longest come first, so that the first reading serves all.
      things ??= await this.news.readAnew(sinceOf(longest.toldUntil, until), until);
      await this.tell(due, until, things);
      await this.wishes.updateMany({ _id: { $in: due.map(({ _id }) => _id) }, toldUntil: { $lt: until } }, { $set: { toldUntil: until } }).exec();
    }
  }

  private async tell(due: readonly DigestWish[], until: Date, things: readonly Thing[]): Promise<void> {
    const spans = due.map(({ _id: citizenId, toldUntil }) => ({ citizenId, since: sinceOf(toldUntil, until), until }));
    const readers = await this.news.readers(spans.map(({ citizenId }) => citizenId));
    const tellings = spans.flatMap((span) => {
      const reader = readers.get(span.citizenId);
      const count = reader ? onePerSubject(things.filter((thing) => isInDigest(reader, thing, span.since, until))).length : 0;
      return count > 0 ? [{ to: span.citizenId, about: digestSubject(span), params: { count } }] : [];
    });
    await this.inbox.tellEach(tellings, { name: 'notifications.digest', mail: true, key: `digest:${until.toISOString()}` });
  }

  /** What a mail says: its things as they stand when it goes, grouped, and how many more there are. Null where nothing is left. */
  private async words(id: string, locale: Locale): Promise<MailWords | null> {
    const span = spanOf(id);
    if (!span) return null;
    const reader = await this.news.reader(span.citizenId);
    const things = onePerSubject((await this.news.between(span.since, span.until)).filter((thing) => isInDigest(reader, thing, span.since, span.until)));
    if (things.length === 0) return null;
    const say = (key: string, params = {}) => sentence('notifications', `digest.${key}`, params, locale) ?? key;
    const groups = [...grouped(things.slice(0, linesMost))].map(([slice, some]) => ({ name: sentence(slice, 'activity.group', {}, locale) ?? '', lines: some.map((thing) => ({ text: lineOf(thing, locale), url: `${publicUrl()}${thing.path}` })) }));
    const more = things.length > linesMost ? [say('more', { count: things.length - linesMost })] : [];
    const lead = say('lead', { count: things.length });
    return {
      says: lead,
      paragraphs: [lead, ...groups.map(({ name, lines }) => [name, ...lines.map(({ text, url }) => `- ${text}\n  ${url}`)].filter(Boolean).join('\n')), ...more],
      html: [`<p>${escaped(lead)}</p>`, ...groups.map(({ name, lines }) => `${name && `<h2 style="margin:20px 0 8px;font-size:17px">${escaped(name)}</h2>`}<ul style="margin:0 0 16px;padding-left:20px">${lines.map(({ text, url }) => `<li style="margin:0 0 8px"><a href="${escaped(url)}" style="color:#0b4a8f">${escaped(text)}</a></li>`).join('')}</ul>`), ...more.map((text) => `<p>${escaped(text)}</p>`)].join(''),
    };
  }

  private told(rhythm: DigestRhythm): DigestWishes {
    return { rhythm, nextAt: rhythm === 'never' ? null : nextEdition(rhythm, this.clock.now()) };
  }

  private async *ownOf({ id }: Person) {
    const wish = await this.wishes.findById(id).lean<DigestWish>().exec();
    if (wish) yield { rhythm: wish.rhythm, toldUntil: wish.toldUntil };
  }
}

const sinceOf = (toldUntil: Date, until: Date): Date => new Date(Math.max(toldUntil.getTime(), afterDays(until, -mostDays).getTime()));

const lineOf = ({ name, params, title }: Thing, locale: Locale): string => activitySentence(name, params, locale) ?? title[locale];

/** A digest is its reader's alone, and is called by its days. */
function cardOf(id: string): SubjectCard | null {
  const span = spanOf(id);
  if (!span) return null;
  return { kind: digestKind, id, title: daysOf(span, 'el'), english: { title: daysOf(span, 'en'), excerpt: '' }, excerpt: '', path: digestPath(span), authorId: span.citizenId, isPublic: false, acceptsComments: false, createdAt: span.until };
}

const daysOf = ({ since, until }: DigestSpan, locale: Locale): string => dateFormat(locale, { day: 'numeric', month: 'long' }).formatRange(since, until);
