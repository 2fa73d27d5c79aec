/** What belongs to the paper and not to the page: the contents with their page numbers, and the running lines. */
import { cut } from '../formats';
import type { Say } from '../words';
import { BOTTOM, INK, PAGE, WIDTH } from './look';
import { pressable } from './pdfkit-inner';
import type { Sheet } from './sheet';

const ROW = { size: 10.5, gap: 5 };
const NUMBER = 40;
const HEADING = 26;
const AFTER = 20;

/** Keeps the room for the contents on this page; the answer fills it in once it is known on which page each heading stands. */
export function contents(sheet: Sheet, say: Say, headings: readonly string[]): (pages: number[]) => void {
  const { doc } = sheet;
  const heights = headings.map((heading) => sheet.height(heading, { size: ROW.size, width: WIDTH - NUMBER }) + ROW.gap);
  const all = heights.reduce((sum, height) => sum + height, HEADING + AFTER);
  // So long an agenda has its contents in the reader's outline.
  if (doc.y + all > BOTTOM) return () => undefined;
  sheet.text(sheet.root, 'H2', say('file.contents'), { font: 'serif', size: 13, color: INK.deep });
  sheet.space(4);
  const table = sheet.open(sheet.root, 'TOC');
  const [top, page] = [doc.y, doc.bufferedPageRange().count - 1];
  doc.y += all - HEADING;
  return (pages) => {
    doc.switchToPage(page);
    let y = top;
    for (const [at, heading] of headings.entries()) {
      const target = pages[at] ?? 0;
      const item = sheet.open(table, 'TOCI');
      const link = sheet.open(sheet.open(item, 'Reference'), 'Link');
      const place = y;
      link.add(() => {
        sheet.at(`${heading} `, PAGE.left, place, { size: ROW.size, width: WIDTH - NUMBER });
        sheet.at(String(target + 1), PAGE.left + WIDTH - NUMBER, place, { size: ROW.size, width: NUMBER, align: 'right', color: INK.quiet });
      });
      pressable(doc, link, { x: PAGE.left, y: place, width: WIDTH, height: (heights[at] ?? 0) - ROW.gap }, { url: target, says: heading });
      item.end();
      y += heights[at] ?? 0;
    }
    table.end();
  };
}

/** On every page, outside the reading order: what it is of, how to check it, and which page this is. */
export function runningLines(sheet: Sheet, say: Say, { title, moment, check }: { title: string; moment: string; check: string }): void {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // A text in the margin would begin a page.
    const { margins } = doc.page;
    doc.page.margins = { ...margins, bottom: 0, top: 0 };
    sheet.artifact(() => {
      const y = BOTTOM + 16;
      doc.moveTo(PAGE.left, y - 6).lineTo(PAGE.left + WIDTH, y - 6).lineWidth(0.5).strokeColor(INK.line).stroke();
      sheet.at(say('file.check', { address: check }), PAGE.left, y, { size: 7.5, color: INK.quiet, width: WIDTH - 110 });
      sheet.at(say('file.page', { page: String(page + 1), pages: String(count) }), PAGE.left + WIDTH - 110, y, { size: 7.5, color: INK.quiet, width: 110, align: 'right' });
      if (page > 0) sheet.at(`${cut(title, 90)} · ${moment}`, PAGE.left, 32, { size: 7.5, color: INK.quiet, width: WIDTH });
    }, 'Pagination');
    doc.page.margins = margins;
  }
}
