import type { Localized } from './index';

/** What a column of public data may hold. `dateTime` is ISO 8601 with zone, `uri` an address. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'dateTime' | 'uri';

/**
 * One column of a public dataset, in the words of its slice's contracts. `from` names the field of the SDL that it comes from
 * (`Proposal.answer.cost`, `Process.title.el`): its type, whether it may be empty and the values of an enum are read there.
 * What no type of the SDL has says its type itself.
 */
export type DatasetField = {
  name: string;
  title: Localized;
  says: Localized;
  /** Said where it is otherwise than in the contracts, or where they do not say. */
  isRequired?: boolean;
} & ({ from: string } | { type: FieldType });

/** A cell of public data. */
export type DataCell = string | number | boolean | Date | null;

/** A row of public data by the names of its fields. */
export type DataRow = Record<string, DataCell>;

/** The row that a list of fields asks for: each of its names, and no other. */
export type RowOf<Fields extends readonly DatasetField[]> = Record<Fields[number]['name'], DataCell>;
