import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, invalid, isThere, Jobs, pageOf, refuse } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import {
  type MutationSaveNewsletterArgs, type MutationSendNewsletterArgs, type NewsletterDraft, type NewsletterDraftPage, newsletterForm, newsletterId, type ProofNewsletterResult, type RemoveNewsletterResult, type SaveNewsletterResult, type SendNewsletterResult, sentForm, type StopNewsletterResult,
} from '@isegoria/newsletters/contracts';
import { LetterMail } from './letter-mail';
import { draft, termsOf } from './letter-views';
import { NewsletterRecord } from './newsletter.schema';
import { stopUrlOf } from './readers.service';

/** The work that takes letters out. */
export const goingOut = 'newsletters.go';

const notFound = { __typename: 'NotFound' as const, reason: 'newsletter' };
const aYearMs = 366 * 86_400_000;

const invalidField = (field: string) => ({ field, code: 'invalid' as const, limit: null });

/** Where clerks and administrators write the city's letters, try them on themselves, send and stop them. Each move is one write from the stage that it leaves. */
@Injectable()
export class LetterDesk {
  constructor(
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    private readonly citizens: Citizens,
    private readonly mail: LetterMail,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async list(first?: number | null, after?: string | null): Promise<NewsletterDraftPage> {
    const page = await pageOf(this.letters, { filter: {}, sort: [['changedAt', -1], ['_id', -1]], first, after });
    return { ...page, items: page.items.map(draft) };
  }

  async one(id: string): Promise<NewsletterDraft | null> {
    const letter = await this.letters.findById(String(id)).lean<NewsletterRecord>().exec();
    return letter && draft(letter);
  }

  async save({ id: by }: Citizen, { id, revision = null, input }: MutationSaveNewsletterArgs): Promise<SaveNewsletterResult> {
    const problems = [...problemsOf(newsletterForm, input), ...(newsletterId.safeParse(id).success ? [] : [invalidField('id')])];
    if (problems.length > 0) return invalid(problems);
    const form = newsletterForm.parse(input);
    const written = { ...form, paths: [...new Set(form.paths)], terms: termsOf(form), by, changedAt: this.clock.now() };
    if (revision === null) return this.make(id, written);
    const saved = await this.letters.findOneAndUpdate({ _id: id, stage: 'draft', revision }, { $set: written, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<NewsletterRecord>().exec();
    return saved ? { __typename: 'NewsletterSaved', newsletter: draft(saved) } : this.refused(id);
  }

  async proof({ id: citizenId }: Citizen, id: string): Promise<ProofNewsletterResult> {
    const letter = await this.letters.findById(String(id)).lean<NewsletterRecord>().exec();
    if (!letter) return notFound;
    const to = await this.citizens.contact(citizenId);
    if (!to) return refuse('address');
    const cards = letter.wentAt ? letter.cards : await this.mail.cards(letter.paths);
    // Pressed twice it is one; a minute later it is another, for the figures may have changed.
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    await this.mail.send({ ...letter, cards }, { name: `proof:${id}:${letter.revision}:${citizenId}:${minute}`, to, stopUrl: stopUrlOf(citizenId, 'proof') });
    return { __typename: 'NewsletterProofSent', email: to.email };
  }

  async send({ id: by }: Citizen, { id, revision, at = null }: MutationSendNewsletterArgs): Promise<SendNewsletterResult> {
    const letter = await this.letters.findById(String(id)).lean<NewsletterRecord>().exec();
    if (!letter) return notFound;
    const now = this.clock.now();
    const sendAt = at ?? now;
    const late = at && (at.getTime() < now.getTime() - 60_000 || at.getTime() > now.getTime() + aYearMs) ? [invalidField('at')] : [];
    const problems = [...problemsOf(sentForm, letter), ...late];
    if (problems.length > 0) return invalid(problems);
    const saved = await this.letters.findOneAndUpdate({ _id: id, stage: 'draft', revision }, { $set: { stage: 'scheduled', sendAt, by, changedAt: now }, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<NewsletterRecord>().exec();
    if (!saved) return this.refused(id);
    await this.jobs.nudge(goingOut);
    return { __typename: 'NewsletterSaved', newsletter: draft(saved) };
  }

  async stop({ id: by }: Citizen, id: string): Promise<StopNewsletterResult> {
    const change = (stage: 'scheduled' | 'sending', to: object) =>
      this.letters.findOneAndUpdate({ _id: String(id), stage }, { $set: { by, changedAt: this.clock.now(), ...to }, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<NewsletterRecord>().exec();
    const stopped = (await change('scheduled', { stage: 'draft', sendAt: null })) ?? (await change('sending', { stage: 'stopped' }));
    if (stopped) return { __typename: 'NewsletterSaved', newsletter: draft(stopped) };
    const letter = await this.letters.findById(String(id)).lean<NewsletterRecord>().exec();
    if (!letter) return notFound;
    // Pressed twice: it is stopped.
    return letter.stage === 'stopped' ? { __typename: 'NewsletterSaved', newsletter: draft(letter) } : refuse('stage');
  }

  async remove(id: string): Promise<RemoveNewsletterResult> {
    const { deletedCount } = await this.letters.deleteOne({ _id: String(id), stage: 'draft' }).exec();
    if (deletedCount > 0) return { __typename: 'NewsletterRemoved', id };
    return (await this.letters.exists({ _id: String(id) })) ? refuse('stage') : notFound;
  }

  private async make(id: string, written: Pick<NewsletterRecord, 'title' | 'text' | 'terms' | 'paths' | 'districtIds' | 'categoryIds' | 'by' | 'changedAt'>): Promise<SaveNewsletterResult> {
    const letter: NewsletterRecord = { _id: id, stage: 'draft', ...written, revision: 1, sendAt: null, wentAt: null, cards: [], laidTo: null, isLaid: false, people: 0, sent: 0, failed: 0, left: 0 };
    try {
      await this.letters.collection.insertOne(letter as never);
      return { __typename: 'NewsletterSaved', newsletter: draft(letter) };
    } catch (error) {
      if (!isThere(error)) throw error;
      const there = await this.letters.findById(id).lean<NewsletterRecord>().exec();
      // The same press twice.
      const isSame = there?.by === written.by && there.revision === 1 && JSON.stringify([there.title, there.text]) === JSON.stringify([written.title, written.text]);
      return there && isSame ? { __typename: 'NewsletterSaved', newsletter: draft(there) } : refuse('changed');
    }
  }

  /** Why a draft of the revision that was seen is not there. What goes out was read by somebody already. */
  private async refused(id: string) {
    const letter = await this.letters.findById(id).lean<NewsletterRecord>().exec();
    return refuse(letter && letter.stage !== 'draft' ? 'stage' : 'changed');
  }
}
