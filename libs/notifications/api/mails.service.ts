import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, Citizens, type Person, PersonalData } from '@isegoria/identity/api';
import type { CitizenLetter } from '@isegoria/identity/contracts';
import { Events, isSameSecret, Jobs, kernelEnv, publicUrl, secretFor, Subjects } from '@isegoria/kernel/api';
import { type Locale, parseSubject } from '@isegoria/kernel/contracts';
import { wordsKey } from '@isegoria/notifications/contracts';
import { dressed } from './mail.template';
import { MailWish, OutboxRecord } from './mail.schema';
import { NoticeRecord } from './notice.schema';
import { claimMs, Once } from './once';
import { type MailFile, Post } from './post';
import { sentence } from './words';

/** What another slice sends by mail: its own words in the reader's language, and its own way to end such mails. */
export interface SliceMail {
  key: string;
  to: { email: string; name: string; locale: Locale };
  subject: string;
  paragraphs: string[];
  /** The same as clean HTML, where it is more than paragraphs of text. */
  html?: string;
  act: { label: string; url: string };
  stop: { why: string; url: string; label?: string };
  files: readonly MailFile[];
}

/** What a notice's mail says where that is more than the notice's own sentence. */
export interface MailWords {
  /** The subject, where the slice has no words of its own for it. */
  says: string;
  paragraphs: string[];
  html: string;
}

/** Finds a mail's words by the id of what its notice is about, when it goes out. Null where nothing is left to say: then no mail goes. */
export type Composer = (about: { id: string; locale: Locale }) => Promise<MailWords | null>;

/** A mail server may be away for a night: nine hours of tries. */
export const mailAttempts = 17;

/** Notices and letters by mail, in the citizen's language, each once. */
@Injectable()
export class Mails implements OnModuleInit {
  private readonly composers = new Map<string, Composer>();

