import { csvRows } from '../method/csv-rows';
import type { GivenGroups } from './report';

/**
 * Who is in which group, from a text: a CSV with the columns `participant` and `group-id` (a participants-votes.csv is one), a JSON
 * object of group by participant, or a JSON list of `{ id, members }`.
 */
export function givenGroups(text: string): GivenGroups {
  return /^\s*[[{]/.test(text) ? ofJson(JSON.parse(text)) : ofCsv(text);
}

function ofCsv(text: string): GivenGroups {
  const [head, ...rows] = csvRows(text);
  const [participant, group] = [head?.cells.indexOf('participant') ?? -1, head?.cells.indexOf('group-id') ?? -1];
  if (participant < 0 || group < 0) throw new Error('line 1: the columns participant and group-id are needed');
  return new Map(rows.flatMap(({ cells }) => (cells[group] ? [[cells[participant] ?? '', cells[group]] as const] : [])));
}

function ofJson(value: unknown): GivenGroups {
  const lists = Array.isArray(value) ? (value as unknown[]) : isObject(value) && Array.isArray(value['groups']) ? (value['groups'] as unknown[]) : null;
  if (lists) return new Map(lists.flatMap((group) => membersOf(group)));
  if (!isObject(value)) throw new Error('the groups are neither a list nor an object');
  return new Map(Object.entries(value).flatMap(([participant, group]) => (typeof group === 'string' || typeof group === 'number' ? [[participant, String(group)] as const] : [])));
}

function membersOf(group: unknown): [string, string][] {
  if (!isObject(group) || !Array.isArray(group['members'])) throw new Error('a group is { "id": …, "members": [ … ] }');
  return (group['members'] as unknown[]).map((member) => [String(member), String(group['id'])]);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
