import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { prose, PublicPages, publicUrl, secretFor } from '@isegoria/kernel/api';
import { escaped, type Locale } from '@isegoria/kernel/contracts';
import { el, en } from '@isegoria/newsletters/contracts';
import { Mails } from '@isegoria/notifications/api';
import { inBoth, letterPath } from './letter-views';
import type { NewsletterRecord, StoredCard } from './newsletter.schema';

/** To whom a copy goes. */
export interface Addressee {
  email: string;
  name: string;
  locale: Locale;
}

type Written = Pick<NewsletterRecord, '_id' | 'title' | 'text' | 'cards'>;

/** A letter as a mail: the same words as its page. There is no picture in it, so nobody is told when it is opened. */
@Injectable()
export class LetterMail {
  constructor(
    private readonly mails: Mails,
    private readonly pages: PublicPages,
  ) {}

  /** Hands one copy over, once for its name, which may hold the person's number: what is kept of a mail does not. False while another process is about to. */
  send(letter: Written, { name, to, stopUrl }: { name: string; to: Addressee; stopUrl: string }): Promise<boolean> {
    const { locale } = to;
    const says = locale === 'en' ? en : el;
    const text = inBoth(letter.text)[locale];
    const cards = letter.cards.map((card) => ({ url: `${publicUrl()}${card.path}`, title: card.title[locale], fact: card.fact[locale] }));
    return this.mails.send({
      key: `newsletter:${createHmac('sha256', secretFor('newsletters')).update(name).digest('base64url')}`, to, subject: inBoth(letter.title)[locale],
      paragraphs: [text, ...cards.map(({ url, title, fact }) => [title, fact, url].filter(Boolean).join('\n'))],
      html: withWholeLinks(prose(text)) + cards.map(({ url, title, fact }) => `<p><a href="${escaped(url)}"><strong>${escaped(title)}</strong></a>${fact && `<br>${escaped(fact)}`}</p>`).join(''),
      act: { label: says.mail.read, url: `${publicUrl()}${letterPath(letter._id)}` },
      stop: { why: says.mail.why, url: stopUrl, label: says.mail.stop },
      files: [],
    });
  }

  /** How what a letter points to stands now. What no visitor may see is left out. */
  async cards(paths: readonly string[]): Promise<StoredCard[]> {
    const found = await Promise.all(paths.map(async (path) => {
      const [greek, english] = await Promise.all([this.pages.at(path, 'el'), this.pages.at(path, 'en')]);
      return greek && english ? [{ path, title: { el: greek.title, en: english.title }, fact: { el: factOf(greek), en: factOf(english) } }] : [];
    }));
    return found.flat();
  }
}

const factOf = ({ figures, description }: { figures: { value: string; label: string }[]; description: string }): string =>
  figures.slice(0, 2).map(({ value, label }) => `${value} ${label}`).join(' · ') || description.slice(0, 140);

/** In a mail a path leads nowhere. */
const withWholeLinks = (html: string): string => html.replaceAll('href="/', `href="${publicUrl()}/`);
