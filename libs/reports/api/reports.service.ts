import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Documents, kernelEnv, publicUrl, type Viewer } from '@isegoria/kernel/api';
import type { Locale, PageDocument } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { ReportCertificate, ReportFormat } from '@isegoria/reports/contracts';
import { FileThreads } from './making/file-threads';
import { fontFiles } from './pdf/fonts';
import { plainReport } from './plain-report';
import { reportsEnv } from './reports.env';
import { ownSeal, type Seal, sealFromP12 } from './seal/seal';
import { roomFor, signPdf } from './seal/sign-pdf';
import { csvReport } from './tables/csv-report';

/** Another number makes every file another one, for those who have it already: to be raised with the look of the files. */
const LOOK = 1;
/** Files that a whole hall asks for at once are made once. */
const MOST_KEPT = 24;
const KEPT_MS = 60_000;

/** A page as somebody sees it at this moment, and the tag of what it says: the same tag, the same words and figures. */
export interface Found {
  document: PageDocument;
  tag: string;
}

/** Makes files of pages. Whether somebody sees a page is its slice's to say. */
@Injectable()
export class Reports implements OnModuleInit {
  private seal: Promise<Seal> | null = null;
  private readonly kept = new Map<string, { file: Promise<Buffer>; until: number }>();

  constructor(
    private readonly documents: Documents,
    private readonly organisation: Organisation,
    private readonly threads: FileThreads,
  ) {}

  /** A certificate that cannot be read stops the start, not a citizen's request. */
  async onModuleInit(): Promise<void> {
    if (reportsEnv.REPORTS_P12) await this.sealing();
  }

  /** Null where there is no such page for this reader. */
  async find(kind: string, id: string, viewer: Viewer | null): Promise<Found | null> {
    const document = await this.documents.one(kind, id, viewer);
    return document && { document, tag: await this.tagOf(document) };
  }

  /** The file. Of the same page asked for at once, or within a minute, it is the same one. Throws `ThreadsBusy` where too many others are asked for. */
  file({ document, tag }: Found, format: ReportFormat, locale: Locale): Promise<Buffer> {
    const key = `${tag} ${format} ${locale}`;
    const now = performance.now();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.file;
    this.kept.delete(key);
    for (const [other, { until }] of this.kept) if (until < now || (this.kept.size >= MOST_KEPT && until < Infinity)) this.kept.delete(other);
    const kept = { file: this.made(document, format, locale), until: Infinity };
    this.kept.set(key, kept);
    kept.file.then(() => (kept.until = performance.now() + KEPT_MS), () => this.kept.delete(key));
    return kept.file;
  }

  async certificate(): Promise<ReportCertificate> {
    const { certificate, isSelfSigned } = await this.sealing();
    const { validFrom, validTo, fingerprint256: fingerprint } = certificate;
    return { subject: nameOf(certificate.subject), issuer: nameOf(certificate.issuer), fingerprint, validFrom: new Date(validFrom), validTo: new Date(validTo), isSelfSigned };
  }

  /** The certificate and those above it, for whoever checks. */
  async pem(): Promise<string> {
    const { certificate, chain } = await this.sealing();
    return [certificate, ...chain].map((one) => one.toString()).join('');
  }

  /** Drawn in a thread, signed here: the key does not leave this thread. */
  private async made(document: PageDocument, format: ReportFormat, locale: Locale): Promise<Buffer> {
    const order = { document, locale, url: publicUrl() };
    if (format === 'csv') return Buffer.from(csvReport(plainReport(document, locale)));
    if (format === 'xlsx') return bufferOf(await this.threads.run({ ...order, format }));
    const seal = await this.sealing();
    const city = (await this.organisation.city()).name[locale];
    const { certificate, isSelfSigned } = seal;
    const paper = { city, subject: nameOf(certificate.subject), fingerprint: certificate.fingerprint256, isSelfSigned, room: roomFor(seal), fonts: fontFiles() };
    return signPdf(bufferOf(await this.threads.run({ ...order, format, paper })), seal);
  }

  /** Everything that is said, by whom it is signed and how it looks; not the moment, for the same figures a minute later are the same page. */
  private async tagOf(document: PageDocument): Promise<string> {
    const { certificate } = await this.sealing();
    const said = JSON.stringify(document, (key, value: unknown) => (key === 'at' ? undefined : value));
    return createHash('sha256').update(`${LOOK} ${certificate.fingerprint256} ${publicUrl()} ${said}`).digest('base64url');
  }

  private sealing(): Promise<Seal> {
    this.seal ??= this.readSeal();
    this.seal.catch(() => (this.seal = null));
    return this.seal;
  }

  private async readSeal(): Promise<Seal> {
    if (reportsEnv.REPORTS_P12) return sealFromP12(readFileSync(reportsEnv.REPORTS_P12), reportsEnv.REPORTS_P12_PASSWORD);
    const { name } = await this.organisation.city();
    return ownSeal(kernelEnv.DATA_DIR, name.el);
  }
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

/** «CN=…\nO=…», as Node tells a name, in one line, the organisation first. */
function nameOf(distinguished: string): string {
  const parts = new Map(distinguished.split('\n').map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  return [parts.get('O'), parts.get('CN')].filter(Boolean).join(', ') || distinguished.replace(/\n/g, ', ');
}
