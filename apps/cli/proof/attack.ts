import type { TestCity } from '@isegoria/kernel/api';
import { attacked, type Crowd, deduced, type Group, type Publication, sum, sumsOf, type WhoAnswered } from '@isegoria/statistics/contracts';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';

interface Stored {
  _id: string;
  told: WhoAnswered | null;
  smallest: number | null;
  cells: (Group & { people: number; weight: number | null })[] | null;
}

/** What somebody found out who has every published table and knows who is in which group. */
export interface AttackReport {
  publications: number;
  tables: number;
  rows: number;
  found: string[];
}

/** Attacks every table of who answered that stands in the city, as the pages give it away: all tables of one publication together, with its weights. */
export async function attackAll(city: TestCity): Promise<AttackReport> {
  const report: AttackReport = { publications: 0, tables: 0, rows: 0, found: [] };
  for await (const stored of city.get<Connection>(getConnectionToken()).collection<Stored>('breakdowns').find({ told: { $ne: null } })) {
    const found = attackOne(stored);
    report.publications += 1;
    report.tables += stored.told?.tables.length ?? 0;
    report.rows += sum((stored.told?.tables ?? []).map(({ rows }) => rows.length));
    report.found.push(...found.map((what) => `${stored._id}: ${what}`));
  }
  return report;
}

/** Every small group that follows from one publication, and every row or opinion of fewer people than may be told of. */
export function attackOne({ told, cells, smallest }: Pick<Stored, 'told' | 'cells' | 'smallest'>): string[] {
  const [crowds, least]: [Crowd[], number] = [cells ?? [], smallest ?? 0];
  const tables = told?.tables ?? [];
  const publication: Publication = {
    partitions: tables.map(({ dimension, rows }) => ({ dimension, blocks: rows.map(({ values, people, isRest }) => ({ values, people, isRest })) })),
    weights: told?.weighed ? Object.fromEntries((cells ?? []).map(({ weight, ageBand, gender, districtId }) => [[ageBand ?? '', gender ?? '', districtId ?? ''].join('|'), weight ?? 0])) : null,
  };
  const few = tables.flatMap(({ dimension, rows }) => rows.filter(({ people, opinions }) => people < least || opinions.some(({ answered }) => answered < least)).map(({ values }) => `${dimension} ${values.join('+')} is told of too few`));
  return [...few, ...deduced(crowds, [publication], least), ...attacked(crowds, sumsOf(publication, crowds), least).map(({ who, people }) => `${who}: ${people}`)];
}
