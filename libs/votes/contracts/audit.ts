import { base64url, fromBase64url, sha256, utf8ToBytes } from '@isegoria/ledger/contracts';
import { joinedKey } from './box-key';
import { readAuditFile, type AuditFile, type AuditLine } from './audit-file';
import { openedList, readPaper } from './opened';
import { type BoxKey, unseal } from './seal';

/** What an auditor may lay beside the trustees' file. All of it is public but the shares, which stay where the audit runs. */
export interface Beside {
  /** The published list of opened ballots. */
  published?: string;
  /** What the ledger says of this box, or that it is not what its key signed. */
  ledger?: LoggedBox | 'broken';
  /** Two shares of the key: with them every ballot is opened once more. */
  shares?: readonly string[];
}

/** What the ledger says of a box: the commitments of its votes, and the digest that was logged at the opening. */
interface LoggedBox {
  commitments: readonly string[];
  digest: string | null;
}

/** One thing that is not as it should be, with the line of the file where there is one. */
export interface AuditProblem {
  kind: 'file' | 'commitment' | 'ballotTwice' | 'openedTwice' | 'counts' | 'digest' | 'published' | 'unlogged' | 'missing' | 'logged' | 'ledger' | 'key' | 'paper';
  line: number | null;
}

/** What an audit found. The numbers say what was looked at; where something was not laid beside the file, it is null. */
export interface AuditReport {
  box: string | null;
  ballots: number;
  valid: number;
  invalid: number;
  blank: number;
  replaced: number;
  /** Of the opened ballots as the file has them: what must stand in the ledger. base64url SHA-256. */
  digest: string;
  isPublished: boolean | null;
  /** Votes of this box in the ledger. */
  logged: number | null;
  /** How many ballots were opened once more, with the trustees' own key. */
  reopened: number | null;
  problems: AuditProblem[];
}

/**
 * Audits an opened box: that each sealed ballot has the commitment under which it went in, that sealed and opened ballots match one to one, that they are the published ones, and, where
 * these are laid beside, that they are those of the ledger and that each says what was sealed. Runs wherever the trustee trusts: nothing is asked of the city here.
 */
export async function audited(text: string, beside: Beside = {}): Promise<AuditReport> {
  const file = readAuditFile(text);
  if ('line' in file) return { ...nothing, problems: [{ kind: 'file', line: file.line }] };
  const { head, lines } = file;
  const list = openedList(lines);
  const digest = digestOf(list);
  const ledger = beside.ledger === 'broken' ? null : (beside.ledger ?? null);
  const key = beside.shares ? await joinedKey(head.publicKey, beside.shares) : null;
  const problems = [
    ...wrongCommitments(lines), ...doubles(lines), ...wrongNumbers(file), ...(digest === head.result.digest ? [] : [whole('digest')]),
    ...(beside.published === undefined || beside.published === list ? [] : [whole('published')]),
    ...(beside.ledger === 'broken' ? [whole('ledger')] : ledger ? wrongInLedger(file, digest, ledger) : []),
    ...(beside.shares && !key ? [whole('key')] : []), ...(key ? await wrongPapers(file, key) : []),
  ];
  key?.fill(0);
  const { box, result: { replaced } } = head;
  return {
    box, ballots: lines.length, ...fates(lines), replaced, digest, isPublished: beside.published === undefined ? null : beside.published === list, logged: ledger?.commitments.length ?? null, reopened: key ? lines.length : null, problems,
  };
}

const late: readonly AuditProblem['kind'][] = ['unlogged', 'missing', 'logged'];

/** Whether what does not match may be nothing but the ledger's delay (`mergeDelaySeconds`): it lacks votes or the opening, and says nothing else than the file. */
export function isBeforeLedger({ problems, ballots, replaced, digest }: AuditReport, ledger: Beside['ledger']): boolean {
  if (!ledger || ledger === 'broken' || problems.length === 0) return false;
  const lacks = ledger.digest === null || (ledger.digest === digest && ledger.commitments.length < ballots + replaced);
  return lacks && problems.every(({ kind }) => late.includes(kind));
}

/** How often a ledger is asked again, and for how long: it is promised within a minute (`mergeDelaySeconds`), and a machine may be slow. */
const patience = { againMs: 4000, longestMs: 75_000 };

