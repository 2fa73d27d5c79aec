import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Conversation, numbered } from './format/conversation';
import { givenGroups } from './format/given-groups';
import { readConversation, WrongFolder } from './format/read-folder';
import { opinionReport } from './format/report';
import { exportFiles, writeFile } from './format/write-folder';
import { csvRows } from './method/csv-rows';
import { aFolder, camps, smallFolder } from './opinions.builders';
import { oracle } from './opinions.oracle';

const why = (files: Record<string, string>): string[] => {
  try {
    readConversation(aFolder(files));
    return [];
  } catch (error) {
    if (error instanceof WrongFolder) return error.problems;
    throw error;
  }
};

describe('an export folder', () => {
  it('is read with its topic, its statements and the last answer of each', () => {
    const conversation = readConversation(aFolder(smallFolder));
    expect(conversation.topic).toBe('Ποδήλατα, <b>ναι</b>');
    expect(conversation.statements.map(({ text }) => text)).toEqual(['Θέλω "ποδηλατόδρομο"\nστην παραλία', '<script>alert(1)</script>', 'Βρισιά']);
    expect(conversation.participants).toEqual(['1', '2', '3', '4']);
    expect(numbered(conversation).out).toEqual(new Set([2]));
    expect(opinionReport(conversation, new Map([['1', '0']])).statements[0]?.votes).toEqual({ 0: { agrees: 1, disagrees: 0, passes: 0, seen: 1 } });
  });

  it('may hold no history: then the matrix says who answered what', () => {
    const conversation = readConversation(aFolder({ 'participants-votes.csv': 'participant,group-id,n-votes,0,1\n7,1,2,1,\n8,,1,,-1\n' }));
    expect(conversation.votes).toEqual([{ participant: '7', statement: '0', value: 1, at: 0 }, { participant: '8', statement: '1', value: -1, at: 0 }]);
    expect(conversation.groups).toEqual(new Map([['7', '1']]));
  });

  it('is refused with every fault by file and line, and nothing is guessed', () => {
    expect(why({})).toEqual(['there is neither votes.csv nor participants-votes.csv']);
    expect(why({ ...smallFolder, 'votes.csv': 'timestamp,comment-id,voter-id,vote\n1,0,1,2\nx,0,1,1\n1,,1,1\n1,0,5' })).toEqual([
      'votes.csv line 5: 3 cells where the header has 4',
      'votes.csv line 2: the vote "2" is not -1, 0 or 1',
      'votes.csv line 3: the timestamp "x" is no number',
      'votes.csv line 4: voter-id or comment-id is missing',
      'votes.csv line 5: the vote "" is not -1, 0 or 1',
    ]);
    expect(why({ ...smallFolder, 'comments.csv': 'comment-id,comment-body\n1,α\n' })).toEqual(['comments.csv line 1: the column moderated is missing']);
    expect(why({ ...smallFolder, 'votes.csv': 'timestamp,comment-id,voter-id,vote\n1,"0,1,1\n' })[0]).toContain('quotation mark');
  });
});

describe('a conversation that is written', () => {
  it('reads again as the same, but for the time of day', () => {
    const { answers } = camps([12, 10], { statements: 8, each: 8 });
    const conversation: Conversation = {
      topic: 'Πλατεία, «νέα»',
      description: 'Δύο\nγραμμές',
      statements: Array.from({ length: 8 }, (_, number) => ({ id: String(number), text: `Θέση ${number}, "έτσι"\n<script>`, author: '', moderated: number === 3 ? -1 : 1, at: 86_400_000 })),
      participants: Array.from({ length: 22 }, (_, number) => String(number)),
      votes: answers.map(({ participant, statement, value }) => ({ participant: String(participant), statement: String(statement), value, at: 86_400_000 })),
      groups: new Map([['0', '1'], ['21', '0']]),
    };
    expect(readConversation((name) => exportFiles.flatMap((file) => (file === name ? [writeFile(conversation, file)] : []))[0] ?? null)).toEqual(conversation);
    const matrixAlone = readConversation((name) => (name === 'participants-votes.csv' ? writeFile(conversation, name) : null));
    expect(new Set(matrixAlone.votes.map(({ participant, statement, value }) => `${participant} ${statement} ${value}`))).toEqual(new Set(answers.map(({ participant, statement, value }) => `${participant} ${statement} ${value}`)));
  });
});

describe('groups that are given', () => {
  it('may be a table, an object or a list', () => {
    const expected = new Map([['1', '0'], ['2', '1']]);
    expect(givenGroups('participant,group-id\r\n1,0\r\n2,1\r\n3,\r\n')).toEqual(expected);
    expect(givenGroups('{"1":0,"2":"1"}')).toEqual(expected);
    expect(givenGroups('[{"id":0,"members":[1]},{"id":1,"members":["2"]}]')).toEqual(expected);
    expect(() => givenGroups('a,b\n1,2')).toThrow('participant and group-id');
    expect(() => givenGroups('3')).toThrow();
  });
});

describe('a table of commas', () => {
  it('keeps commas, quotes and lines within quotes, and counts lines', () => {
    expect(csvRows('\uFEFFa,b\r\n"x ""y"", z\nw",\n\n1,2')).toEqual([{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['x "y", z\nw', ''] }, { line: 5, cells: ['1', '2'] }]);
  });
});

const shared = resolve(process.env['SHARED_DATA'] || '../shared/data');
const isHere = oracle.needs.every((folder) => existsSync(join(shared, folder)));

describe('published conversations', () => {
  it.skipIf(!isHere)('come to the published figures, and to groups at least as near as the reference implementation’s (skipped where they are absent)', async () => {
    const rows = await oracle.run(shared);
    expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  }, 120_000);
});
