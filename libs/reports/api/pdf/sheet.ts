/** A sheet of paper that is written from top to bottom, each piece with its place in the document's structure. */
import { INK, BOTTOM, PAGE, WIDTH } from './look';
import type { FontFiles, FontName } from './fonts';
import { type Element, type ElementOptions, inner, newPdf, type Pdf, pressable } from './pdfkit-inner';

export interface TextStyle {
  font?: FontName;
  size?: number;
  color?: string;
  gap?: number;
  x?: number;
  width?: number;
  align?: 'left' | 'right' | 'center';
}

export class Sheet {
  readonly doc: Pdf;
  readonly root: Element;
  private readonly known = new Map<string, boolean>();
  private readonly widths = new Map<string, number>();

  constructor({ fonts, ...options }: { title: string; lang: string; at: Date; fonts: FontFiles }) {
    const { left, right, top, bottom } = PAGE;
    this.doc = newPdf({ ...options, font: fonts.sans, margins: { left, right, top, bottom } });
    for (const [name, file] of Object.entries(fonts)) this.doc.registerFont(name, file);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.doc.addPage();
  }

  /** Opens an element of the structure; what is put into it follows. */
  open(parent: Element, type: string, options: ElementOptions = {}): Element {
    const element = inner(this.doc).struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws something that is an element of its own. */
  put(parent: Element, type: string, draw: () => void, options: ElementOptions = {}): void {
    parent.add(inner(this.doc).struct(type, options, [draw]));
  }

  /** A text that flows down the page, and on to the next. */
  text(parent: Element, type: string, text: string, style: TextStyle = {}): void {
    const { x = PAGE.left, width = WIDTH, align = 'left', gap = 0 } = style;
    this.use(style);
    const said = this.legible(text, style.font);
    this.put(parent, type, () => this.doc.text(said, x, this.doc.y, { width, align, lineGap: gap }));
  }

  /** A text of one line or a box at its own place; leaves the sheet's height where it was. */
  at(text: string, x: number, y: number, { width, align = 'left', gap = 0, ...style }: TextStyle & { width: number }): void {
    const before = this.doc.y;
    this.use(style);
    this.doc.text(this.legible(text, style.font), x, y, { width, align, lineGap: gap, lineBreak: true });
    this.doc.y = before;
  }

  /** What only looks: rules, grounds, running lines. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  rule(color: string = INK.line, thick = 0.75, x: number = PAGE.left, width = WIDTH): void {
    this.artifact(() => this.doc.moveTo(x, this.doc.y).lineTo(x + width, this.doc.y).lineWidth(thick).strokeColor(color).stroke());
  }

  /** A link in a paragraph of its own. */
  link(parent: Element, text: string, url: string, style: TextStyle = {}): void {
    const { x = PAGE.left, width = WIDTH } = style;
    this.use({ color: INK.aegean, ...style });
    const said = this.legible(text, style.font);
    const height = this.doc.heightOfString(said, { width });
    this.need(height);
    const paragraph = this.open(parent, 'P');
    const link = this.open(paragraph, 'Link');
    const top = this.doc.y;
    link.add(() => void this.doc.text(said, x, top, { width }));
    pressable(this.doc, link, { x, y: top, width: Math.min(width, this.doc.widthOfString(said)), height }, { url, says: said });
    paragraph.end();
  }

  /** Begins a page where less than this is left. */
  need(height: number): void {
    if (this.doc.y + height > BOTTOM) this.doc.addPage();
  }

  space(points: number): void {
    this.doc.y = Math.min(this.doc.y + points, BOTTOM);
  }

  height(text: string, style: TextStyle & { width: number }): number {
    this.use(style);
    return this.doc.heightOfString(this.legible(text, style.font), { width: style.width, lineGap: style.gap ?? 0 });
  }

  /** Widths grow with the size, so each text is measured once. */
  widthOf(text: string, { font = 'sans', size = 9.5 }: TextStyle): number {
    const key = `${font} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    this.doc.font(font).fontSize(1);
    const width = this.doc.widthOfString(this.legible(text, font));
    this.widths.set(key, width);
    return width * size;
  }

  /** Signs that the typeface has no picture of are shown as such: a file may not hold a letter that is none. */
  legible(text: string, font: FontName = 'sans'): string {
    return [...text].map((sign) => (this.has(sign, font) ? sign : '·')).join('');
  }

  private has(sign: string, font: FontName): boolean {
    const key = `${font}${sign}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.doc.font(font);
    const has = inner(this.doc)._font.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    this.known.set(key, has);
    return has;
  }

  private use({ font = 'sans', size = 9.5, color = INK.ink }: TextStyle): void {
    this.doc.font(font).fontSize(size).fillColor(color);
  }
}
