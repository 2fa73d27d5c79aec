import type { Points } from './k-means';

/** The distance of each pair of points, in a square of floats: points, not people, so a few megabytes at most. */
export function distancesOf({ x, y }: Pick<Points, 'x' | 'y'>): Float32Array {
  const count = x.length;
  const distances = new Float32Array(count * count);
  for (let one = 0; one < count; one++) {
    for (let other = 0; other < one; other++) {
      const [dx, dy] = [(x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0)];
      const distance = Math.sqrt(dx * dx + dy * dy);
      distances[one * count + other] = distance;
      distances[other * count + one] = distance;
    }
  }
  return distances;
}

/**
 * Rousseeuw's silhouette, the mean over all people of (b - a) / max(a, b): a is how far one's own group is on average, b how far the
 * nearest other one. From -1 to 1. People on one point are at distance 0 of each other; who is alone in a group counts as 0.
 */
export function silhouette(distances: Float32Array, weight: Float64Array, labels: Uint16Array, groups: number): number {
  const count = weight.length;
  const sizes = new Float64Array(groups);
  for (let point = 0; point < count; point++) sizes[labels[point] ?? 0] = (sizes[labels[point] ?? 0] ?? 0) + (weight[point] ?? 0);
  const sums = new Float64Array(groups);
  let [total, people] = [0, 0];
  for (let point = 0; point < count; point++) {
    sums.fill(0);
    const row = point * count;
    for (let other = 0; other < count; other++) {
      const label = labels[other] ?? 0;
      sums[label] = (sums[label] ?? 0) + (weight[other] ?? 0) * (distances[row + other] ?? 0);
    }
    total += (weight[point] ?? 0) * ofOne(sums, sizes, labels[point] ?? 0);
    people += weight[point] ?? 0;
  }
  return people > 0 ? total / people : 0;
}

function ofOne(sums: Float64Array, sizes: Float64Array, own: number): number {
  const size = sizes[own] ?? 0;
  if (size <= 1) return 0;
  const within = (sums[own] ?? 0) / (size - 1);
  let beside = Infinity;
  for (let group = 0; group < sums.length; group++) {
    if (group !== own && (sizes[group] ?? 0) > 0) beside = Math.min(beside, (sums[group] ?? 0) / (sizes[group] ?? 1));
  }
  return beside === Infinity ? 0 : (beside - within) / (Math.max(beside, within) || 1);
}
