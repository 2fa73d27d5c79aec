import { type Answer, type Votes, votesOf } from '../method/votes';

/** A statement as an export folder has it. */
export interface ExportedStatement {
  id: string;
  text: string;
  author: string;
  /** 1 let in by a moderator, 0 not looked at, -1 taken out. */
  moderated: -1 | 0 | 1;
  at: number;
}

/** One line of the history of answers: 1 agree, -1 disagree, 0 pass. */
export interface ExportedVote {
  participant: string;
  statement: string;
  value: -1 | 0 | 1;
  at: number;
}

/** A whole conversation, out of an export folder: the history when it has one, else the latest answers. */
export interface Conversation {
  topic: string;
  description: string;
  statements: ExportedStatement[];
  participants: string[];
  votes: ExportedVote[];
  /** The group that the folder itself gives a participant, where it does. */
  groups: Map<string, string>;
}

/** The answers by number: participants and statements in the order of the conversation. */
export function numbered({ statements, participants, votes }: Conversation): { votes: Votes; out: Set<number> } {
  const statementOf = new Map(statements.map(({ id }, number) => [id, number]));
  const participantOf = new Map(participants.map((id, number) => [id, number]));
  const answers: Answer[] = [];
  for (const vote of votes) {
    const [participant, statement] = [participantOf.get(vote.participant), statementOf.get(vote.statement)];
    if (participant !== undefined && statement !== undefined) answers.push({ participant, statement, value: vote.value });
  }
  const out = new Set(statements.flatMap(({ moderated }, number) => (moderated === -1 ? [number] : [])));
  return { votes: votesOf(answers, participants.length, statements.length), out };
}
