/**
 * For tests: somebody who wants to know what a few people answered, and has every published table. Written by other means than the rule that it attacks:
 * no elimination, but two worlds that differ (whatever differs between worlds of the same tables is not known), and bounds as one draws them by hand.
 */
import { seeded } from '@isegoria/kernel/contracts';
import type { Crowd, Publication } from './disclosure';
import type { Dimension } from './group';

export interface Attack {
  /** `part age|gender|district`, with * for any. */
  who: string;
  people: number;
}

/** Every group of fewer than `smallest` people whose sum is the same in all worlds that have these tables: by any traits, before, since and together. */
export function attacked(crowds: readonly Crowd[], sums: readonly (readonly number[])[], smallest: number): Attack[] {
  const worlds = differences(sums, crowds.length);
  return groupsOf(crowds)
    .filter(({ people }) => people > 0 && people < smallest)
    .filter(({ set }) => worlds.every((world) => Math.abs(set.reduce((sum, at) => sum + (world[at] ?? 0), 0)) < 1e-6))
    .map(({ who, people }) => ({ who, people }));
}

/** Whether one sum follows from others. */
export const follows = (sums: readonly (readonly number[])[], wanted: readonly number[]): boolean =>
  differences(sums, wanted.length).every((world) => Math.abs(world.reduce((sum, value, at) => sum + value * (wanted[at] ?? 0), 0)) < 1e-6);

/** Ways in which two worlds with the same tables may differ: vectors of chance with everything taken out that the tables tell (Gram and Schmidt, twice for the last digits). */
function differences(sums: readonly (readonly number[])[], size: number): number[][] {
  const told: number[][] = [];
  for (const sum of sums) {
    const left = apart(told, apart(told, sum));
    const length = Math.sqrt(dot(left, left));
    if (length > 1e-8) told.push(left.map((value) => value / length));
  }
  const chance = seeded(7);
  return Array.from({ length: 3 }, () => Array.from({ length: size }, () => chance() - 0.5)).map((vector) => apart(told, apart(told, vector)));
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function apart(told: readonly number[][], vector: readonly number[]): number[] {
  return told.reduce<number[]>((left, one) => {
    const part = dot(left, one);
    return left.map((value, at) => value - part * (one[at] ?? 0));
  }, [...vector]);
}

function groupsOf(crowds: readonly Crowd[]): (Attack & { set: number[] })[] {
  const groups = new Map<string, number[]>();
  for (const [at, crowd] of crowds.entries()) {
    for (const part of new Set(['', crowd.part ? `${crowd.part} ` : ''])) {
      for (const age of ['*', crowd.ageBand ?? '']) {
        for (const gender of ['*', crowd.gender ?? '']) {
          for (const district of ['*', crowd.districtId ?? '']) {
            const who = `${part}${age}|${gender}|${district}`;
            groups.set(who, [...(groups.get(who) ?? []), at]);
          }
        }
      }
    }
  }
  return [...groups].map(([who, set]) => ({ who, set, people: set.reduce((sum, at) => sum + (crowds[at]?.people ?? 0), 0) }));
}

/**
 * What follows without knowing who is in which cell: the number of each group from its own table and the total, by drawing the bounds in until they stand. Tells the groups
 * of fewer than `smallest`, and not of nobody, whose number is certain.
 */
export function deduced(crowds: readonly Crowd[], publications: readonly Publication[], smallest: number): string[] {
  const total = crowds.reduce((sum, { people }) => sum + people, 0);
  return publications.flatMap(({ partitions }) => partitions.flatMap(({ dimension, blocks }) => certain(crowds, dimension, blocks, total).filter(({ people }) => people > 0 && people < smallest).map(({ value, people }) => `${dimension} ${value}: ${people}`)));
}

function certain(crowds: readonly Crowd[], dimension: Dimension, blocks: readonly { values: string[]; people: number }[], total: number): { value: string; people: number }[] {
  const values = [...new Set(crowds.map((crowd) => crowd[dimension] ?? ''))];
  const bounds = new Map(values.map((value) => [value, { low: 0, high: total }]));
  const equations = [{ values, people: total }, ...blocks];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { values: own, people } of equations) {
      for (const value of own) {
        const others = own.filter((other) => other !== value).map((other) => bounds.get(other) ?? { low: 0, high: 0 });
        const bound = bounds.get(value);
        if (!bound) continue;
        const low = Math.max(bound.low, people - others.reduce((sum, { high }) => sum + high, 0));
        const high = Math.min(bound.high, people - others.reduce((sum, one) => sum + one.low, 0));
        changed ||= low > bound.low || high < bound.high;
        bounds.set(value, { low, high });
      }
    }
  }
  return [...bounds].filter(([, { low, high }]) => low === high).map(([value, { low }]) => ({ value, people: low }));
}
