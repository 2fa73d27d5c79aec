/** A conversation in figures: what `isegoria opinions compute` prints. Groups are found from the answers, or given. */
import { consensus, countsByGroup, representatives, type Representativeness } from '../method/figures';
import { opinionMap } from '../method/opinion-map';
import { type Conversation, numbered } from './conversation';

/** Group by participant; participants without one stand in no group. */
export type GivenGroups = Map<string, string>;

export interface OpinionReport {
  topic: string;
  participants: number;
  inGroups: number;
  answers: number;
  /** Null where the groups were given. */
  silhouette: number | null;
  groups: { id: string; size: number; members: string[]; represents: (Omit<Representativeness, 'statement'> & { statement: string })[] }[];
  statements: {
    id: string;
    text: string;
    moderated: -1 | 0 | 1;
    votes: Record<string, { agrees: number; disagrees: number; passes: number; seen: number }>;
    consensus: { agree: number; disagree: number };
  }[];
}

export function opinionReport(conversation: Conversation, given: GivenGroups | null): OpinionReport {
  const { votes, out } = numbered(conversation);
  const found = given ? null : opinionMap(votes, { out });
  const groupOf = given ?? new Map([...(found?.rows ?? [])].map((row, at) => [conversation.participants[row] ?? '', String(found?.labels[at] ?? 0)]));
  const ids = [...new Set(groupOf.values())].sort((one, other) => Number(one) - Number(other) || one.localeCompare(other));
  const labels = conversation.participants.map((participant) => ids.indexOf(groupOf.get(participant) ?? ''));
  const counts = countsByGroup(votes, (row) => labels[row] ?? -1, ids.length);
  const idOf = (number: number) => conversation.statements[number]?.id ?? '';
  return {
    topic: conversation.topic,
    participants: conversation.participants.length,
    inGroups: labels.filter((label) => label >= 0).length,
    answers: votes.columns.length,
    silhouette: found?.silhouette ?? null,
    groups: ids.map((id, own) => ({
      id,
      size: labels.filter((label) => label === own).length,
      members: conversation.participants.filter((_, row) => labels[row] === own),
      represents: representatives(counts, own, { out, most: 5 }).map((one) => ({ ...one, statement: idOf(one.statement) })),
    })),
    statements: conversation.statements.map(({ id, text, moderated }, number) => {
      const ofStatement = counts.map((ofGroup) => ofGroup[number] ?? { agrees: 0, disagrees: 0, seen: 0 });
      const byGroup = ids.map((group, at) => [group, withPasses(ofStatement[at])] as const);
      return { id, text, moderated, votes: Object.fromEntries(byGroup), consensus: { agree: consensus(ofStatement, 'agree'), disagree: consensus(ofStatement, 'disagree') } };
    }),
  };
}

const withPasses = ({ agrees, disagrees, seen } = { agrees: 0, disagrees: 0, seen: 0 }) => ({ agrees, disagrees, passes: seen - agrees - disagrees, seen });
