import { isAda, mended, mendedAda } from '@isegoria/evaluations/contracts';
import { plain } from '@isegoria/kernel/api';
import { z } from 'zod';
import { type Reason, reason, reasonOf, sentenceOf } from './reasons';

/**
 * Reads the register's own answers: its search answer, the list in it, or one decision. Nothing of the signers or of the
 * persons and firms in an act's extra fields is kept; the document itself stays in the register.
 */

/** A moment as the register writes it: milliseconds in its API, ISO 8601 in its search. */
const moment = (what: string) =>
  z.union([z.number(), z.string().min(1)], { error: reason('missing', what) }).transform((value, context) => {
    const date = new Date(value);
    const year = date.getUTCFullYear();
    if (year >= 1974 && year <= 2100) return date;
    context.addIssue({ code: 'custom', message: reason('no_date', what, String(value)) });
    return z.NEVER;
  });

const text = (what: string, max: number) =>
  z.string({ error: reason('missing', what) }).max(MOST_READ, reason('too_long', what, String(max))).transform(plain).pipe(z.string().min(1, reason('empty', what)).max(max, reason('too_long', what, String(max))));

/** Nothing longer is even looked at: an act with megabytes of subject is told so without a walk over them. */
const MOST_READ = 20_000;

/** Links lead to the register and nowhere else, whatever a file says. */
const registerLink = (what: string) =>
  z
    .string()
    .nullish()
    .refine((link) => !link || isOfRegister(link), reason('elsewhere', what))
    .transform((link) => link ?? null);

const money = z.object({ amount: z.number().nonnegative() }).nullish().catch(null);

const recordSchema = z
  .object({
    ada: z.string({ error: reason('missing', 'ada') }).max(MOST_READ, reason('too_long', 'ada', '20')).transform(mendedAda),
    subject: text('subject', 4000),
    decisionTypeId: text('decisionTypeId', 20),
    organizationId: text('organizationId', 40),
    unitIds: z.array(z.string().max(40)).nullish(),
    signerIds: z.array(z.string().max(40)).nullish(),
    protocolNumber: z.string().max(200).nullish(),
    // A day that has not come yet comes in as it is: the register published the act so, and to leave an act out for it would hide what citizens can read there.
    issueDate: moment('issueDate'),
    publishTimestamp: moment('publishTimestamp').nullish(),
    submissionTimestamp: moment('submissionTimestamp').nullish(),
    status: z.enum(['PUBLISHED', 'REVOKED'], { error: ({ input }) => reason('status', 'status', String(input ?? null)) }),
    privateData: z.boolean().nullish(),
    versionId: text('versionId', 60),
    correctedVersionId: z.string().max(60).nullish(),
    documentUrl: registerLink('documentUrl'),
    url: registerLink('url'),
    extraFieldValues: z
      .object({ amountWithVAT: money, awardAmount: money, estimatedAmount: money, sponsor: z.array(z.object({ expenseAmount: money })).nullish().catch(null) })
      .nullish()
      .catch(null),
  })
  .refine(({ ada }) => isAda(ada), { error: ({ input }) => reason('not_ada', 'ada', (input as { ada: string }).ada) })
  .refine(({ privateData }) => privateData !== true, reason('private'));

/** An act as the register told it, in our words. */
export interface RegisterAct {
  /** The register's number, or the city's own where no register holds the act. */
  ada: string;
  source: 'DIAVGEIA' | 'CITY';
  registerSubject: string;
  subject: string;
  typeCode: string;
  organisationId: string;
  unitId: string | null;
  /** Who signed, by the register's numbers: their offices are looked up, the numbers are not kept. */
  signerIds: string[];
  protocolNumber: string | null;
  issueDate: Date;
  publishedAt: Date;
  versionAt: Date;
  status: 'PUBLISHED' | 'REVOKED';
  versionId: string;
  correctedVersionId: string | null;
  documentUrl: string | null;
  url: string | null;
  amount: number | null;
}

/** A record that was refused: the name that a person would find it by, the reasons, and the same as one English line. */
export interface Refused {
  record: string;
  reasons: Reason[];
  why: string;
}

/** What a record became: an act, or why it is none. */
export type Reading = { act: RegisterAct } | Refused;

/** The records of a file, in whichever of the register's shapes it comes. Throws a sentence where it is none of them. */
export function recordsOf(text: string): unknown[] {
  const content = parsed(text);
  if (Array.isArray(content)) return content;
  if (typeof content === 'object' && content !== null) {
    for (const key of ['decisions', 'decisionResultList']) {
      const list: unknown = Reflect.get(content, key);
      if (Array.isArray(list)) return list;
    }
    if ('ada' in content) return [content];
  }
  throw new Error('This is no answer of the register: expected {"decisions": […]}, {"decisionResultList": […]}, a list of decisions or one decision.');
}

/** Reads one record whole, or says everything that is wrong with it. */
export function readRecord(record: unknown, at: number): Reading {
  const read = recordSchema.safeParse(record);
  if (read.success) return { act: actOf(read.data) };
  return refused(nameOf(record, at), read.error.issues.map(reasonOf));
}

export function refused(record: string, reasons: Reason[]): Refused {
  return { record, reasons, why: [...new Set(reasons.map((one) => sentenceOf(one)))].join('; ') };
}

/** A version that came before and said something else then. */
export const contradicted = (ada: string, versionId: string): Refused => refused(ada, [{ code: 'contradicted', field: null, value: versionId }]);

function actOf(record: z.infer<typeof recordSchema>): RegisterAct {
  const { ada, subject, versionId, status, issueDate, documentUrl, url } = record;
  const publishedAt = record.publishTimestamp ?? record.submissionTimestamp ?? issueDate;
  return {
    ada,
    source: 'DIAVGEIA',
    registerSubject: subject,
    subject: mended(subject),
    typeCode: record.decisionTypeId,
    organisationId: record.organizationId,
    unitId: record.unitIds?.[0] ?? null,
    signerIds: record.signerIds ?? [],
    protocolNumber: record.protocolNumber ? plain(record.protocolNumber) : null,
    issueDate,
    publishedAt,
    versionAt: record.submissionTimestamp ?? publishedAt,
    status,
    versionId,
    correctedVersionId: record.correctedVersionId ?? null,
    documentUrl,
    url,
    amount: amountOf(record.extraFieldValues ?? {}),
  };
}

/** Each type of act names its amount in its own field; a payment is the sum over who is paid. */
function amountOf({ amountWithVAT, awardAmount, estimatedAmount, sponsor }: NonNullable<z.infer<typeof recordSchema>['extraFieldValues']>): number | null {
  const named = amountWithVAT ?? awardAmount ?? estimatedAmount;
  if (named) return named.amount;
  const parts = (sponsor ?? []).flatMap(({ expenseAmount }) => expenseAmount?.amount ?? []);
  return parts.length > 0 ? Math.round(parts.reduce((total, part) => total + part * 100, 0)) / 100 : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isOfRegister(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return protocol === 'https:' && (hostname === 'diavgeia.gov.gr' || hostname.endsWith('.diavgeia.gov.gr'));
}

function nameOf(record: unknown, at: number): string {
  const ada: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, 'ada') : null;
  return typeof ada === 'string' && ada.trim() !== '' ? plain(ada).slice(0, 40) : `record ${at + 1}`;
}
