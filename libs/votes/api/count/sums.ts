/**
 * The names under which an answer of the log is counted, and how much under each. `q:o` counts the people who named the
 * option, in every form; `q:o=` sums its points, `q:o#` counts its first places.
 */
export function weights(kept: string): [name: string, amount: number][] {
  const mark = kept.search(/[=#]/);
  if (mark < 0) return [[kept, 1]];
  const [option, figure] = [kept.slice(0, mark), Number(kept.slice(mark + 1))];
  if (kept[mark] === '=') return [[option, 1], [`${option}=`, figure]];
  return figure === 1 ? [[option, 1], [`${option}#`, 1]] : [[option, 1]];
}

/** Sums after some answers gave way to others. What stands at nought is left out, so that a sum is written in one way only. */
export function moved(counts: Record<string, number>, before: readonly string[], after: readonly string[]): Record<string, number> {
  const sums = new Map(Object.entries(counts));
  for (const [answers, sign] of [[before, -1], [after, 1]] as const) {
    for (const [name, amount] of answers.flatMap(weights)) sums.set(name, (sums.get(name) ?? 0) + sign * amount);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
}
