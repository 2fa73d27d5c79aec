import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Documents, kernelEnv, publicUrl, type Viewer } from '@isegoria/kernel/api';
import type { Locale, PageDocument } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { ReportCertificate, ReportFormat } from '@isegoria/reports/contracts';
import { pdfReport } from './pdf/pdf-report';
import { plainReport } from './plain-report';
import { reportsEnv } from './reports.env';
import { ownSeal, type Seal, sealFromP12 } from './seal/seal';
import { roomFor, signPdf } from './seal/sign-pdf';
import { csvReport } from './tables/csv-report';
import { xlsxReport } from './tables/xlsx-report';

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

  /** The file. Of the same page asked for in the same minute it is the same one. */
  file({ document, tag }: Found, format: ReportFormat, locale: Locale): Promise<Buffer> {
    const key = `${tag} ${format} ${locale}`;
    const now = performance.now();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.file;
    this.kept.delete(key);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size < MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    const file = this.made(document, format, locale);
    this.kept.set(key, { file, until: now + KEPT_MS });
    file.catch(() => this.kept.delete(key));
    return file;
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

  private async made(document: PageDocument, format: ReportFormat, locale: Locale): Promise<Buffer> {
    const report = plainReport(document, locale);
    if (format === 'csv') return Buffer.from(csvReport(report));
    if (format === 'xlsx') return xlsxReport(report, publicUrl());
    const seal = await this.sealing();
    const city = (await this.organisation.city()).name[locale];
    const { certificate, isSelfSigned } = seal;
    return signPdf(await pdfReport(report, { city, url: publicUrl(), certificate, subject: nameOf(certificate.subject), isSelfSigned, room: roomFor(seal) }), seal);
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

/** «CN=…\nO=…», as Node tells a name, in one line, the organisation first. */
function nameOf(distinguished: string): string {
  const parts = new Map(distinguished.split('\n').map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  return [parts.get('O'), parts.get('CN')].filter(Boolean).join(', ') || distinguished.replace(/\n/g, ', ');
}
