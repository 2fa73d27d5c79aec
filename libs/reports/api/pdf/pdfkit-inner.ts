/** What pdfkit can do and its types do not tell. One place, so that a newer pdfkit is looked at here. */
import { escaped } from '@isegoria/kernel/contracts';
import PDFDocument from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/** Attributes of a structure element: alternative text, the language, of a heading cell what it heads, of a figure its box. */
export interface ElementOptions {
  alt?: string;
  lang?: string;
  title?: string;
  scope?: 'Column' | 'Row';
  bbox?: [number, number, number, number];
  placement?: 'Block';
}

interface Inner {
  _root: PDFKit.PDFKitReference & { data: { AcroForm?: PDFKit.PDFKitReference & { data: Record<string, unknown> & { Fields: PDFKit.PDFKitReference[] } } } };
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
  struct(type: string, options: ElementOptions, children?: (() => void)[]): Element;
  link(x: number, y: number, width: number, height: number, url: string | number, options: { structParent: Element; Contents: object }): Pdf;
}

export const inner = (doc: Pdf): Inner => doc as unknown as Inner;

/** A PDF 1.7 that says it is PDF/UA-1 (ISO 14289-1). `font` is the file of its first typeface: without one pdfkit would look for one of its own beside itself. */
export function newPdf({ title, lang, margins, at, font }: { title: string; lang: string; margins: PDFKit.Mixins.ExpandedSides<number>; at: Date; font: string }): Pdf {
  const doc = new PDFDocument({
    size: 'A4', margins, font, pdfVersion: '1.7', tagged: true, lang, displayTitle: true, bufferPages: true, autoFirstPage: false,
    info: { Title: title, CreationDate: at, ModDate: at, Creator: 'Isegoria', Producer: 'Isegoria' },
  });
  // pdfkit puts the title into the metadata as it stands, and a title may hold what XML would read as its own.
  const append = doc.appendXML.bind(doc);
  doc.appendXML = (xml, newLine) => append(xml.replace(`x-default">${title}<`, () => `x-default">${escaped(title)}<`), newLine);
  doc.appendXML('<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>');
  return doc;
}

/** Where one may press, and what it says to who does not see it: of the page that is written at this moment. A `url` that is a number is a page, from 0. */
export function pressable(doc: Pdf, link: Element, { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>, { url, says }: { url: string | number; says: string }): void {
  // A bare string would be written as a name.
  inner(doc).link(x, y, width, height, url, { structParent: link, Contents: new String(says) });
}

/** Keeps a place for the signature, in a field that is not seen: what it says stands in the reader's signature panel. */
export function keepPlaceForSignature(doc: Pdf, { room, offset, at, reason, name }: { room: number; offset: number; at: Date; reason: string; name: string }): void {
  doc.initForm();
  const form = inner(doc)._root.data.AcroForm;
  if (!form) throw new Error('The PDF has no form.');
  const signature = doc.ref({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'ETSI.CAdES.detached', ByteRange: [0, offset, offset, offset], Contents: Buffer.alloc(room), M: at, Reason: new String(reason), Name: new String(name) });
  signature.end('');
  // Hidden and locked: it takes no room on the page, and no reading order.
  const field = doc.ref({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: new String('Signature'), TU: new String(reason), Rect: [0, 0, 0, 0], F: 2 | 128, V: signature, P: doc.page.dictionary });
  field.end('');
  doc.page.annotations.push(field);
  form.data.Fields.push(field);
  form.data['SigFlags'] = 3;
  // A reader that draws fields anew would change what was signed.
  delete form.data['NeedAppearances'];
}
