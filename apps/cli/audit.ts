import { existsSync, readFileSync } from 'node:fs';
import { audited, auditedInTime, type AuditProblem, type AuditReport, type Beside, boxInLedger, readAuditFile } from '@isegoria/votes/contracts';
import { cityAt } from './verify/city-files';
import { recall } from './verify/memory';

const usage = 'npm run isegoria -- audit FILE [--url URL [--state FILE]] [--share SHARE --share SHARE] [--json]\n';

const says: Record<AuditProblem['kind'], string> = {
  file: 'is none of an audit file',
  commitment: 'the sealed ballot is not the one whose commitment stands beside it',
  ballotTwice: 'this opened ballot stands in the file twice',
  openedTwice: 'one sealed ballot counts twice',
  counts: 'the ballots in the file are not as many as were published',
  digest: 'the opened ballots in the file are not those whose digest was published',
  published: 'the opened ballots in the file are not those that the city publishes',
  unlogged: 'this ballot is no vote of the ledger',
  missing: 'the ledger has another number of votes than were opened or had been replaced',
  logged: 'the ledger has another digest of the opened ballots',
  ledger: 'the ledger is not what its key signed, or has another key than before: `verify` says what is wrong with it',
  key: 'the shares do not make the key of this box',
  paper: 'this opened ballot does not say what was sealed',
};

/** `audit FILE`: what the page of a box does, on a machine that a trustee trusts and without a net. 0 where all matches, 1 where not, 2 where it was not understood. */
export async function auditCommand(words: string[]): Promise<number> {
  const options = readWords(words);
  if (!options || !existsSync(options.file)) {
    process.stderr.write(options ? `There is no file ${options.file}.\n` : usage);
    return 2;
  }
  const text = readFileSync(options.file, 'utf8');
  const file = readAuditFile(text);
  const box = 'head' in file ? file.head.box : null;
  const report = options.url && box ? await withCity(text, { ...options, url: options.url, box }) : await audited(text, sharesOf(options));
  process.stdout.write(options.isJson ? `${JSON.stringify(report)}\n` : told(report));
  return report.problems.length === 0 ? 0 : 1;
}

interface Asked {
  url: string;
  box: string;
  state: string | null;
  shares: string[];
}

/** Beside what the city publishes. */
function withCity(text: string, asked: Asked): Promise<AuditReport> {
  const ask = async () => {
    const published = await besides(asked);
    return { ledger: published.ledger, report: await audited(text, { ...published, ...sharesOf(asked) }) };
  };
  return auditedInTime(ask, sayEarly);
}

function sayEarly(): true {
  process.stderr.write('The ledger has not all of this box yet: it is written within a minute of the opening. Asking again …\n');
  return true;
}

const sharesOf = ({ shares }: Pick<Asked, 'shares'>): Pick<Beside, 'shares'> => (shares.length > 0 ? { shares } : {});

/** `state` is the file in which `verify` remembers the city's key. */
async function besides({ url, box, state }: Asked): Promise<Beside> {
  const city = cityAt(url);
  return { published: (await city.page(`/boxes/${encodeURIComponent(box)}/ballots.jsonl`)) ?? '', ledger: await boxInLedger(city, box, recall(state)) };
}

function readWords(words: readonly string[]): { file: string; url: string | null; state: string | null; shares: string[]; isJson: boolean } | null {
  const found = { file: '', url: null as string | null, state: null as string | null, shares: [] as string[], isJson: false };
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = [words[at], words[at + 1]];
    if (word === '--json') found.isJson = true;
    else if (word === '--url' && next) found.url = next;
    else if (word === '--state' && next) found.state = next;
    else if (word === '--share' && next) found.shares.push(next);
    else if (!word.startsWith('--') && found.file === '') found.file = word;
    else return null;
    if (['--url', '--state', '--share'].includes(word)) at += 1;
  }
  return found.file === '' ? null : found;
}

function told({ box, ballots, valid, invalid, blank, replaced, digest, isPublished, logged, reopened, problems }: AuditReport): string {
  const lines = [
    `box        ${box ?? 'none'}`,
    `ballots    ${ballots}: ${valid} valid, ${invalid} invalid, ${blank} blank; ${replaced} had been replaced before`,
    `digest     ${digest} (compare it with the one in the ledger's act ballot.opened)`,
    `published  ${isPublished === null ? 'not looked at: give --url' : isPublished ? 'the same list' : 'another list'}`,
    `ledger     ${logged === null ? 'not looked at: give --url' : `${logged} votes of this box`}`,
    `key        ${reopened === null ? 'not used: give two of the shares to open every ballot once more' : `${reopened} ballots opened once more`}`,
  ];
  const end = problems.length === 0 ? ['', 'Sealed and opened ballots match one to one.'] : ['', `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} wrong:`, ...problems.map(({ kind, line }) => `  - ${line === null ? '' : `line ${line}: `}${says[kind]}`)];
  return `${[...lines, ...end].join('\n')}\n`;
}
