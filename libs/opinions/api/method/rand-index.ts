/** The adjusted Rand index of two partings of the same things: 1 the same, about 0 as good as chance. */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const cells = new Map<string, number>();
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? -1, other[at] ?? -1];
    add(cells, `${a} ${b}`);
    add(rows, a);
    add(columns, b);
  }
  const [both, ofOne, ofOther] = [pairs(cells), pairs(rows), pairs(columns)];
  const expected = (ofOne * ofOther) / ((one.length * (one.length - 1)) / 2 || 1);
  const most = (ofOne + ofOther) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const pairs = (counts: Map<unknown, number>): number => [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
