import { z } from 'zod';
import { RegisterFailure, retryAfter } from './register-failure';

/** More than 500 acts of the longest kind; nobody sends us so much in earnest. */
const MOST_BYTES = 64 * 1024 * 1024;

const label = z.string().nullish();
const organisation = z.object({ uid: z.string(), label: z.string(), latinName: label, status: label });
const unit = z.object({ uid: z.string(), label: z.string(), active: z.boolean().nullish() });
const signer = z.object({ uid: z.string(), units: z.array(z.object({ uid: z.string(), positionLabel: label })).nullish() });
const type = z.object({ uid: z.string(), label: z.string() });
const info = z.object({ total: z.int().nonnegative(), page: z.int().nonnegative(), size: z.int().positive(), actualSize: z.int().nonnegative() });
const found = z.object({ info, decisions: z.array(z.unknown()).nullable().transform((list) => list ?? []) });
const version = z.object({ versionId: z.string(), status: label, versionTimestamp: z.union([z.string(), z.number()]).nullish() });

/** What is asked of the register's search. Days are YYYY-MM-DD, whole days of Athens. */
export interface RegisterSearch {
  org: string;
  unit?: string | undefined;
  /** Submitted, corrected or revoked from this day on. The register takes the last six months where it is not said. */
  from_date: string;
  to_date: string;
  /** Issued within these days: the register cuts what is longer than 180, without a word. */
  from_issue_date: string;
  to_issue_date: string;
  page: number;
  size: number;
}

export type RegisterPage = z.infer<typeof found>;

/**
 * Reads Diavgeia's open API. Every failure is a `RegisterFailure`; nothing is tried again here. The search stands under
 * another path than the rest. Of signers only the offices they sign in are read, never their names.
 */
export class Diavgeia {
  constructor(
    private readonly base: string,
    private readonly timeoutMs: number,
  ) {}

  organisation(uid: string) {
    return this.ask(`/luminapi/opendata/organizations/${encodeURIComponent(uid)}.json`, organisation);
  }

  async units(organisationId: string) {
    return (await this.ask(`/luminapi/opendata/organizations/${encodeURIComponent(organisationId)}/units.json?descendants=all`, z.object({ units: z.array(unit) }))).units;
  }

  async signers(organisationId: string) {
    return (await this.ask(`/luminapi/opendata/organizations/${encodeURIComponent(organisationId)}/signers.json`, z.object({ signers: z.array(signer) }))).signers;
  }

  async types() {
    return (await this.ask('/luminapi/opendata/types.json', z.object({ decisionTypes: z.array(type) }))).decisionTypes;
  }

  /** One page of acts, the last submitted first, in whatever standing. The register may give a smaller page than was asked: `info.size` tells. */
  search(wanted: RegisterSearch): Promise<RegisterPage> {
    const query = new URLSearchParams({ status: 'all', sort: 'recent' });
    for (const [name, value] of Object.entries(wanted)) if (value !== undefined) query.set(name, String(value));
    return this.ask(`/opendata/search.json?${query}`, found);
  }

  /** An act as it stands, whole and unread: `readRecord` reads it. */
  decision(ada: string): Promise<unknown> {
    return this.ask(`/luminapi/opendata/decisions/${encodeURIComponent(ada)}.json`, z.unknown());
  }

  version(versionId: string): Promise<unknown> {
    return this.ask(`/luminapi/opendata/decisions/v/${encodeURIComponent(versionId)}.json`, z.unknown());
  }

  async versionLog(ada: string) {
    return (await this.ask(`/luminapi/opendata/decisions/${encodeURIComponent(ada)}/versionlog.json`, z.object({ versions: z.array(version) }))).versions;
  }

  private async ask<T>(path: string, shape: z.ZodType<T>): Promise<T> {
    const text = await this.read(path);
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      throw new RegisterFailure('NOT_JSON', path);
    }
    const read = shape.safeParse(content);
    if (!read.success) throw new RegisterFailure('UNEXPECTED', path);
    return read.data;
  }

  private async read(path: string): Promise<string> {
    try {
      const answer = await fetch(this.base.replace(/\/+$/, '') + path, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(this.timeoutMs) });
      if (answer.ok) return await textWithin(answer, path);
      await answer.body?.cancel();
      throw refusalOf(answer, path);
    } catch (error) {
      if (error instanceof RegisterFailure) throw error;
      throw new RegisterFailure(error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE', path);
    }
  }
}

function refusalOf({ status, headers }: Response, path: string): RegisterFailure {
  const wait = retryAfter(headers.get('retry-after'), new Date());
  if (status === 404) return new RegisterFailure('NOT_FOUND', path);
  if (status === 429 || (status === 503 && wait !== null)) return new RegisterFailure('BUSY', path, wait);
  return new RegisterFailure(status >= 500 ? 'BROKEN' : 'REFUSED', path);
}

/** The body as text, given up where it grows beyond all measure. */
async function textWithin(answer: Response, path: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = answer.body;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new RegisterFailure('TOO_LARGE', path);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
