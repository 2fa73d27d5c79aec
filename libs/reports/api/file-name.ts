import { cityDay, type Locale, type PageDocument } from '@isegoria/kernel/contracts';
import type { ReportFormat } from '@isegoria/reports/contracts';

const LONGEST = 90;

/** «Τακτική συνεδρίαση, το παραλιακό μέτωπο, 2026-11-26.pdf»: what it is and of which day, with no sign that a file system minds. */
export function fileNameOf({ title, at }: Pick<PageDocument, 'title' | 'at'>, format: ReportFormat, locale: Locale): string {
  const name = (title[locale] || title.el).replace(/\s*:\s*/g, ', ').replace(/[\p{C}\\/?*"<>|%]/gu, ' ').replace(/\s+/g, ' ').replace(/^[.\s]+/, '').trim();
  return `${[...name].slice(0, LONGEST).join('').trim() || 'isegoria'}, ${cityDay(at)}.${format}`;
}

/** A download under its name (RFC 6266), with a plain one for programs that read no other. */
export function attachment(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '').replace(/^[\s,]+/, '').trim();
  const ascii = /^[\w]/.test(plain) && /[a-z].*\./i.test(plain) ? plain : `isegoria-${plain}`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
