/** What a thread is asked for, and how it is made. Pure but for the typefaces' files. */
import type { Locale, PageDocument } from '@isegoria/kernel/contracts';
import { type Paper, pdfReport } from '../pdf/pdf-report';
import { plainReport } from '../plain-report';
import { xlsxReport } from '../tables/xlsx-report';

export type FileOrder = {
  document: PageDocument;
  locale: Locale;
  /** The platform's address, without a trailing slash. */
  url: string;
} & ({ format: 'pdf'; paper: Paper } | { format: 'xlsx' });

/** The file; a PDF with a place for its signature. */
export function makeFile(order: FileOrder): Promise<Buffer> {
  const report = plainReport(order.document, order.locale);
  return order.format === 'pdf' ? pdfReport(report, order.url, order.paper) : xlsxReport(report, order.url);
}
