import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import forge from 'node-forge';
import { afterAll, describe, expect, it } from 'vitest';
import { attachment, fileNameOf } from './file-name';
import { niceStep } from './pdf/draw-lines';
import { fontFiles } from './pdf/fonts';
import { pdfReport } from './pdf/pdf-report';
import { columnWidths } from './pdf/table-columns';
import { allOf, brokenSignature, readPdf } from './pdf-reader';
import { plainReport } from './plain-report';
import { aDocument, aPart, aTable } from './report.builders';
import { ownSeal, type Seal, sealFromP12 } from './seal/seal';
import { roomFor, signPdf } from './seal/sign-pdf';
import { csvReport } from './tables/csv-report';
import { sheetNames } from './tables/sheet-names';
import { xlsxReport } from './tables/xlsx-report';

const folder = mkdtempSync(join(tmpdir(), 'seal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const seal = await ownSeal(folder, 'Δήμος Νέας Ακτής');
const paperOf = (by: Seal) => ({ city: 'Δήμος', subject: 'Δήμος', fingerprint: by.certificate.fingerprint256, isSelfSigned: by.isSelfSigned, room: roomFor(by), fonts: fontFiles() });
const made = async (document = aDocument(), locale: 'el' | 'en' = 'el', by: Seal = seal) =>
  signPdf(await pdfReport(plainReport(document, locale), 'https://city.example', paperOf(by)), by);

describe('a page as a PDF', () => {
  it('is tagged: headings in order, tables with heading cells, charts with their words, in its language', async () => {
    const { title, lang, isMarked, elements } = await readPdf(await made());
    expect({ title, lang, isMarked }).toEqual({ title: 'Συνεδρίαση: το παραλιακό μέτωπο <β> & άλλα', lang: 'el', isMarked: true });
    expect(allOf(elements, 'H1').map(({ text }) => text)).toEqual(['Συνεδρίαση: το παραλιακό μέτωπο <β> & άλλα']);
    expect(allOf(elements, 'H2').map(({ text }) => text)).toEqual(['Περιεχόμενα', '1. Πεζοδρόμια & διαβάσεις <script>', '2. Πράσινο', 'Τι περιμένει απάντηση', 'Πώς ελέγχεται το έγγραφο']);
    expect(allOf(elements, 'H3').map(({ text }) => text)).toEqual(['Τι πρότειναν', 'Τι πρότειναν']);
    const tables = allOf(elements, 'Table');
    expect(tables.map((table) => allOf([table], 'TR').length)).toEqual([3, 2]);
    expect(tables.flatMap((table) => allOf([table], 'TH').map(({ text }) => text))).toEqual(expect.arrayContaining(['Όνομα', 'Μερίδιο', '=1+1 Ψαρών', 'Διάμεσος']));
    expect(allOf(tables, 'TD').map(({ text }) => text)).toEqual(expect.arrayContaining(['40', '25%', '1 Ιαν 2027', '–', '2 (1–5)']));
    expect(allOf(elements, 'Figure').map(({ alt }) => alt)).toEqual(['Διάγραμμα: Οδοί. · =1+1 Ψαρών: 40 · Μεγάλου Αλεξάνδρου: 7,5', 'Διάγραμμα: Κρίσεις. · Αναγκαία: Καθόλου 2, Λίγο 2, Μέτρια 2, Αρκετά 1, Πολύ 1']);
    expect(allOf(elements, 'Link').map(({ text }) => text)).toEqual(expect.arrayContaining(['https://city.example/council/sittings/page', 'Συμφωνούν 8', 'https://city.example/reports']));
  });

  it('is read as it was written, with accents and dialytika, and has a sign for letters that no typeface of ours has', async () => {
    const { text, pages } = await readPdf(await made());
    for (const words of ['Πεζοδρόμια & διαβάσεις <script>', 'Άυλες και ΰλες: ΐ ΰ', '«Έχω δει τρία σκυλιά · σκοτωμένα»', 'Όπως είχε στις 26 Νοεμβρίου 2026', '1.208', `Σελίδα 1 από ${pages}`, seal.certificate.fingerprint256]) expect(text).toContain(words);
    expect((await readPdf(await made(aDocument(), 'en'))).text).toContain('As it stood on 26 November 2026');
  });

  it('goes on over pages, tells what it leaves to the spreadsheet, and survives a text of three megabytes', async () => {
    const rows = Array.from({ length: 240 }, (_, at) => ({ name: at === 3 ? 'α'.repeat(3_000_000) : `Οδός ${at}`, people: at, share: 0.1, due: null }));
    const { text, pages, elements } = await readPdf(await made(aDocument({ sections: [{ id: 'one', title: { el: 'Πολλά', en: 'Many' }, lead: null, parts: [aPart({ tables: [aTable({ rows })] })] }] })));
    expect(pages).toBeGreaterThan(4);
    expect(allOf(elements, 'TR').length).toBeGreaterThanOrEqual(201);
    expect(text).toContain('Και 40 ακόμη γραμμές');
  });

  it('is signed, and one changed byte breaks it', async () => {
    const pdf = await made();
    expect(brokenSignature(pdf)).toBeNull();
    for (const at of [100, pdf.indexOf('/ByteRange') - 400, pdf.length - 20]) {
      const changed = Buffer.from(pdf);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(brokenSignature(changed), `byte ${at}`).not.toBeNull();
    }
    expect(brokenSignature(Buffer.concat([pdf, Buffer.from('\n%more')]))).toBe('not every byte is signed');
  });
});

describe('the certificate', () => {
  it('is made once and kept', async () => {
    expect((await ownSeal(folder, 'Άλλη πόλη')).certificate.fingerprint256).toBe(seal.certificate.fingerprint256);
    expect(seal.certificate.subject).toBe('O=Δήμος Νέας Ακτής\nCN=Ισηγορία: εκθέσεις');
  });

  it('of the municipality is read from its PKCS #12 file, with those above it', async () => {
    const own = sealFromP12(aP12('μυστικό'), 'μυστικό');
    expect(own.certificate.subject).toBe('CN=Seal of the city');
    expect(own.chain.map(({ subject }) => subject)).toEqual(['CN=Authority']);
    expect(own.isSelfSigned).toBe(false);
    expect(brokenSignature(await made(aDocument(), 'el', own))).toBeNull();
    expect(() => sealFromP12(aP12('a'), 'b')).toThrow(/REPORTS_P12 cannot be opened/);
    expect(() => sealFromP12(Buffer.from('nothing'), '')).toThrow(/REPORTS_P12 cannot be opened/);
  });
});

function aP12(password: string): Buffer {
  const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  const [authority, city] = [keys(), keys()];
  const certificate = (subject: string, publicKey: string, serial: string) => {
    const one = forge.pki.createCertificate();
    Object.assign(one, { publicKey: forge.pki.publicKeyFromPem(publicKey), serialNumber: serial });
    one.validity.notAfter = new Date(Date.now() + 86_400_000);
    one.setSubject([{ name: 'commonName', value: subject }]);
    one.setIssuer([{ name: 'commonName', value: 'Authority' }]);
    one.sign(forge.pki.privateKeyFromPem(authority.privateKey), forge.md.sha256.create());
    return one;
  };
  const chain = [certificate('Authority', authority.publicKey, '01'), certificate('Seal of the city', city.publicKey, '02')];
  return Buffer.from(forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(city.privateKey), chain, password)).getBytes(), 'binary');
}

