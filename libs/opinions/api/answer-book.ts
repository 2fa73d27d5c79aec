/** One subject's answers in memory, brought up to date by what is new: the map needs all of them, each second. */
import type { AnswerRow } from './coordination.rules';
import type { Votes } from './method/votes';

interface Person {
  answers: Map<number, -1 | 0 | 1>;
  /** Two sums over the answers, whatever their order: the same row, the same sums. */
  sums: [number, number];
  at: number;
  isNew: boolean;
}

export class AnswerBook {
  private readonly people = new Map<string, Person>();
  /** All that was written before this moment is in; 0: nothing was read yet. */
  upTo = 0;
  /** How many answers are in. */
  answers = 0;

  /** An answer that is in already changes nothing. */
  take({ person, statement, value, at, isNew = false }: { person: string; statement: number; value: -1 | 0 | 1; at: number; isNew?: boolean }): void {
    const known = this.people.get(person) ?? { answers: new Map<number, -1 | 0 | 1>(), sums: [0, 0], at: 0, isNew: false };
    const former = known.answers.get(statement);
    if (former === value) return;
    if (former === undefined) this.answers += 1;
    else mix(known.sums, statement, former);
    mix(known.sums, statement, value);
    known.answers.set(statement, value);
    known.at = Math.max(known.at, at);
    known.isNew ||= isNew;
    this.people.set(person, known);
  }

  votes(statements: number): Votes {
    const starts = new Uint32Array(this.people.size + 1);
    let row = 0;
    for (const { answers } of this.people.values()) starts[++row] = (starts[row - 1] ?? 0) + answers.size;
    const columns = new Uint16Array(starts[row] ?? 0);
    const values = new Int8Array(columns.length);
    let entry = 0;
    for (const { answers } of this.people.values()) {
      for (const [statement, value] of answers) {
        columns[entry] = statement;
        values[entry++] = value;
      }
    }
    return { statements, starts, columns, values };
  }

  /** Each person's row of answers; `bitsOf` says how unlikely one answer is. */
  *rows(bitsOf: (statement: number, value: -1 | 0 | 1) => number): Generator<AnswerRow> {
    for (const { answers, sums, at, isNew } of this.people.values()) {
      let bits = 0;
      for (const [statement, value] of answers) bits += bitsOf(statement, value);
      yield { sameAs: `${sums[0].toString(36)}-${sums[1].toString(36)}-${answers.size}`, answered: answers.size, bits, at, isNew };
    }
  }
}

/** Taken in and taken out by the same exclusive or. */
function mix(sums: [number, number], statement: number, value: number): void {
  const key = statement * 3 + value + 2;
  sums[0] = (sums[0] ^ scatter(key, 0x9e3779b1)) >>> 0;
  sums[1] = (sums[1] ^ scatter(key, 0x85ebca77)) >>> 0;
}

function scatter(key: number, factor: number): number {
  const once = Math.imul(key ^ (key >>> 15), factor);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae3d);
  return (twice ^ (twice >>> 16)) >>> 0;
}
