import { describe, expect, it } from 'vitest';
import { speakEnglish } from '../explained';
import { scoresOf } from '../election';
import { PbReader, readPb } from './reader';
import { writePb } from './writer';

const META = ['META', 'key;value', 'description;Δοκιμή <script>', 'num_projects;2', 'num_votes;3', 'budget;100', 'vote_type;approval', 'rule;greedy'];
const PROJECTS = ['PROJECTS', 'project_id;cost;name', '1;60;Πλατεία', '2;50;"Δρόμος; ""μεγάλος"""'];
const VOTES = ['VOTES', 'voter_id;vote', 'a;1', 'b;1,2', 'c;'];

interface Parts {
  meta?: string[];
  projects?: string[];
  votes?: string[];
}
const file = ({ meta = META, projects = PROJECTS, votes = VOTES }: Parts = {}) => [...meta, ...projects, ...votes].join('\n');
const without = (lines: string[], start: string) => lines.filter((line) => !line.startsWith(start));
const instead = (lines: string[], start: string, line: string) => lines.map((one) => (one.startsWith(start) ? line : one));

/** What the clerk reads: line numbers and sentences. */
function told(text: string): string[] {
  const reading = readPb(text);
  return reading.election ? [] : reading.defects.map(({ line, kind, values }) => `${line}: ${speakEnglish(`defect.${kind}`, values)}`);
}

function read(text: string) {
  const reading = readPb(text);
  if (!reading.election) throw new Error(told(text).join('\n'));
  return reading;
}

describe('a .pb file', () => {
  it('is read with its quoted cells, and ballots that are alike are one group', () => {
    const { election, warnings } = read(file());
    expect(election).toMatchObject({ name: 'Δοκιμή <script>', budget: 100, decimals: 0, voters: 3, voteType: 'approval' });
    expect(election.projects).toEqual([{ id: '1', name: 'Πλατεία', cost: 60 }, { id: '2', name: 'Δρόμος; "μεγάλος"', cost: 50 }]);
    expect(election.groups).toEqual([{ projects: [0, 1], points: null, voters: 1 }, { projects: [0], points: null, voters: 1 }, { projects: [], points: null, voters: 1 }]);
    expect(warnings).toEqual([]);
  });

  it('may come from Windows, with a byte order mark, blank lines and line ends of both kinds', () => {
    const plain = read(file()).election;
    expect(read(`\uFEFF${file().replaceAll('\n', '\r\n')}\r\n\r\n`).election).toEqual(plain);
    expect(read(file().replace('\nVOTES', '\r\nVOTES\r')).election).toEqual(plain);
  });

  it('is the same when it arrives in pieces cut anywhere', () => {
    const text = file().replaceAll('\n', '\r\n');
    for (let size = 1; size < 12; size += 1) {
      const reader = new PbReader();
      for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
      expect(reader.end()).toEqual(readPb(text));
    }
  });

  it('may have a name over two lines', () => {
    const projects = instead(PROJECTS, '2;', '2;50;"Δρόμος\nμεγάλος"');
    expect(read(file({ projects })).election.projects[1]?.name).toBe('Δρόμος\nμεγάλος');
    expect(told(file({ projects, votes: instead(VOTES, 'b', 'b;9') }))).toEqual(['17: The vote names a project "9" that is not in the list.']);
  });

  it('counts costs with decimals in whole units', () => {
    const { election } = read(file({ meta: instead(META, 'budget', 'budget;100.50'), projects: instead(PROJECTS, '1;', '1;60,255;Πλατεία') }));
    expect(election).toMatchObject({ decimals: 3, budget: 100_500 });
    expect(election.projects.map(({ cost }) => cost)).toEqual([60_255, 50_000]);
  });

  it.each([
    ['cumulative', 'points', ['a;1;2', 'b;1,2;1,0', 'c;;'], [3, 0]],
    ['scoring', 'points', ['a;1;0.5', 'b;1,2;1,2', 'c;;'], [15, 20]],
    ['ordinal', 'points', ['a;1;3', 'b;2,1;3,2', 'c;;'], [5, 3]],
    ['ordinal', 'age', ['a;1;30', 'b;2,1;40', 'c;;50'], [2, 2]],
    ['choose-1', 'age', ['a;1;30', 'b;2;40', 'c;;50'], [1, 1]],
  ])('knows %s ballots with a column %s', (type, column, rows, scores) => {
    const { election } = read(file({ meta: instead(META, 'vote_type', `vote_type;${type}`), votes: ['VOTES', `voter_id;vote;${column}`, ...rows] }));
    expect(scoresOf(election)).toEqual(scores);
  });

  it('is written again as it was', () => {
    const rows: string[][] = [];
    const { cells } = readPb(file(), (row) => void rows.push(row)) as { cells: Parameters<typeof writePb>[0] };
    expect(writePb(cells, rows)).toBe(`${file()}\n`);
  });
});

