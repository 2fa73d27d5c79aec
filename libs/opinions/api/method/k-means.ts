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

/** From how many centres on it is quicker to look at the near ones only. */
const many = 16;

/** Gives each point the nearest centre, of equally near ones the first. Answers how many changed sides. */
function assign(points: Points, centres: Centre[], labels: Uint16Array, nearest: Float64Array): number {
  return centres.length < many ? assignByAll(points, centres, labels, nearest) : assignByNear(points, centres, labels, nearest);
}

/** Much of a map's time is spent here and below: nothing is made in the loops. */
function assignByAll({ x, y }: Points, centres: Centre[], labels: Uint16Array, nearest: Float64Array): number {
  const [cx, cy] = [Float64Array.from(centres, (centre) => centre.x), Float64Array.from(centres, (centre) => centre.y)];
  let moved = 0;
  for (let point = 0; point < labels.length; point++) {
    const px = x[point] ?? 0;
    const py = y[point] ?? 0;
    let best = 0;
    let square = Infinity;
    for (let at = 0; at < cx.length; at++) {
      const dx = px - (cx[at] ?? 0);
      const dy = py - (cy[at] ?? 0);
      const distance = dx * dx + dy * dy;
      if (distance < square) {
        best = at;
        square = distance;
      }
    }
    if (labels[point] !== best) moved += 1;
    labels[point] = best;
    nearest[point] = square;
  }
  return moved;
}

/** The same from centres in the order of x: from each point's own x outwards, until what is left is farther along x alone than the best is. */
function assignByNear({ x, y }: Points, centres: Centre[], labels: Uint16Array, nearest: Float64Array): number {
  const order = Uint16Array.from(centres.keys()).sort((one, other) => (centres[one]?.x ?? 0) - (centres[other]?.x ?? 0));
  const cx = Float64Array.from(order, (at) => centres[at]?.x ?? 0);
  const cy = Float64Array.from(order, (at) => centres[at]?.y ?? 0);
  let moved = 0;
  for (let point = 0; point < labels.length; point++) {
    const px = x[point] ?? 0;
    const py = y[point] ?? 0;
    let right = firstFrom(cx, px);
    let left = right - 1;
    let best = 0;
    let square = Infinity;
    while (left >= 0 || right < cx.length) {
      const toLeft = left < 0 ? Infinity : px - (cx[left] ?? 0);
      const toRight = right === cx.length ? Infinity : (cx[right] ?? 0) - px;
      const dx = Math.min(toLeft, toRight);
      if (dx * dx > square) break;
      const place = toLeft < toRight ? left-- : right++;
      const at = order[place] ?? 0;
      const dy = py - (cy[place] ?? 0);
      const distance = dx * dx + dy * dy;
      if (distance < square || (distance === square && at < best)) {
        best = at;
        square = distance;
      }
    }
    if (labels[point] !== best) moved += 1;
    labels[point] = best;
    nearest[point] = square;
  }
  return moved;
}

/** The place of the first number that is not below `from`, in numbers that rise. */
function firstFrom(rising: Float64Array, from: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
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
