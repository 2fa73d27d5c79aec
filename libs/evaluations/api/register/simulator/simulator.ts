import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asDetail, inventedArchive, type RegisterArchive } from './register-archive';
import type { SimulatedAct } from './simulated-acts';
import { searched } from './simulated-search';

/** How the register may fail: an answer that takes longer, 429, 500, a page of HTML with 200, JSON of another shape, or a line cut in the middle. */
export type Mood = { kind: 'slow'; ms: number } | { kind: 'busy'; retryAfter: string } | { kind: 'broken' | 'html' | 'nonsense' | 'cut' };

/**
 * Our own stand-in for the register, with its real shapes and its quirks, for development and tests. It can be told to fail,
 * and its acts may change between two questions, as the register's do.
 */
export class RegisterSimulator {
  /** Every question that came, in order. */
  readonly asked: string[] = [];
  /** Called after every page of a search, before the next is asked for. */
  afterPage: (asked: number) => void = () => undefined;
  /** How large a page it gives at most, whatever is asked. */
  mostAPage = 500;
  private readonly moods: Mood[] = [];
  private readonly history = new Map<string, SimulatedAct[]>();
  private readonly server: Server;

  constructor(
    private readonly archive: RegisterArchive = inventedArchive(),
    private readonly now: () => Date = () => new Date(),
  ) {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get acts(): SimulatedAct[] {
    return this.archive.acts;
  }

  start(port = 0): Promise<void> {
    return new Promise((resolve, reject) => this.server.once('error', reject).listen(port, '127.0.0.1', () => resolve()));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  /** The next answers fail so, one after the other; then it is itself again. */
  will(...moods: Mood[]): void {
    this.moods.push(...moods);
  }

  /** It is itself again at once. */
  forgive(): void {
    this.moods.length = 0;
  }

  publish(...acts: SimulatedAct[]): void {
    this.archive.acts.push(...acts);
  }

  /** An office corrects its act: a new version, taken now, that names the one it corrects. */
  correct(ada: string, changes: Partial<SimulatedAct>): void {
    this.change(ada, (act) => ({ ...act, versionId: `${act.versionId}+`, correctedVersionId: act.versionId, submissionTimestamp: this.now().toISOString(), ...changes }));
  }

  revoke(ada: string): void {
    this.change(ada, (act) => ({ ...act, status: 'REVOKED', submissionTimestamp: this.now().toISOString() }));
  }

  /** The register takes an act out altogether, as it does now and then. */
  remove(ada: string): void {
    this.archive.acts = this.archive.acts.filter((act) => act.ada !== ada);
  }

  private change(ada: string, how: (act: SimulatedAct) => SimulatedAct): void {
    const at = this.archive.acts.findIndex((act) => act.ada === ada);
    const act = this.archive.acts[at];
    if (!act) throw new Error(`The simulated register has no act ${ada}.`);
    this.history.set(ada, [...(this.history.get(ada) ?? []), act]);
    this.archive.acts[at] = how(act);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://register');
    if (request.method === 'POST' && pathname === '/simulator') return this.obey(request, response);
    this.asked.push(request.url ?? '');
    const mood = this.moods.shift();
    if (mood && mood.kind !== 'slow') return fail(mood, response);
    const content = this.contentOf(decodeURIComponent(pathname).replace(/(\.json)?\/?$/, ''), searchParams);
    setTimeout(() => send(response, content ? 200 : 404, content ?? { errors: [{ errorCode: 'NOT_FOUND', errorMessage: 'Not found' }] }), mood?.ms ?? 0);
    if (pathname.startsWith('/opendata/search')) this.afterPage(this.asked.filter((url) => url.startsWith('/opendata/search')).length);
  }

  private contentOf(path: string, query: URLSearchParams): unknown {
    const { organisations, units, signers, types, dictionaries } = this.archive;
    if (path === '/opendata/search' || path === '/luminapi/opendata/search') return searched(this.archive, query, this.now(), this.mostAPage);
    const [noun, id, more] = path.replace(/^\/luminapi\/opendata\//, '').split('/');
    if (noun === 'types') return { decisionTypes: types };
    if (noun === 'dictionaries') return { dictionaries };
    if (noun === 'decisions' && id) return id === 'v' ? this.versionOf(more ?? '') : this.decision(id, more);
    if (noun !== 'organizations') return null;
    if (!id) return { organizations: organisations };
    const body = organisations.find(({ uid, latinName }) => uid === id || latinName === id);
    if (!body || !more) return body ?? null;
    if (more === 'units') return { units: units.get(body.uid) ?? [] };
    return more === 'signers' ? { signers: signers.get(body.uid) ?? [] } : null;
  }

  private decision(ada: string, more: string | undefined): unknown {
    const act = this.archive.acts.find((one) => one.ada === ada);
    if (!act || more !== 'versionlog') return act ? asDetail(act) : null;
    const versions = [...(this.history.get(ada) ?? []), act].map(({ versionId, status, submissionTimestamp }) => ({ versionId, creator: `${act.organizationId}_1`, versionTimestamp: submissionTimestamp, status }));
    return { ada, organizationId: act.organizationId, versions };
  }

  private versionOf(versionId: string): unknown {
    const act = [...this.archive.acts, ...[...this.history.values()].flat()].find((one) => one.versionId === versionId);
    return act ? asDetail(act) : null;
  }

  /** For whoever tries things out by hand: POST {"will": {"kind": "html"}}, {"revoke": "ΑΔΑ"} or {"correct": "ΑΔΑ", "subject": "…"}. */
  private obey(request: IncomingMessage, response: ServerResponse): void {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
      try {
        const { will, revoke, correct, subject } = JSON.parse(text) as { will?: Mood; revoke?: string; correct?: string; subject?: string };
        if (will) this.will(will);
        if (revoke) this.revoke(revoke);
        if (correct) this.correct(correct, { subject: subject ?? null });
        send(response, 200, { done: true });
      } catch (error) {
        send(response, 400, { error: String(error) });
      }
    });
  }
}

function fail(mood: Exclude<Mood, { kind: 'slow' }>, response: ServerResponse): void {
  if (mood.kind === 'busy') return void response.writeHead(429, { 'retry-after': mood.retryAfter }).end();
  if (mood.kind === 'broken') return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>HTTP Status 500</h1>');
  if (mood.kind === 'html') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Διαύγεια</title><p>Προγραμματισμένη συντήρηση</p>');
  if (mood.kind === 'nonsense') return send(response, 200, { decisions: 'none', info: null });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"decisions": [', () => response.destroy());
}

function send(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(content));
}