describe('a page as a spreadsheet', () => {
  it('has a sheet a table with real numbers, shares and days, and texts that stay texts', async () => {
    const files = unzipSync(await xlsxReport(plainReport(aDocument(), 'el'), 'https://city.example'));
    const xml = (name: string) => Buffer.from(files[name] ?? []).toString();
    expect([...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual(['Σύνοψη', 'Με λόγια', 'Οδοί', 'Κρίσεις']);
    const sheet = xml('xl/worksheets/sheet3.xml');
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>40<\/v>/);
    expect(sheet).toMatch(/<c r="C2"[^>]*><v>0.25<\/v>/);
    // 1 January 2027, by the city's clock, as Excel counts days.
    expect(sheet).toMatch(/<c r="D2"[^>]*><v>46388<\/v>/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(Object.keys(files).filter((name) => /sheet\d/.test(name)).map(xml).join('')).not.toContain('<f>');
    expect(xml('xl/sharedStrings.xml')).toContain('=1+1 Ψαρών');
  });

  it('calls no sheet what Excel refuses', () => {
    const long = 'Πολύ μεγάλος τίτλος ενός πίνακα με στοιχεία';
    const names = sheetNames(['a/b:c*[d]?', long, long, long.toUpperCase(), '', "'x'", 'History']);
    expect(names.every((name) => name.length <= 31 && name.length > 0 && !/[:\\/?*[\]]/.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names[0]).toBe('a b c d');
  });
});

describe('a page as CSV', () => {
  it('is one table, a line a figure, and nothing in it runs', () => {
    const lines = csvReport(plainReport(aDocument(), 'el')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFΕνότητα,Μέρος,Φύλλο,Γραμμή,Μέγεθος,Στήλη,Τιμή');
    expect(lines).toContain("Πεζοδρόμια & διαβάσεις <script>,Τι πρότειναν,Οδοί,1,'=1+1 Ψαρών,Άνθρωποι,40");
    expect(lines).toContain("Πεζοδρόμια & διαβάσεις <script>,Τι πρότειναν,Οδοί,1,'=1+1 Ψαρών,Ως,2027-01-01");
    expect(lines.join('\n')).not.toMatch(/(^|,)"?[=@]/m);
    expect(new Set(lines.filter((line) => line && !line.includes('"')).map((line) => line.split(',').length))).toEqual(new Set([7]));
  });
});

describe('a file’s name', () => {
  it('says what it is in any program, and breaks no header', () => {
    const name = fileNameOf({ title: { el: 'Συνεδρίαση: "α"/β\r\nX: y', en: '' }, at: new Date('2026-11-26T23:30:00Z') }, 'pdf', 'el');
    expect(name).toBe('Συνεδρίαση, α β X, y, 2026-11-27.pdf');
    expect(attachment(name)).toMatch(/^attachment; filename="X, y, 2026-11-27\.pdf"; filename\*=UTF-8''%CE%A3[\x21-\x7e]*$/);
    expect(attachment('Συνεδρίαση, 2026-11-27.pdf')).toContain('filename="isegoria-2026-11-27.pdf"');
    expect(attachment('Sitting, 2026-11-26.pdf')).toContain('filename="Sitting, 2026-11-26.pdf"');
  });
});

describe('what is drawn', () => {
  it('has room: each column its longest word, the rest by need', () => {
    expect(columnWidths([{ word: 20, whole: 80 }, { word: 10, whole: 10 }], 100)).toEqual([90, 10]);
    expect(columnWidths([{ word: 20, whole: 120 }, { word: 10, whole: 30 }], 60)?.map(Math.round)).toEqual([45, 15]);
    expect(columnWidths([{ word: 60, whole: 60 }, { word: 60, whole: 60 }], 100)).toBeNull();
  });

  it('has an axis of whole steps that reaches the highest', () => {
    expect([1, 3, 4, 5, 9, 41, 399].map(niceStep)).toEqual([1, 1, 1, 2, 5, 20, 100]);
  });
});
