import { existsSync, readFileSync } from 'node:fs';
import { unzipped } from '@isegoria/kernel/api';
import { givenGroups } from './format/given-groups';
import { folderOf, readConversation } from './format/read-folder';
import { type OpinionReport, opinionReport } from './format/report';

const HELP = `npm run isegoria -- opinions compute DIR [--json] [--groups FILE]

  DIR            a Polis export: participants-votes.csv, votes.csv, comments.csv, summary.csv, each plain or gzipped
  --groups FILE  the groups are given: a CSV with participant and group-id, or JSON ({ participant: group } or [{ id, members }])
  --json         everything, for programs; without it a short account
`;

/** `isegoria opinions compute`: groups and figures of a folder, without a city. The answer is the exit code. */
export async function computeCommand(words: string[]): Promise<number> {
  const groupsAt = words.indexOf('--groups');
  const groupsFile = groupsAt < 0 ? null : (words[groupsAt + 1] ?? '');
  const [act, folder] = words.filter((word, at) => !word.startsWith('--') && (groupsAt < 0 || at !== groupsAt + 1));
  if (act !== 'compute' || !folder) return complain(HELP, 2);
  if (!existsSync(folder)) return complain(`There is no folder ${folder}.\n`, 1);
  try {
    const report = opinionReport(readConversation(folderOf(folder)), groupsFile === null ? null : givenGroups(textOf(groupsFile)));
    await written(words.includes('--json') ? `${JSON.stringify(report, null, 1)}\n` : account(report));
    return 0;
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n`, 1);
  }
}

function account({ topic, participants, answers, inGroups, silhouette, groups, statements }: OpinionReport): string {
  const textOfStatement = new Map(statements.map(({ id, text }) => [id, text.replaceAll(/\s+/g, ' ').slice(0, 90)]));
  const agreed = statements.filter(({ moderated }) => moderated !== -1).sort((one, other) => other.consensus.agree - one.consensus.agree).slice(0, 5);
  return [
    `${topic}: ${participants} participants, ${statements.length} statements, ${answers} answers`,
    `${groups.length} groups of ${inGroups}${silhouette === null ? ', as given' : `, silhouette ${silhouette.toFixed(3)}`}`,
    ...groups.flatMap(({ id, size, represents }) => ['', `Group ${id}: ${size}`, ...represents.map(({ statement, side, share }) => `  ${side} ${(share * 100).toFixed(0)}%: ${statement} ${textOfStatement.get(statement) ?? ''}`)]),
    '',
    'What all groups agree with:',
    ...agreed.map(({ id, consensus }) => `  ${consensus.agree.toFixed(3)}: ${id} ${textOfStatement.get(id) ?? ''}`),
    '',
  ].join('\n');
}

function textOf(file: string): string {
  return unzipped(readFileSync(file)).toString('utf8');
}

/** Until all of it is through: a pipe takes 64 kB at a time, and what is not through when the process ends is lost. */
const written = (text: string): Promise<void> => new Promise((done) => process.stdout.write(text, () => done()));

function complain(words: string, code: number): number {
  process.stderr.write(words);
  return code;
}
