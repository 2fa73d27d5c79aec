import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { excerpt, foundIn, pageOf, type PublicPage, PublicPages, type SubjectCard, Subjects, withoutHtml } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { el, en, type Newsletter, type NewsletterPage } from '@isegoria/newsletters/contracts';
import { letterPath, shown } from './letter-views';
import { NewsletterRecord } from './newsletter.schema';

const isPublic = { wentAt: { $ne: null } };
const newest: [string, 1 | -1][] = [['wentAt', -1], ['_id', -1]];

/** The letters that went out, as everybody reads them: on their pages, in search, in feeds, in the ledger's list of acts. */
@Injectable()
export class Archive implements OnModuleInit {
  constructor(
    @InjectModel(NewsletterRecord.name) private readonly letters: Model<NewsletterRecord>,
    private readonly subjects: Subjects,
    private readonly pages: PublicPages,
  ) {}

  onModuleInit(): void {
    this.subjects.register('newsletter', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.letters, words, { where: isPublic, sort: { wentAt: -1, _id: -1 }, most }),
    });
    this.pages.register('newsletters', { pattern: /^\/newsletters\/(?!(?:desk|stop)$)[\w-]{1,60}$/, at: (path, locale) => this.page(path, locale), addresses: (after) => this.addresses(after) });
  }

  async list(first?: number | null, after?: string | null): Promise<NewsletterPage> {
    const page = await pageOf(this.letters, { filter: isPublic, sort: newest, first, after });
    return { ...page, items: page.items.map(shown) };
  }

  async one(id: string): Promise<Newsletter | null> {
    const letter = await this.letters.findOne({ _id: String(id), ...isPublic }).lean<NewsletterRecord>().exec();
    return letter && shown(letter);
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const found = await this.letters.find({ _id: { $in: ids.map(String) } }).lean<NewsletterRecord[]>().exec();
    return found.map((letter) => {
      const { id, title, html } = shown(letter);
      return {
        kind: 'newsletter', id, title: title.el, excerpt: excerpt(withoutHtml(html.el)), english: { title: title.en, excerpt: excerpt(withoutHtml(html.en)) }, path: letterPath(id), authorId: null,
        isPublic: letter.wentAt !== null, acceptsComments: false, createdAt: letter.changedAt,
      };
    });
  }

  private async page(path: string, locale: Locale): Promise<PublicPage | null> {
    const letter = await this.one(path.slice(path.lastIndexOf('/') + 1));
    if (!letter) return null;
    const says = locale === 'en' ? en : el;
    const text = withoutHtml(letter.html[locale]).replace(/\s+/g, ' ').trim();
    return {
      path, label: says.label, title: letter.title[locale], lang: locale, description: text.slice(0, 200), headline: { frame: 'narrow' }, publishedAt: letter.at, updatedAt: letter.at, figures: [], act: '', trail: [{ title: says.list.title, path: '/newsletters' }],
      thing: { '@type': 'Article', headline: letter.title[locale], articleBody: text },
    };
  }

  private async *addresses(after: string | null) {
    for await (const { _id, wentAt } of this.letters.find({ ...isPublic, ...(after === null ? {} : { _id: { $gt: after } }) }, { wentAt: 1 }).sort({ _id: 1 }).lean<NewsletterRecord>().cursor()) yield { path: letterPath(_id), modifiedAt: wentAt, place: _id };
  }
}
