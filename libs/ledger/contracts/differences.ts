/** One way in which a list is not the one that it was. Places count from 0; of what was added, in the new list. */
export type Difference =
  | { kind: 'changed' | 'dropped' | 'added' | 'moved'; at: number }
  | { kind: 'swapped'; at: number; with: number };

/** What became of a list of hashes, said as a person would: this one changed, that one dropped, these two swapped. */
export function differences(before: readonly string[], after: readonly string[]): Difference[] {
  const [missing, extra] = [without(before, after), without(after, before)];
  const changed = before.length === after.length ? missing.filter((at) => extra.includes(at)) : [];
  const dropped = missing.filter((at) => !changed.includes(at));
  const added = extra.filter((at) => !changed.includes(at));
  return [
    ...changed.map((at): Difference => ({ kind: 'changed', at })),
    ...dropped.map((at): Difference => ({ kind: 'dropped', at })),
    ...added.map((at): Difference => ({ kind: 'added', at })),
    ...(dropped.length + added.length === 0 ? displaced(before, after, new Set(changed)) : []),
  ];
}

/** The places of a list whose values the other list does not have, each as often as it has them. */
function without(list: readonly string[], other: readonly string[]): number[] {
  const left = new Map<string, number>();
  for (const value of other) left.set(value, (left.get(value) ?? 0) + 1);
  return list.flatMap((value, at) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count > 0 ? [] : [at];
  });
}

/** Two that took each other's place, and what else stands where it did not. */
function displaced(before: readonly string[], after: readonly string[], known: Set<number>): Difference[] {
  const others = before.flatMap((value, at) => (value !== after[at] && !known.has(at) ? [at] : []));
  const placeNow = new Map(others.map((at) => [after[at], at]));
  return others.flatMap((at): Difference[] => {
    const now = placeNow.get(before[at]);
    if (now === undefined || after[at] !== before[now]) return [{ kind: 'moved', at }];
    return now > at ? [{ kind: 'swapped', at, with: now }] : [];
  });
}
