/** Points of the plane with how many people stand on each. */
export interface Points {
  x: Float64Array;
  y: Float64Array;
  weight: Float64Array;
}

/** Points parted by their nearest centre. `spread`: the weighted sum of squared distances, which k-means makes small. */
export interface Parting {
  centres: { x: number; y: number }[];
  labels: Uint16Array;
  spread: number;
}

type Centre = Parting['centres'][number];

/** Lloyd's rounds from given centres until nobody changes sides. A centre that everybody left goes to the loneliest point. */
export function settle(points: Points, start: Centre[], rounds = 60): Parting {
  let centres = start.map((centre) => ({ ...centre }));
  const labels = new Uint16Array(points.x.length);
  const nearest = new Float64Array(points.x.length);
  for (let round = 0; round < rounds; round++) {
    const moved = assign(points, centres, labels, nearest);
    if (moved === 0 && round > 0) break;
    centres = middles(points, labels, nearest, centres);
  }
  assign(points, centres, labels, nearest);
  return { centres, labels, spread: nearest.reduce((sum, square, at) => sum + square * (points.weight[at] ?? 0), 0) };
}

/** The number of each point's nearest centre. */
export function nearestOf(points: Points, centres: Centre[]): Uint16Array {
  const labels = new Uint16Array(points.x.length);
  assign(points, centres, labels, new Float64Array(labels.length));
  return labels;
}

/** First centres far from each other, by chance in proportion to the squared distance (k-means++). */
export function strewnCentres({ x, y, weight }: Points, count: number, chance: () => number): Centre[] {
  const square = Float64Array.from(weight);
  const centres: Centre[] = [];
  while (centres.length < count) {
    const at = drawn(square, chance);
    const centre = { x: x[at] ?? 0, y: y[at] ?? 0 };
    centres.push(centre);
    for (let point = 0; point < square.length; point++) {
      const distance = (weight[point] ?? 0) * (((x[point] ?? 0) - centre.x) ** 2 + ((y[point] ?? 0) - centre.y) ** 2);
      if (centres.length === 1 || distance < (square[point] ?? 0)) square[point] = distance;
    }
  }
  return centres;
}

/** A number by chance, in proportion to the weights; the last one where all weigh nothing. */
export function drawn(weights: ArrayLike<number>, chance: () => number): number {
  let total = 0;
  for (let at = 0; at < weights.length; at++) total += weights[at] ?? 0;
  let left = chance() * total;
  for (let at = 0; at < weights.length; at++) {
    left -= weights[at] ?? 0;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

function assign({ x, y }: Points, centres: Centre[], labels: Uint16Array, nearest: Float64Array): number {
  const count = centres.length;
  const [cx, cy] = [Float64Array.from(centres, (centre) => centre.x), Float64Array.from(centres, (centre) => centre.y)];
  let moved = 0;
  for (let point = 0; point < labels.length; point++) {
    const [px, py] = [x[point] ?? 0, y[point] ?? 0];
    let [best, square] = [0, Infinity];
    for (let centre = 0; centre < count; centre++) {
      const [dx, dy] = [px - (cx[centre] ?? 0), py - (cy[centre] ?? 0)];
      const distance = dx * dx + dy * dy;
      if (distance < square) [best, square] = [centre, distance];
    }
    if (labels[point] !== best) moved += 1;
    labels[point] = best;
    nearest[point] = square;
  }
  return moved;
}

function middles({ x, y, weight }: Points, labels: Uint16Array, nearest: Float64Array, centres: Centre[]): Centre[] {
  const sums = centres.map(() => ({ x: 0, y: 0, weight: 0 }));
  for (let point = 0; point < labels.length; point++) {
    const sum = sums[labels[point] ?? 0];
    const heavy = weight[point] ?? 0;
    if (!sum) continue;
    sum.x += (x[point] ?? 0) * heavy;
    sum.y += (y[point] ?? 0) * heavy;
    sum.weight += heavy;
  }
  return sums.map((sum) => (sum.weight > 0 ? { x: sum.x / sum.weight, y: sum.y / sum.weight } : loneliest(x, y, nearest)));
}

function loneliest(x: Float64Array, y: Float64Array, nearest: Float64Array): Centre {
  const far = nearest.reduce((best, square, at) => (square > (nearest[best] ?? 0) ? at : best), 0);
  nearest[far] = 0;
  return { x: x[far] ?? 0, y: y[far] ?? 0 };
}
