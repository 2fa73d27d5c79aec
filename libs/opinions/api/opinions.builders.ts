import type { Folder } from './format/read-folder';
import { seeded } from '@isegoria/kernel/contracts';
import { type Answer, type Votes, votesOf } from './method/votes';

/** For tests: camps of people with opposite leanings, each answering some of the statements by chance. */
export function camps(sizes: number[], { statements = 20, each = 12, seed = 1 } = {}): { answers: Answer[]; votes: Votes; campOf: number[] } {
  const chance = seeded(seed);
  const campOf = sizes.flatMap((size, camp) => Array.from({ length: size }, () => camp));
  const leaning = sizes.map(() => Array.from({ length: statements }, () => (chance() < 0.5 ? 1 : -1)));
  const answers = campOf.flatMap((camp, participant) => {
    const asked = Array.from({ length: statements }, (_, statement) => statement).sort(() => chance() - 0.5).slice(0, each);
    return asked.map((statement): Answer => ({ participant, statement, value: chance() < 0.1 ? 0 : ((leaning[camp]?.[statement] ?? 1) * (chance() < 0.08 ? -1 : 1) > 0 ? 1 : -1) }));
  });
  return { answers, votes: votesOf(answers, campOf.length, statements), campOf };
}

/** For tests: an export folder out of texts. */
export const aFolder = (files: Record<string, string>): Folder => (name) => files[name] ?? null;

const comment = (id: number, text: string, moderated = 1) => `1700000000000,day,${id},9,0,0,${moderated},"${text.replaceAll('"', '""')}"`;

/** A small conversation: two people who agree, two who do not, and a statement that was taken out. */
export const smallFolder: Record<string, string> = {
  'summary.csv': 'topic,"Ποδήλατα, <b>ναι</b>"\nparticipants,4\n',
  'comments.csv': ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body', comment(0, 'Θέλω "ποδηλατόδρομο"\nστην παραλία'), comment(1, '<script>alert(1)</script>'), comment(2, 'Βρισιά', -1)].join('\r\n'),
  'votes.csv': ['timestamp,datetime,comment-id,voter-id,vote', '5,d,0,1,1', '1,d,0,1,-1', '2,d,0,2,1', '3,d,0,3,-1', '4,d,0,4,-1', '6,d,1,1,1', '7,d,1,2,1', '8,d,1,3,0', '9,d,2,4,1'].join('\n'),
};
