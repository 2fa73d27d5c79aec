/** A report as a tagged PDF (PDF/UA-1) that keeps a place for its signature. */
import { WAITING_SECTION } from '@isegoria/insights/contracts';
import { cut, momentText, numberText } from '../formats';
import type { PlainLine, PlainPart, PlainReport, PlainSection } from '../plain-report';
import { OFFSET_TO_COME } from '../seal/place';
import { sayIn, type Say } from '../words';
import { chartHeight, drawChart } from './draw-chart';
import { drawTable } from './draw-table';
import type { FontFiles } from './fonts';
import { BOTTOM, INK, PAGE, WIDTH } from './look';
import { contents, runningLines } from './paper';
import { type Element, keepPlaceForSignature } from './pdfkit-inner';
import { Sheet } from './sheet';

/** What a PDF needs beside the page: by whom it is given out, by what it will be signed, and its typefaces. */
export interface Paper {
  city: string;
  subject: string;
  /** SHA-256 of the certificate, as people read it. */
  fingerprint: string;
  isSelfSigned: boolean;
  /** Bytes to keep for the signature. */
  room: number;
  fonts: FontFiles;
}

interface Pen {
  sheet: Sheet;
  report: PlainReport;
  say: Say;
  url: string;
}

/** Longer texts are cut: the whole stands where it was written. */
const MOST_SIGNS = 3_000;

/** `url` is the platform's address, without a trailing slash. */
export async function pdfReport(report: PlainReport, url: string, paper: Paper): Promise<Buffer> {
  const { locale, title, at, sections } = report;
  const sheet = new Sheet({ title, lang: locale, at, fonts: paper.fonts });
  const pen: Pen = { sheet, report, say: sayIn(locale), url };
  const finishContents = opening(pen, paper.city);
  const places = sections.map((section, index) => drawSection(pen, section, index, sections));
  howToCheck(pen, paper);
  finishContents(places);
  runningLines(sheet, pen.say, { title, moment: momentText(at, locale), check: `${url}/reports` });
  keepPlaceForSignature(sheet.doc, { room: paper.room, offset: OFFSET_TO_COME, at, reason: pen.say('file.reason'), name: paper.subject });
  const chunks: Buffer[] = [];
  sheet.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<void>((resolve, reject) => sheet.doc.on('end', resolve).on('error', reject));
  sheet.doc.end();
  await written;
  return Buffer.concat(chunks);
}

/** What the document is, of which moment, and what is in it. Answers how to fill in the contents once the pages are known. */
function opening({ sheet, report: { title, lead, at, locale, path, sections }, say, url }: Pen, city: string): (pages: number[]) => void {
  const { root } = sheet;
  sheet.text(root, 'P', `Ισηγορία · ${city}`, { font: 'serif', size: 12, color: INK.deep });
  sheet.space(6);
  sheet.rule(INK.aegean, 2.5);
  sheet.space(22);
  sheet.text(root, 'H1', title, { font: 'serif', size: 25, color: INK.deep, gap: 1 });
  sheet.space(6);
  if (lead) sheet.text(root, 'P', lead, { size: 12, color: INK.quiet });
  sheet.space(8);
  sheet.text(root, 'P', say('file.asOf', { moment: momentText(at, locale) }), { font: 'bold', size: 10 });
  sheet.space(2);
  sheet.text(root, 'P', say('file.live'), { size: 9, color: INK.quiet });
  sheet.link(root, `${url}${path}`, `${url}${path}`, { size: 9 });
  sheet.space(18);
  return sections.length > 2 ? contents(sheet, say, sections.map((section, index) => headingOf(section, index, sections))) : () => undefined;
}

const isNumbered = ({ id }: PlainSection, sections: readonly PlainSection[]): boolean => sections.length > 1 && id !== WAITING_SECTION;
const headingOf = (section: PlainSection, index: number, sections: readonly PlainSection[]): string => (isNumbered(section, sections) ? `${index + 1}. ${section.title}` : section.title);

/** Answers the page on which the section begins, counted from 0. */
function drawSection(pen: Pen, section: PlainSection, index: number, sections: readonly PlainSection[]): number {
  const { sheet, report, say } = pen;
  const { root, doc } = sheet;
  const element = sheet.open(root, 'Sect');
  if (sections.length > 1 || section.title !== report.title) {
    // A matter begins a page, unless the one before left most of it free.
    if (index > 0 && doc.y > PAGE.top + (BOTTOM - PAGE.top) * 0.45) doc.addPage();
    else if (index > 0) sheet.space(22);
    sheet.need(110);
    doc.outline.addItem(headingOf(section, index, sections));
    sheet.text(element, 'H2', headingOf(section, index, sections), { font: 'serif', size: 17, color: INK.deep });
    sheet.space(3);
    sheet.rule(INK.aegean, 1);
    sheet.space(8);
  }
  const page = doc.bufferedPageRange().count - 1;
  if (section.lead) sheet.text(element, 'P', section.lead, { size: 10.5, color: INK.quiet });
  if (section.parts.length === 0) sheet.text(element, 'P', say('file.nothing'), { color: INK.quiet });
  for (const [at, part] of section.parts.entries()) drawPart(pen, element, part, { isFirst: at === 0, level: sections.length > 1 || section.title !== report.title ? 'H3' : 'H2' });
  element.end();
  return page;
}

