import { Injectable } from '@nestjs/common';
import { type DecisionsFileAnswer, decisionsFileLimits, type LineFate, type LineProblem, type ReadLine } from '@isegoria/evaluations/contracts';
import { fold, type Localized, portions } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { ActTaken } from '../decisions/acts.rules';
import { type FileLine, readDecisionsFile, WrongFile } from './decisions-file';
import { idOfEntered } from './entered-decisions';
import { type EnteredBy, Entering } from './entering.service';

const handful = 100;
const mostShown = 300;

/** A line with what is wrong with it, or what it does. */
export interface LookedLine extends FileLine {
  problems: LineProblem[];
  fate: LineFate | null;
}

/** Files of decisions, by the page and by the command alike: every line is looked at first, and all come in or none. */
@Injectable()
export class DecisionsFiles {
  constructor(
    private readonly entering: Entering,
    private readonly organisation: Organisation,
  ) {}

  /** Reads a file and looks at each line. Throws `WrongFile` where it is no file of decisions, or holds more than `most`. */
  async look(text: string, most = Infinity): Promise<LookedLine[]> {
    const read = readDecisionsFile(text);
    if (read.length > most) throw new WrongFile('too_many_lines', `The file holds ${read.length} decisions.`);
    const lines = await this.placed(read);
    const looked: LookedLine[] = [];
    for (const some of portions(lines, handful)) {
      const found = await this.entering.look(some.map(({ input }) => input));
      looked.push(...some.map((line, at) => ({ ...line, problems: (found[at]?.problems ?? []).map((problem) => valued(line, problem)), fate: found[at]?.fate ?? null })));
    }
    return withoutTwins(looked);
  }

  /** Takes in lines that are all right, a handful at a time; tells what became of each. Again, it does what is left to do. */
  async take(lines: FileLine[], by: EnteredBy, tell: (taken: ActTaken) => void): Promise<void> {
    for (const some of portions(lines, handful)) {
      const taken = await this.entering.take(some.map(({ input }) => input), by);
      taken.forEach(tell);
    }
  }

  /** A department and a district by their names, for nobody knows their ids. What is neither stays, and is told. */
  private async placed(lines: FileLine[]): Promise<FileLine[]> {
    const [whole, current] = await Promise.all([this.organisation.city(), this.organisation.current()]);
    // Of two that are called the same, the one in use is meant.
    const idIn = idByName([...whole.departments, ...current.departments]);
    const idOf = idByName([...whole.districts, ...current.districts]);
    return lines.map(({ line, input }) => ({ line, input: { ...input, ...(input.departmentId && { departmentId: idIn(input.departmentId) }), ...(input.districtId && { districtId: idOf(input.districtId) }) } }));
  }
}

/** A line that would change something. */
export const isToCome = ({ fate }: LookedLine): boolean => fate === 'added' || fate === 'changed';

/** What a file holds, for the page, before anything of it comes in. */
export function answerOf(lines: LookedLine[]): DecisionsFileAnswer {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const { fate } of lines) if (fate) counts[fate] += 1;
  const wrong = lines.filter(({ problems }) => problems.length > 0).map(({ line, problems }) => ({ line, problems }));
  return { isTaken: false, lines: lines.length, left: lines.filter(isToCome).length, counts, first: lines.slice(0, decisionsFileLimits.shown).map(shown), wrong };
}

function shown({ line, input: { number, subject, type, issued, amount, status }, fate }: LookedLine): ReadLine {
  const cut = (text: string | null | undefined) => (text ?? '').slice(0, mostShown);
  return { line, number: cut(number), subject: cut(subject), type: cut(type), issued: cut(issued), amount: cut(amount), status: cut(status), fate };
}

function valued({ input }: FileLine, { field, code, limit }: Omit<LineProblem, 'value'>): LineProblem {
  return { field, code, limit, value: String(Reflect.get(input, field) ?? '').slice(0, 60) };
}

/** Two lines of one number contradict each other, or one is there in vain. */
function withoutTwins(lines: LookedLine[]): LookedLine[] {
  const first = new Map<string, number>();
  return lines.map((looked) => {
    const id = idOfEntered(looked.input);
    const before = first.get(id);
    if (before === undefined) first.set(id, looked.line);
    // A number that is missing is told as such.
    if (before === undefined || looked.input.number.trim() === '') return looked;
    return { ...looked, fate: null, problems: [...looked.problems, { field: 'number', code: 'number_twice', limit: null, value: String(before) }] };
  });
}

function idByName(things: readonly { id: string; name: Localized }[]): (said: string) => string {
  const ids = new Map(things.flatMap(({ id, name }) => [id, name.el, name.en].map((one) => [fold(one), id] as const)));
  return (said) => ids.get(fold(said.trim())) ?? said.trim();
}