/**
 * An audit beside a city whose ledger may still be written: asked again while that is all that is wrong, and at most for so long as it may take. `onEarly` hears each time, and answers
 * whether anybody still waits; where nobody does, the last report is the answer.
 */
export async function auditedInTime(ask: () => Promise<{ report: AuditReport; ledger: Beside['ledger'] }>, onEarly: () => boolean, { againMs, longestMs } = patience): Promise<AuditReport> {
  for (const end = Date.now() + longestMs; ;) {
    const { report, ledger } = await ask();
    if (!isBeforeLedger(report, ledger) || Date.now() > end || !onEarly()) return report;
    await new Promise((wake) => setTimeout(wake, againMs));
  }
}

const nothing: AuditReport = { box: null, ballots: 0, valid: 0, invalid: 0, blank: 0, replaced: 0, digest: '', isPublished: null, logged: null, reopened: null, problems: [] };
const whole = (kind: AuditProblem['kind']): AuditProblem => ({ kind, line: null });
const at = (kind: AuditProblem['kind'], place: number): AuditProblem => ({ kind, line: place + 2 });

function digestOf(text: string): string {
  return base64url(sha256(utf8ToBytes(text)));
}

function wrongCommitments(lines: readonly AuditLine[]): AuditProblem[] {
  return lines.flatMap(({ commitment, sealed }, place) => (base64url(sha256(fromBase64url(sealed))) === commitment ? [] : [at('commitment', place)]));
}

/** An opened ballot comes from one sealed one. Of a sealed ballot that was put in twice, one counts: the other is a copy, and invalid. */
function doubles(lines: readonly AuditLine[]): AuditProblem[] {
  const ballots = new Set<string>();
  const counting = new Set<string>();
  return lines.flatMap(({ ballot, commitment, fate }, place) => {
    const found = [...(ballots.has(ballot) ? [at('ballotTwice', place)] : []), ...(fate !== 'invalid' && counting.has(commitment) ? [at('openedTwice', place)] : [])];
    ballots.add(ballot);
    if (fate !== 'invalid') counting.add(commitment);
    return found;
  });
}

function fates(lines: readonly AuditLine[]) {
  const numberOf = (fate: AuditLine['fate']) => lines.filter((line) => line.fate === fate).length;
  return { valid: numberOf('valid'), invalid: numberOf('invalid'), blank: numberOf('blank') };
}

function wrongNumbers({ head: { result }, lines }: AuditFile): AuditProblem[] {
  const { valid, invalid, blank } = fates(lines);
  return valid === result.valid && invalid === result.invalid && blank === result.blank ? [] : [whole('counts')];
}

/** Every ballot of the file is a vote of the ledger; and the ledger has no more of them than were opened or had been replaced. */
function wrongInLedger({ head, lines }: AuditFile, digest: string, { commitments, digest: logged }: LoggedBox): AuditProblem[] {
  const there = new Map<string, number>();
  for (const commitment of commitments) there.set(commitment, (there.get(commitment) ?? 0) + 1);
  const unlogged = lines.flatMap(({ commitment }, place) => {
    const left = there.get(commitment) ?? 0;
    there.set(commitment, left - 1);
    return left > 0 ? [] : [at('unlogged', place)];
  });
  return [...unlogged, ...(commitments.length === lines.length + head.result.replaced ? [] : [whole('missing')]), ...(logged === digest ? [] : [whole('logged')])];
}

async function wrongPapers({ head: { box, questions }, lines }: AuditFile, key: BoxKey): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = [];
  const copies = new Set(lines.filter(({ fate }) => fate !== 'invalid').map(({ commitment }) => commitment));
  for (const [place, { sealed, fate, answers, commitment }] of lines.entries()) {
    const paper = await unseal({ ballotId: box, key }, sealed);
    const read = paper ? readPaper(questions, paper) : { fate: 'invalid', answers: [] };
    const isCopy = fate === 'invalid' && copies.has(commitment);
    if (!isCopy && (read.fate !== fate || read.answers.join('\n') !== answers.join('\n'))) problems.push(at('paper', place));
  }
  return problems;
}