function drawPart(pen: Pen, parent: Element, part: PlainPart, { isFirst, level }: { isFirst: boolean; level: 'H2' | 'H3' }): void {
  const { sheet, report: { locale }, say } = pen;
  if (!isFirst) sheet.space(16);
  // A heading never stands alone at a page's end.
  const first = part.tables[0];
  sheet.need(44 + (part.measures.length > 0 ? 42 : 0) + (first ? 40 + chartHeight(first) : 24));
  sheet.text(parent, level, part.title, { font: 'bold', size: 12 });
  if (part.lead) sheet.text(parent, 'P', part.lead, { size: 9.5, color: INK.quiet });
  sheet.space(5);
  drawMeasures(pen, parent, part.measures);
  for (const table of part.tables) {
    const [caption, chart] = [table.title === part.title ? null : table.title, chartHeight(table)];
    if (caption && chart > 0) {
      sheet.need(chart + 20);
      sheet.text(parent, 'P', caption, { font: 'bold', size: 9.5 });
      sheet.space(4);
    }
    drawChart(sheet, parent, table, { locale, say });
    sheet.space(6);
    drawTable(sheet, parent, table, { locale, say, caption: chart > 0 ? null : caption });
    sheet.space(8);
  }
  drawSides(pen, parent, part.lines);
  for (const line of part.lines.filter(({ tone }) => tone === 'quote' || tone === 'plain')) drawLine(pen, parent, line);
}

/** The numbers that matter, large, side by side. */
function drawMeasures({ sheet, report: { locale } }: Pen, parent: Element, measures: PlainPart['measures']): void {
  const across = 4;
  for (let from = 0; from < measures.length; from += across) {
    sheet.need(42);
    const y = sheet.doc.y;
    const width = WIDTH / across;
    for (const [at, { label, value }] of measures.slice(from, from + across).entries()) {
      const x = PAGE.left + at * width;
      sheet.put(parent, 'P', () => {
        sheet.at(`${numberText(value, locale)} `, x, y, { font: 'serif', size: 20, color: INK.deep, width: width - 10 });
        sheet.at(label, x, y + 25, { size: 8.5, color: INK.quiet, width: width - 10 });
      });
    }
    sheet.doc.y = y + 42;
  }
}

/** For and against, under each other: a screen reader and a page break keep their order. */
function drawSides(pen: Pen, parent: Element, lines: readonly PlainLine[]): void {
  for (const [tone, color] of [['for', INK.olive], ['against', INK.terracotta]] as const) {
    const said = lines.filter((line) => line.tone === tone);
    if (said.length === 0) continue;
    pen.sheet.space(4);
    pen.sheet.need(40);
    pen.sheet.text(parent, 'P', pen.say(`file.${tone}`), { font: 'bold', size: 10, color });
    for (const line of said) drawLine(pen, parent, line);
  }
}

function drawLine({ sheet, say, url }: Pen, parent: Element, { text, note, path, tone }: PlainLine): void {
  const isQuote = tone !== 'plain';
  const x = isQuote ? PAGE.left + 12 : PAGE.left;
  const width = WIDTH - (x - PAGE.left);
  const shown = cut(text, MOST_SIGNS);
  sheet.space(3);
  sheet.need(Math.min(120, sheet.height(shown, { size: 9.5, width }) + 14));
  const top = sheet.doc.y;
  const quote = isQuote ? sheet.open(parent, 'BlockQuote') : parent;
  sheet.text(quote, 'P', isQuote ? say('file.quote', { text: shown }) : shown, { size: 9.5, x, width, gap: 1 });
  if (path) sheet.link(quote, note ?? say('file.whole'), `${url}${path}`, { size: 8, x, width });
  else if (note) sheet.text(quote, 'P', note, { size: 8, color: INK.quiet, x, width });
  if (isQuote) {
    quote.end();
    const color = tone === 'for' ? INK.olive : tone === 'against' ? INK.terracotta : INK.line;
    const bottom = sheet.doc.y;
    if (bottom > top) sheet.artifact(() => sheet.doc.rect(PAGE.left + 2, top + 1, 2, bottom - top - 2).fillColor(color).fill());
  }
}

function howToCheck({ sheet, report: { at, locale }, say, url }: Pen, { subject, isSelfSigned, fingerprint }: Paper): void {
  const { root, doc } = sheet;
  sheet.space(24);
  sheet.need(150);
  const element = sheet.open(root, 'Sect');
  doc.outline.addItem(say('file.checkTitle'));
  sheet.rule(INK.aegean, 1);
  sheet.space(8);
  sheet.text(element, 'H2', say('file.checkTitle'), { font: 'serif', size: 13, color: INK.deep });
  sheet.space(3);
  sheet.text(element, 'P', say('file.checkText', { subject, moment: momentText(at, locale) }), { size: 9, gap: 1 });
  if (isSelfSigned) sheet.text(element, 'P', say('file.checkSelf'), { size: 9, gap: 1 });
  sheet.space(2);
  sheet.text(element, 'P', say('file.fingerprint', { fingerprint }), { size: 7.5 });
  sheet.link(element, `${url}/reports`, `${url}/reports`, { size: 9 });
  element.end();
}
