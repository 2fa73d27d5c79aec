import { prose, terms } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Newsletter, NewsletterDraft } from '@isegoria/newsletters/contracts';
import type { NewsletterRecord } from './newsletter.schema';

const termsKept = 1500;

/** Greek stands where there is no English. */
export const inBoth = ({ el, en }: Localized): Localized => ({ el, en: en || el });

/** What it is found by. */
export const termsOf = ({ title, text }: Pick<NewsletterRecord, 'title' | 'text'>): string[] => terms([title.el, title.en, text.el, text.en].join(' ')).slice(0, termsKept);

/** The letter as everybody reads it. */
export function shown({ _id: id, title, text, cards, wentAt, changedAt }: NewsletterRecord): Newsletter {
  const greek = prose(text.el);
  return { id, title: inBoth(title), html: { el: greek, en: text.en ? prose(text.en) : greek }, cards, at: wentAt ?? changedAt };
}

/** The letter as those see it who write it. */
export function draft({ _id: id, stage, title, text, paths, districtIds, categoryIds, sendAt, wentAt, revision, people, sent, failed, left, changedAt }: NewsletterRecord): NewsletterDraft {
  return { id, stage, title, text, paths, audience: { districtIds, categoryIds }, sendAt: wentAt ?? sendAt, revision, figures: { people, sent, failed, left }, changedAt };
}

export const letterPath = (id: string): string => `/newsletters/${id}`;