  constructor(
    @InjectModel(MailWish.name) private readonly wishes: Model<MailWish>,
    @InjectModel(OutboxRecord.name) private readonly outbox: Model<OutboxRecord>,
    @InjectModel(NoticeRecord.name) private readonly notices: Model<NoticeRecord>,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly once: Once,
    private readonly post: Post,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'mails',
      about: both('Αν θέλεις e-mail· και όσα μένουν εδώ επειδή δεν έχει οριστεί διακομιστής αλληλογραφίας', 'Whether you want mail; and mails that stay here where no mail server is set'),
      leaving: both('Σβήνονται. Σου στέλνουμε ένα τελευταίο e-mail, ότι έφυγες.', 'They are erased. You get one last mail, that you have left.'),
      keys: {
        wantsMail: both('Αν θέλεις e-mail', 'Whether you want mail'),
        subject: both('Θέμα', 'Subject'),
        text: both('Κείμενο', 'Text'),
        at: both('Πότε', 'When'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id }) => {
        await this.wishes.deleteOne({ _id: id }).exec();
      },
    });
    this.jobs.define<{ noticeId: string }>('notifications.mail', ({ noticeId }) => this.sendNotice(noticeId));
    this.jobs.define<CitizenLetter>('notifications.letter', (letter) => this.sendLetter(letter));
    this.events.on('citizen.letter', 'notifications.letter', (letter) => this.jobs.add('notifications.letter', letter, { id: letter.key, attempts: mailAttempts }));
  }

  /** Names who finds the words of the mails of one sort of notice. To be called while modules initialise. */
  compose(name: string, composer: Composer): void {
    this.composers.set(name, composer);
  }

  async wantsMail(citizenId: string): Promise<boolean> {
    return (await this.wishes.findById(citizenId).lean<MailWish>().exec())?.mail ?? true;
  }

  async wish(citizenId: string, mail: boolean): Promise<{ mail: boolean }> {
    await this.wishes.updateOne({ _id: citizenId }, { $set: { mail } }, { upsert: true }).exec();
    return { mail };
  }

  /** The link at the end of a mail: whoever holds it may end the mails, and nothing else. */
  async stop(citizenId: string, token: string): Promise<boolean> {
    if (!isSameSecret(token, stopToken(citizenId))) return false;
    // The link outlives the account; a wish does not.
    if (await this.citizens.find(citizenId)) await this.wish(citizenId, false);
    return true;
  }

  /** What would have been sent; null in production, which has no such page. */
  async kept(): Promise<OutboxRecord[] | null> {
    if (kernelEnv.NODE_ENV === 'production') return null;
    return this.outbox.find().sort({ at: -1, _id: -1 }).limit(100).lean<OutboxRecord[]>().exec();
  }

  /**
   * A mail of another slice's, in its own words, to who asked for it: once for its key, however often it is asked. True when it is sure to have been
   * handed over; false while another process is about to, or was killed over it less than five minutes ago.
   */
  send({ key, to, subject, paragraphs, html, act, stop, files }: SliceMail): Promise<boolean> {
    const letter = dressed({ ...to, subject, paragraphs, html, act, stop });
    return this.once.send(key, () => this.post.send({ ...letter, key, to, stopUrl: stop.url, files }));
  }

  private async *ownOf({ id }: Person) {
    yield { wantsMail: await this.wantsMail(id) };
    const to = (await this.citizens.contact(id))?.email;
    if (!to) return;
    for await (const { subject, text, at } of this.outbox.find({ to }).lean<OutboxRecord>().cursor()) yield { subject, text, at };
  }

  private async sendNotice(noticeId: string): Promise<void> {
    const notice = await this.notices.findById(noticeId).lean<NoticeRecord>().exec();
    const to = notice && (await this.citizens.contact(notice.citizenId));
    if (!notice || !to || !(await this.wantsMail(notice.citizenId))) return;
    const { slice, key } = wordsKey(notice.name, 'notice');
    const about = parseSubject(notice.about) ?? { kind: 'none', id: '' };
    const composer = this.composers.get(notice.name);
    const composed = composer && (await composer({ id: about.id, locale: to.locale }));
    if (composed === null) return;
    const says = composed?.says ?? sentence(slice, key, notice.params, to.locale) ?? notice.name;
    const subject = sentence(slice, `mail.${key.slice('notice.'.length)}.subject`, notice.params, to.locale) ?? says;
    const card = await this.subjects.card(about);
    const own = (word: string) => sentence('notifications', `mail.${word}`, {}, to.locale) ?? word;
    const url = `${publicUrl()}${card?.path ?? '/inbox'}`;
    const stopUrl = stopUrlOf(notice.citizenId);
    const letter = dressed({ ...to, subject, paragraphs: [says], ...composed, act: { label: own('read'), url }, stop: { why: own('why'), url: stopUrl } });
    const isOut = await this.once.send(`notice:${noticeId}`, () => this.post.send({ ...letter, key: `notice:${noticeId}`, to, stopUrl }));
    if (!isOut) await this.lookAgain('notifications.mail', { noticeId });
  }

  private async sendLetter({ key, name, to, path }: CitizenLetter): Promise<void> {
    // The last letter to an address: those before it that stayed in the house go with the account.
    if (name === 'left') await this.outbox.deleteMany({ to: to.email, _id: { $ne: `letter:${key}` } }).exec();
    const say = (word: string) => sentence('identity', `mail.${name}.${word}`, { name: to.name }, to.locale) ?? '';
    const act = { label: say('act'), url: `${publicUrl()}${path}` };
    const letter = dressed({ ...to, subject: say('subject'), paragraphs: [say('text'), say('more')].filter(Boolean), act, stop: null });
    const isOut = await this.once.send(`letter:${key}`, () => this.post.send({ ...letter, key: `letter:${key}`, to, stopUrl: null }));
    if (!isOut) await this.lookAgain('notifications.letter', { key, name, to, path });
  }

  /** Another process is about to send it, or was killed over it: who looks again when its claim is old finds out which. */
  private lookAgain(job: 'notifications.mail' | 'notifications.letter', data: unknown): Promise<void> {
    return this.jobs.add(job, data, { delayMs: claimMs, attempts: mailAttempts });
  }
}

/** Where a mail's «stop» leads; the same address takes a mail program's one-click POST (RFC 8058). */
function stopUrlOf(citizenId: string): string {
  return `${publicUrl()}/stop-mail?${new URLSearchParams({ citizen: citizenId, token: stopToken(citizenId) }).toString()}`;
}

function stopToken(citizenId: string): string {
  return createHmac('sha256', secretFor('stop-mail')).update(citizenId).digest('base64url');
}
