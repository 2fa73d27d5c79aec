import { escaped, type Locale } from '@isegoria/kernel/contracts';
import { sentence } from './words';

/** What a mail says, before it is dressed. */
export interface Letter {
  locale: Locale;
  name: string;
  subject: string;
  paragraphs: string[];
  /** The paragraphs as clean HTML, where a slice has its own; else they are text in HTML too. */
  html?: string | undefined;
  /** The one thing to do: its words and its full address. */
  act: { label: string; url: string } | null;
  /** Why it came, and the address that ends it. */
  stop: { why: string; url: string; label?: string } | null;
}

/** A mail as plain text and as HTML that says the same. */
export interface Dressed {
  subject: string;
  text: string;
  html: string;
}

/** Dresses a letter. What is not clean HTML already is text; nothing that a citizen wrote becomes markup. */
export function dressed(letter: Letter): Dressed {
  const say = (key: string, params = {}) => sentence('notifications', `mail.${key}`, params, letter.locale) ?? key;
  const greeting = say('greeting', { name: letter.name });
  const { act, stop } = letter;
  const text = [
    greeting,
    ...letter.paragraphs,
    ...(act ? [`${act.label}: ${act.url}`] : []),
    '--',
    say('sign'),
    ...(stop ? [`${stop.why}\n${stop.label ?? say('stop')}: ${stop.url}`] : []),
  ].join('\n\n');
  return { subject: letter.subject.replace(/\s+/g, ' ').slice(0, 180), text, html: html(letter, greeting, say) };
}

function html({ locale, subject, paragraphs, html: own, act, stop }: Letter, greeting: string, say: (key: string) => string): string {
  const lines = [greeting, ...(own === undefined ? paragraphs : [])].map((line) => `<p style="margin:0 0 16px">${escaped(line)}</p>`).join('') + (own ?? '');
  const button = act
    ? `<p style="margin:24px 0"><a href="${escaped(act.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b4a8f;color:#ffffff;font-weight:600;text-decoration:none">${escaped(act.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#52606d">${escaped(say('link'))}<br><a href="${escaped(act.url)}" style="color:#0b4a8f;word-break:break-all">${escaped(act.url)}</a></p>`
    : '';
  const end = stop ? `<br>${escaped(stop.why)} <a href="${escaped(stop.url)}" style="color:#0b4a8f">${escaped(stop.label ?? say('stop'))}</a>` : '';
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#faf8f3;color:#17212b;font:17px/1.5 Arial,Helvetica,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #ddd6c8;border-radius:10px">
<p style="margin:0 0 20px;font:600 22px/1.2 Georgia,serif;color:#08325f">Ισηγορία</p>
${lines}${button}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #ddd6c8;font-size:14px;color:#52606d">${escaped(say('sign'))}${end}</p>
</div></body></html>
`;
}
