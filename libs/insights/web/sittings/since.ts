import type { SittingMeasure, SittingSection } from './documents';

/** By how much a measure moved since the sitting began; null where it was not there then. */
export function change({ value, atOpening }: Pick<SittingMeasure, 'value' | 'atOpening'>): number | null {
  return atOpening === null ? null : value - atOpening;
}

/** By how much the measures of an item moved since the sitting began, all together. */
export function grownIn({ parts }: { parts: readonly { measures: readonly Pick<SittingMeasure, 'value' | 'atOpening'>[] }[] } | SittingSection): number {
  return parts.flatMap(({ measures }) => measures.map(change)).reduce<number>((sum, moved) => sum + (moved ?? 0), 0);
}
