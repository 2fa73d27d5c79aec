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
  /** Whether the account was new when it answered. */
  isNew: boolean;
}

export interface CoordinationSign {
  sameAs: string;
  people: number;
  /** How many of them with a new account. */
  fresh: number;
  answered: number;
  minutes: number;
}

/** So many people, or so many of them (`fresh`) whose accounts were younger than `newDays` days, within so many minutes; rows of so many answers, this unlikely. */
export const coordination = { people: 8, fresh: 5, newDays: 7, answered: 12, bits: 20, minutes: 60 } as const;

/** Whether an account that was made then is a new one at this moment. */
export const isNewAccount = (madeAt: Date | null, now: Date): boolean => madeAt !== null && now.getTime() - madeAt.getTime() < coordination.newDays * 86_400_000;

/** The rows that so many gave within the span, the largest first. */
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

/** Enough people within the span of time, or enough with new accounts, of whom fewer are needed: who wants a crowd makes accounts for it. */
function closest(rows: AnswerRow[]): CoordinationSign | null {
  const inOrder = [...rows].sort((one, other) => one.at - other.at);
  return densest(inOrder, inOrder, coordination.people) ?? densest(inOrder, inOrder.filter(({ isNew }) => isNew), coordination.fresh);
}

/** The span in which most of the `counted` came, where they are `least` or more, and who came in it. */
function densest(rows: AnswerRow[], counted: AnswerRow[], least: number): CoordinationSign | null {
  let [first, most, from, to] = [0, 0, 0, 0];
  for (const [last, { at }] of counted.entries()) {
    while (at - (counted[first]?.at ?? 0) > coordination.minutes * 60_000) first += 1;
    if (last - first + 1 > most) [most, from, to] = [last - first + 1, counted[first]?.at ?? 0, at];
  }
  const within = rows.filter(({ at }) => at >= from && at <= to);
  const [row] = within;
  if (!row || most < least) return null;
  return { sameAs: row.sameAs, people: within.length, fresh: within.filter(({ isNew }) => isNew).length, answered: row.answered, minutes: Math.ceil((to - from) / 60_000) };
}
