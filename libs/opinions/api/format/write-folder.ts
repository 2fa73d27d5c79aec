/** Writes the same files that `readConversation` reads, of the latest answers. */
import { csv } from '@isegoria/kernel/api';
import type { Conversation, ExportedVote } from './conversation';

export const exportFiles = ['summary.csv', 'comments.csv', 'votes.csv', 'participants-votes.csv'] as const;
export type ExportFile = (typeof exportFiles)[number];

/** One file. Moments are whole days: the order in which people came would tell who they are. */
export function writeFile(conversation: Conversation, file: ExportFile): string {
  switch (file) {
    case 'summary.csv':
      return summary(conversation);
    case 'comments.csv':
      return comments(conversation);
    case 'votes.csv':
      return csv(['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'], conversation.votes.map(({ at, statement, participant, value }) => [at, day(at), Number(statement), Number(participant), value]));
    case 'participants-votes.csv':
      return matrix(conversation);
  }
}

function summary({ topic, description, participants, statements, groups }: Conversation): string {
  const figures = { voters: participants.length, 'voters-in-conv': groups.size, comments: statements.length, groups: new Set(groups.values()).size };
  return csv(['topic', topic], [...Object.entries(figures), ['conversation-description', description]]);
}

function comments({ statements, votes }: Conversation): string {
  const header = ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'];
  const counted = (id: string, value: number) => votes.filter((vote) => vote.statement === id && vote.value === value).length;
  return csv(header, statements.map(({ id, author, text, moderated, at }) => [at, day(at), Number(id), author, counted(id, 1), counted(id, -1), moderated, text]));
}

function matrix({ participants, statements, votes, groups }: Conversation): string {
  const byPerson = new Map<string, ExportedVote[]>();
  for (const vote of votes) byPerson.set(vote.participant, [...(byPerson.get(vote.participant) ?? []), vote]);
  const header = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...statements.map(({ id }) => id)];
  return csv(header, participants.map((participant) => {
    const said = byPerson.get(participant) ?? [];
    const values = new Map(said.map(({ statement, value }) => [statement, value]));
    const of = (value: number) => said.filter((vote) => vote.value === value).length;
    return [Number(participant), groups.get(participant) ?? null, null, said.length, of(1), of(-1), ...statements.map(({ id }) => values.get(id) ?? null)];
  }));
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
