/**
 * Signs that many answer as one. People who agree with each other give like answers; what is not likely is that many give the same
 * long row of answers, contested ones too, one soon after another. Such a row is shown to moderators, and nothing else follows from it.
 */
export interface AnswerRow {
  /** The same for the same answers to the same statements. */
  sameAs: string;
  answered: number;
  /** How unlikely the row is, given how everybody answers each of its statements: the sum of -log2 of the shares. */
  bits: number;
  /** When its last answer came. */
  at: number;
}

export interface CoordinationSign {
  sameAs: string;
  people: number;
  answered: number;
  minutes: number;
}

export const coordination = { people: 8, answered: 12, bits: 20, minutes: 60 } as const;

/** The rows that so many gave within an hour, the largest first. */
export function signsOf(rows: Iterable<AnswerRow>): CoordinationSign[] {
  const alike = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    if (row.answered < coordination.answered || row.bits < coordination.bits) continue;
    const known = alike.get(row.sameAs);
    if (known) known.push(row);
    else alike.set(row.sameAs, [row]);
  }
  return [...alike.values()].map(closest).filter((sign) => sign !== null).sort((one, other) => other.people - one.people);
}

/** The most people within the span of time. */
function closest(rows: AnswerRow[]): CoordinationSign | null {
  const times = rows.map(({ at }) => at).sort((one, other) => one - other);
  let [first, people, span] = [0, 0, 0];
  for (let last = 0; last < times.length; last++) {
    while ((times[last] ?? 0) - (times[first] ?? 0) > coordination.minutes * 60_000) first += 1;
    if (last - first + 1 > people) [people, span] = [last - first + 1, (times[last] ?? 0) - (times[first] ?? 0)];
  }
  const [row] = rows;
  return row && people >= coordination.people ? { sameAs: row.sameAs, people, answered: row.answered, minutes: Math.ceil(span / 60_000) } : null;
}
