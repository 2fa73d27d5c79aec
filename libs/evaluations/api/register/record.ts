import { isAda, mended } from '@isegoria/evaluations/contracts';
import { plain } from '@isegoria/kernel/api';
import { z } from 'zod';

/**
 * Reads the register's own answers: its search answer, the list in it, or one decision. Nothing of the signers or of the
 * persons and firms in an act's extra fields is kept; the document itself stays in the register.
 */

/** A moment as the register writes it: milliseconds in its API, ISO 8601 in its search. */
const moment = (what: string) =>
  z.union([z.number(), z.string().min(1)], { error: `${what} is missing` }).transform((value, context) => {
    const date = new Date(value);
    const year = date.getUTCFullYear();
    if (year >= 1974 && year <= 2100) return date;
    context.addIssue({ code: 'custom', message: `${what} is no date: ${JSON.stringify(value)}` });
    return z.NEVER;
  });

const text = (what: string, max: number) =>
  z.string({ error: `${what} is missing` }).transform(plain).pipe(z.string().min(1, `${what} is empty`).max(max, `${what} is longer than ${max} signs`));

/** Links lead to the register and nowhere else, whatever a file says. */
const registerLink = (what: string) =>
  z
    .string()
    .nullish()
    .refine((link) => !link || isOfRegister(link), `${what} does not lead to the register`)
    .transform((link) => link ?? null);

const money = z.object({ amount: z.number().nonnegative() }).nullish().catch(null);

const recordSchema = z
  .object({
    ada: z.string({ error: 'ada is missing' }).transform((ada) => ada.normalize('NFC').trim()),
    subject: text('subject', 4000),
    decisionTypeId: text('decisionTypeId', 20),
    organizationId: text('organizationId', 40),
    unitIds: z.array(z.string().max(40)).nullish(),
    protocolNumber: z.string().max(200).nullish(),
    issueDate: moment('issueDate'),
    publishTimestamp: moment('publishTimestamp').nullish(),
    submissionTimestamp: moment('submissionTimestamp').nullish(),
    status: z.enum(['PUBLISHED', 'REVOKED'], { error: ({ input }) => `status ${JSON.stringify(input ?? null)} is neither PUBLISHED nor REVOKED` }),
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
  .refine(({ ada }) => isAda(ada), { error: ({ input }) => `ada ${JSON.stringify((input as { ada: string }).ada)} has not the shape of a register number` })
  .refine(({ privateData }) => privateData !== true, 'the register marks it as holding personal data (privateData)');

/** An act as the register told it, in our words. */
export interface RegisterAct {
  ada: string;
  registerSubject: string;
  subject: string;
  typeCode: string;
  organisationId: string;
  unitId: string | null;
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

/** What a record became: an act, or the reasons why it was refused, with the name that a person would find it by. */
export type Reading = { act: RegisterAct } | { record: string; why: string };

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
  return { record: nameOf(record, at), why: [...new Set(read.error.issues.map(({ message, path }) => sentence(message, path)))].join('; ') };
}

function actOf(record: z.infer<typeof recordSchema>): RegisterAct {
  const { ada, subject, versionId, status, issueDate, documentUrl, url } = record;
  const publishedAt = record.publishTimestamp ?? record.submissionTimestamp ?? issueDate;
  return {
    ada,
    registerSubject: subject,
    subject: mended(subject),
    typeCode: record.decisionTypeId,
    organisationId: record.organizationId,
    unitId: record.unitIds?.[0] ?? null,
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

const sentence = (message: string, path: PropertyKey[]): string => (message.startsWith('Invalid') && path.length > 0 ? `${path.join('.')}: ${message}` : message);
