import { stdout } from 'node:process';
import { Progress } from '../progress';
import { cityAt } from './city-files';
import { recall, remember } from './memory';
import type { Report } from './report';
import { verify } from './verify';

const usage = 'npm run isegoria -- verify URL [--state FILE] [--json]\n';

/** `verify URL`: checks a city's ledger and its tallies from outside, like anybody can. 0 where all is as it should be, 1 where not, 2 where it was not understood. */
export async function verifyCommand(words: string[]): Promise<number> {
  const options = readWords(words);
  if (!options) {
    process.stderr.write(usage);
    return 2;
  }
  const { url, state, isJson } = options;
  const progress = new Progress();
  const { report, memory } = await verify(cityAt(url), recall(state), (label, done, total) => {
    if (!isJson && stdout.isTTY) progress.show(label, done, total);
  });
  progress.end();
  if (state && memory) remember(state, memory);
  stdout.write(isJson ? `${JSON.stringify(report)}\n` : told(report, state));
  return report.ok ? 0 : 1;
}

function readWords(words: string[]): { url: string; state: string | null; isJson: boolean } | null {
  const at = words.indexOf('--state');
  const state = at < 0 ? null : words[at + 1];
  const [url, ...more] = words.filter((word, place) => !word.startsWith('--') && (at < 0 || place !== at + 1));
  const known = words.filter((word) => word.startsWith('--')).every((word) => word === '--state' || word === '--json');
  return url && /^https?:\/\//.test(url) && more.length === 0 && known && state !== undefined ? { url, state, isJson: words.includes('--json') } : null;
}

/** The report in sentences. */
function told(report: Report, state: string | null): string {
  const { origin, key, size, root, continues, witnesses, leaves, ballots, problems } = report;
  const lines = [
    `ledger   ${origin ?? 'none'}`,
    `key      ${key ?? 'none'}`,
    `size     ${size} leaves: ${leaves.votes} votes, ${leaves.acts} acts of power`,
    `root     ${root ?? 'none'}`,
    `witness  ${witnesses.join(', ') || 'nobody has cosigned this checkpoint'}`,
    ...(continues === null ? [] : [`before   it continues the log of ${continues} leaves that was seen before`]),
    `tallies  ${ballots.recounted} recounted, and what is shown is what the ledger makes; ${ballots.secret} secret ones, of which only the number of votes can be compared`,
  ];
  const first = !state || continues !== null ? [] : ['The key was believed at first sight: compare it with one that you have from elsewhere.'];
  const end = problems.length === 0 ? ['', 'Nothing is wrong.', ...first] : ['', `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} wrong:`, ...problems.map(({ says }) => `  - ${says}`)];
  return `${[...lines, ...end].join('\n')}\n`;
}
