/** For tests: a PDF as a reader of others' making sees it (pdf.js), and its signature as node-forge and Node's crypto check it. */
import { createHash, verify, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

export interface ReadElement {
  role: string;
  alt?: string;
  text: string;
  children: ReadElement[];
}

export interface ReadPdf {
  title: string;
  lang: string;
  isMarked: boolean;
  pages: number;
  text: string;
  elements: ReadElement[];
}

interface Node {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const { info } = await pdf.getMetadata();
  const texts: string[] = [];
  const elements: ReadElement[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    let open: string | null = null;
    for (const item of items) {
      if ('str' in item) {
        texts.push(item.str);
        if (open !== null) marked.set(open, `${marked.get(open) ?? ''}${textOf(item)}`);
      } else open = item.type === 'endMarkedContent' ? null : (item.id ?? null);
    }
    const tree = (await page.getStructTree()) as Node | null;
    elements.push(...(tree?.children ?? []).map((node) => elementOf(node, marked)));
  }
  const { Title: title = '', Language: lang = '' } = info as { Title?: string; Language?: string };
  const isMarked = (await pdf.getMarkInfo())?.Marked === true;
  const read = { title, lang, isMarked, pages: pdf.numPages, text: texts.join(' ').replace(/\s+/g, ' '), elements };
  await pdf.loadingTask.destroy();
  return read;
}

/** All elements of a role, wherever they stand. */
export const allOf = (elements: readonly ReadElement[], role: string): ReadElement[] => elements.flatMap((one) => [...(one.role === role ? [one] : []), ...allOf(one.children, role)]);

const textOf = ({ str, hasEOL }: TextItem): string => `${str}${hasEOL ? ' ' : ''}`;

function elementOf(node: Node, marked: ReadonlyMap<string, string>): ReadElement {
  const children = (node.children ?? []).filter(({ role }) => role !== undefined).map((child) => elementOf(child, marked));
  const own = (node.children ?? []).filter(({ type }) => type === 'content').map(({ id }) => marked.get(id ?? '') ?? '').join('');
  return { role: node.role ?? '', text: `${own}${children.map(({ text }) => text).join(' ')}`.replace(/\s+/g, ' ').trim(), children, ...(node.alt === undefined ? {} : { alt: node.alt }) };
}

/** Why a PDF's signature does not hold, or null: every byte but its own is signed, by this certificate. */
export function brokenSignature(pdf: Buffer): string | null {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'));
  if (!range) return 'no signature';
  const [from = 0, length = 0, second = 0, rest = 0] = range.slice(1).map(Number);
  if (from !== 0 || second + rest !== pdf.length) return 'not every byte is signed';
  const der = Buffer.from(pdf.subarray(length + 1, second - 1).toString('latin1'), 'hex');
  const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(der.subarray(0, 4 + der.readUInt16BE(2)).toString('binary'))) as unknown as Read;
  const { authenticatedAttributes, signature } = message.rawCapture;
  const digest = createHash('sha256').update(pdf.subarray(0, length)).update(pdf.subarray(second)).digest();
  const told = authenticatedAttributes.find(({ value }) => forge.asn1.derToOid(value[0].value) === forge.pki.oids['messageDigest']);
  if (!told || !digest.equals(Buffer.from(told.value[1].value[0]?.value ?? '', 'binary'))) return 'the bytes are not those that were signed';
  const set = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, authenticatedAttributes as unknown as forge.asn1.Asn1[]);
  const signed = Buffer.from(forge.asn1.toDer(set).getBytes(), 'binary');
  const certificate = message.certificates[0];
  if (!certificate) return 'no certificate';
  const { publicKey } = new X509Certificate(forge.pki.certificateToPem(certificate));
  return verify('sha256', signed, publicKey, Buffer.from(signature, 'binary')) ? null : 'the signature is not the certificate’s';
}

interface Read {
  certificates: forge.pki.Certificate[];
  rawCapture: { authenticatedAttributes: { value: [{ value: string }, { value: { value: string }[] }] }[]; signature: string };
}
