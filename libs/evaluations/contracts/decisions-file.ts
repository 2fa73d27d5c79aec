import type { Localized } from '@isegoria/kernel/contracts';
import type { DecisionInput } from './evaluations.gen';

/**
 * How large a file the page takes, in bytes and decisions, and how many of its first ones are shown before they come in. More comes in by the command.
 * `atOnce`: how many one sending brings in; whatever stands before the city cuts a request off after a minute, and 500 take ten seconds on the slowest store.
 */
export const decisionsFileLimits = { bytes: 2_000_000, lines: 5_000, shown: 10, atOnce: 500 } as const;

export type DecisionField = Exclude<keyof DecisionInput, '__typename'>;

/** The columns of a file of decisions, in the order of the empty file. Whoever writes one may name them in either language. */
export const decisionColumns: readonly { field: DecisionField; name: Localized; isNeeded: boolean }[] = [
  { field: 'number', name: { el: 'αριθμός', en: 'number' }, isNeeded: true },
  { field: 'subject', name: { el: 'θέμα', en: 'subject' }, isNeeded: true },
  { field: 'type', name: { el: 'είδος', en: 'type' }, isNeeded: true },
  { field: 'issued', name: { el: 'ημερομηνία', en: 'issued' }, isNeeded: true },
  { field: 'unit', name: { el: 'υπηρεσία', en: 'unit' }, isNeeded: false },
  { field: 'protocol', name: { el: 'πρωτόκολλο', en: 'protocol' }, isNeeded: false },
  { field: 'amount', name: { el: 'ποσό', en: 'amount' }, isNeeded: false },
  { field: 'document', name: { el: 'έγγραφο', en: 'document' }, isNeeded: false },
  { field: 'departmentId', name: { el: 'διεύθυνση', en: 'department' }, isNeeded: false },
  { field: 'districtId', name: { el: 'περιοχή', en: 'district' }, isNeeded: false },
  { field: 'status', name: { el: 'ισχύς', en: 'status' }, isNeeded: false },
];

/** What a line does: a decision that is new here, one that corrects or revokes a known one, or one that is here as the line says it. */
export type LineFate = 'added' | 'changed' | 'unchanged';

/** One thing wrong with a line. The code has its sentence on the page; the limit and the value fill it. */
export interface LineProblem {
  field: string;
  code: string;
  limit: number | null;
  value: string;
}

/** A line as it was read. `line` is the number of the line that it begins on; `fate` is null where it is wrong. */
export interface ReadLine {
  line: number;
  number: string;
  subject: string;
  type: string;
  issued: string;
  amount: string;
  status: string;
  fate: LineFate | null;
}

/** What a file holds, and whether all of it came in. Nothing does where one line is wrong. */
export interface DecisionsFileAnswer {
  isTaken: boolean;
  lines: number;
  /** How many lines are still to come in: whoever sends the same file again brings in the next of them. */
  left: number;
  counts: Record<LineFate, number>;
  /** The first ones. */
  first: ReadLine[];
  /** Every line that is wrong. */
  wrong: { line: number; problems: LineProblem[] }[];
}

/** Why a file was not read at all. `names`: of columns. */
export interface DecisionsFileRefusal {
  code: 'malformed' | 'missing' | 'too_big' | 'too_many_lines' | 'spreadsheet' | 'not_csv' | 'columns_missing' | 'columns_unknown' | 'columns_twice' | 'empty';
  limit: number | null;
  names: string[];
}
