import * as z from 'zod/mini';
import { ageBands } from '@isegoria/identity/contracts';
import { csvCells } from './csv-cells';

/** The genders that a census tells apart. Who is of another is counted, and weighs by age and district alone. */
export const censusGenders = ['female', 'male'] as const;
export type CensusGender = (typeof censusGenders)[number];

/** Who lives in the city, as a source of a certain day says it. */
export interface PopulationShares {
  /** Who counted, and where it is written: a person must be able to look it up. */
  source: string;
  /** The day that the figures stand for, as 2021-10-22. */
  asOf: string;
  /** People of fifteen and above, by age band and gender. */
  ages: { ageBand: string; gender: string; people: number }[];
  /** People by district, all that live there. */
  districts: { districtId: string; people: number }[];
}

const people = z.int().check(z.gte(0), z.lte(100_000_000));
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A table that can be weighed by: every band of both genders once, at least one district, and somebody living there. */
export const populationForm = z.object({
  source: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  asOf: z.string().check(z.minLength(1), z.refine(isDay)),
  ages: z
    .array(z.object({ ageBand: z.enum(ageBands), gender: z.enum(censusGenders), people }))
    .check(z.refine((rows) => rows.length === 10 && isOnce(rows.map(({ ageBand, gender }) => `${ageBand} ${gender}`))), z.refine((rows) => total(rows) > 0)),
  districts: z
    .array(z.object({ districtId: z.string().check(z.minLength(1), z.maxLength(60)), people }))
    .check(z.refine((rows) => rows.length > 0 && isOnce(rows.map(({ districtId }) => districtId))), z.refine((rows) => total(rows) > 0)),
});

export const total = (rows: readonly { people: number }[]): number => rows.reduce((sum, row) => sum + row.people, 0);

const isOnce = (keys: string[]): boolean => new Set(keys).size === keys.length;

/** The table as lines of a CSV file, without its header. */
export function populationRows({ source, asOf, ages, districts }: PopulationShares): (string | number | null)[][] {
  return [
    ['source', source, null, null],
    ['as_of', asOf, null, null],
    ...ages.map(({ ageBand, gender, people }) => ['age', ageBand, gender, people]),
    ...districts.map(({ districtId, people }) => ['district', districtId, null, people]),
  ];
}

export const populationHeader = ['kind', 'group', 'gender', 'people'];

/** What stands in such a file, or which of its rows (counted from 1, empty ones passed over) cannot be read. Whether it is a whole table is the form's to say. */
export function readPopulation(csv: string): PopulationShares | { line: number } {
  const table: PopulationShares = { source: '', asOf: '', ages: [], districts: [] };
  for (const [at, row] of csvCells(csv).entries()) {
    const [kind = '', group = '', gender = '', count = ''] = row.map((cell) => cell.trim());
    if (at === 0 && kind === 'kind') continue;
    if (kind === 'source') table.source = group.replace(/^'(?=[=+\-@])/, '');
    else if (kind === 'as_of') table.asOf = group;
    else if ((kind === 'age' || kind === 'district') && /^\d{1,9}$/.test(count)) {
      if (kind === 'age') table.ages.push({ ageBand: group, gender, people: Number(count) });
      else table.districts.push({ districtId: group, people: Number(count) });
    } else return { line: at + 1 };
  }
  return table;
}