describe('a .pb file with defects', () => {
  it.each<[string, Parts, string[]]>([
    ['a wrong number of votes', { meta: instead(META, 'num_votes', 'num_votes;4') }, ['5: META says 4 votes, and 3 are listed.']],
    ['a wrong number of projects', { meta: instead(META, 'num_projects', 'num_projects;3') }, ['4: META says 3 projects, and 2 are listed.']],
    ['a number that is none', { meta: instead(META, 'num_votes', 'num_votes;three') }, ['5: "num_votes" should be a whole number, and is "three".']],
    ['no budget', { meta: without(META, 'budget') }, ['7: META does not say "budget".']],
    ['a budget of nothing', { meta: instead(META, 'budget', 'budget;0') }, ['6: The budget "0" is not an amount above zero.']],
    ['no vote type', { meta: without(META, 'vote_type') }, ['7: META does not say "vote_type".']],
    ['a vote type that nobody knows', { meta: instead(META, 'vote_type', 'vote_type;stars') }, ['7: The vote type "stars" is none of approval, choose-1, ordinal, cumulative, scoring.']],
    ['META saying a thing twice', { meta: [...META, 'budget;200'] }, ['9: META says "budget" a second time.']],
    ['a negative cost', { projects: instead(PROJECTS, '1;', '1;-60;Πλατεία') }, ['11: The cost "-60" of project "1" is below zero.']],
    ['a cost that is no number', { projects: instead(PROJECTS, '1;', '1;6e1;Πλατεία') }, ['11: The cost "6e1" of project "1" is not a number.']],
    ['a cost beyond counting', { projects: instead(PROJECTS, '1;', '1;99999999999999999;Πλατεία') }, ['11: The amount "99999999999999999" is larger than can be counted exactly.', '12: The amount "50" is larger than can be counted exactly.']],
    ['a project twice', { projects: instead(PROJECTS, '2;', '1;50;Δρόμος'), votes: instead(VOTES, 'b', 'b;1') }, ['12: The project "1" stands in the list a second time.']],
    ['a project without an id', { projects: instead(PROJECTS, '2;', ';50;Δρόμος'), votes: instead(VOTES, 'b', 'b;1') }, ['12: The project has no id.']],
    ['a row with too many cells', { projects: instead(PROJECTS, '1;', '1;60;Πλατεία;x') , votes: instead(instead(VOTES, 'b', 'b;2'), 'a', 'a;2') }, ['4: META says 2 projects, and 1 are listed.', '11: The row has 4 cells, and its heading has 3.']],
    ['no column for costs', { projects: ['PROJECTS', 'project_id;price', '1;60', '2;50'] }, ['10: The section PROJECTS has no column "cost".', '11: The cost "" of project "1" is not a number.', '12: The cost "" of project "2" is not a number.']],
    ['a voter twice', { votes: instead(VOTES, 'b', 'a;1,2') }, ['16: The voter "a" votes a second time.']],
    ['a voter without an id', { votes: instead(VOTES, 'b', ';1,2') }, ['16: The voter has no id.']],
    ['a vote for an unknown project', { votes: instead(VOTES, 'b', 'b;1,7') }, ['16: The vote names a project "7" that is not in the list.']],
    ['a vote that names a project twice', { votes: instead(VOTES, 'b', 'b;1,1') }, ['16: The vote names the project "1" twice.']],
    ['two choices where one is allowed', { meta: instead(META, 'vote_type', 'vote_type;choose-1') }, ['16: The vote names 2 projects, and this vote type allows one.']],
    ['points missing', { meta: instead(META, 'vote_type', 'vote_type;cumulative') }, ['15: The vote has no points, and this vote type needs them.', '16: The vote has no points, and this vote type needs them.']],
    ['points that do not match', { meta: instead(META, 'vote_type', 'vote_type;scoring'), votes: ['VOTES', 'voter_id;vote;points', 'a;1;2,3', 'b;1,2;x,-1', 'c;;'] },
      ['15: The vote names 1 projects and gives 2 points.', '16: The points "x" for project "1" are not a number.', '16: The points "-1" for project "2" are below zero.']],
    ['no votes', { meta: instead(META, 'num_votes', 'num_votes;0'), votes: VOTES.slice(0, 2) }, ['14: There is no vote.']],
    ['a section missing', { votes: [] }, ['12: The section VOTES is missing.']],
    ['a section twice', { votes: [...VOTES, 'PROJECTS', 'project_id;cost;name'] }, ['18: The section PROJECTS begins a second time.']],
    ['a quote that never closes', { projects: instead(PROJECTS, '2;', '2;50;"Δρόμος') }, ['12: A quotation mark is opened here and never closed.', '11: The section VOTES is missing.']],
    ['a line before everything', { meta: ['hello', ...META] }, ['1: This line stands before the first section.']],
  ])('with %s is refused with the line and a sentence', (_, parts, sentences) => {
    const text = file(parts);
    expect(told(text).sort()).toEqual([...sentences].sort());
    expect(readPb(text).election).toBeNull();
  });

  it('lists the first defects and counts the others', () => {
    const reading = readPb(file({ votes: [...VOTES, ...Array.from({ length: 5_000 }, (_, voter) => `v${voter};77`)] }));
    expect(reading).toMatchObject({ election: null, count: 5_001 });
    expect(reading.election ?? reading.defects).toHaveLength(200);
  });

  it('is told of what can be counted all the same', () => {
    const meta = [...META, 'max_length;1', 'min_length;1'];
    const projects = ['PROJECTS', 'project_id;cost;votes', '1;60;5', '2;500;1'];
    const { warnings } = read(file({ meta, projects }));
    expect(warnings.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['9 overLength', '10 fewChosen', '13 otherVotes', '14 overBudget']);
  });
});
