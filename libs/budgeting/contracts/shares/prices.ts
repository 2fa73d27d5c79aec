import { type CourseState, EPS, GONE } from './course-state';

/** What a project costs those who want it: bounds that are proved, found by going over its supporters. */

/** Finds a project's lower bound anew, climbing from the one that is known: whoever has less than the price pays all, and the others the rest. */
export function look(course: CourseState, p: number, round: number): void {
  const { from, group, point, weight, cost } = course.prepared;
  const { money, slope, doubt, slopeDoubt } = course;
  const first = from[p] ?? 0;
  const end = from[p + 1] ?? 0;
  const asked = cost[p] ?? 0;
  course.seen[p] = round;
  for (let price = course.low[p] ?? 0; ; ) {
    let [poor, poorDoubt, poorSlope, rich, least] = [0, 0, 0, 0, Infinity];
    for (let at = first; at < end; at += 1) {
      const g = group[at] as number;
      const has = money[g] as number;
      if (has === 0) continue;
      const points = point[at] as number;
      const voters = weight[g] as number;
      if (has < price * points) {
        poor += voters * has;
        poorDoubt += voters * (doubt[g] as number);
        poorSlope += voters * ((slope[g] as number) + (slopeDoubt[g] as number));
      } else {
        rich += voters * points;
        if (has - (doubt[g] as number) < least * points) least = (has - (doubt[g] as number)) / points;
      }
    }
    const unsure = poorDoubt * (1 + 1e-9) + poor * (end - first + 4) * EPS;
    if (rich === 0) {
      course.plain[p] = 0;
      if (poor + unsure < asked) dismiss(course, p, asked - poor - unsure, poorSlope * (1 + 1e-9));
      return;
    }
    const found = (asked - poor) / rich;
    if (found > price * (1 + 16 * EPS)) {
      price = found;
      continue;
    }
    course.plain[p] = poor === 0 && least > found * (1 + 8 * EPS) ? rich : 0;
    const low = ((asked - poor - unsure) / rich) * (1 - 4 * EPS);
    course.spread[p] = (2.5 * unsure) / rich + found * (end - first + 16) * 2 * EPS;
    if (low >= (course.low[p] ?? 0)) {
      course.low[p] = low;
      course.fall[p] = (poorSlope / rich) * (1 + 1e-9);
    }
    return;
  }
}

/** A project that its supporters can no longer pay; with larger shares they might. */
function dismiss(course: CourseState, p: number, missing: number, slope: number): void {
  course.fate[p] = GONE;
  if (course.isTracked) course.limit(missing / slope);
}

/** An upper bound of a project's price; also how the price falls as the first share rises. Infinity where none is certain. */
export function bound(course: CourseState, p: number): number {
  const { cost } = course.prepared;
  const low = course.low[p] ?? 0;
  const asked = cost[p] ?? 0;
  for (let [step, tries] = [course.spread[p] ?? 0, 0]; tries < 5; step *= 8, tries += 1) {
    const price = low + step;
    if (paysAt(course, p, price) >= asked) return price;
  }
  return Infinity;
}

/** What comes together at a price, at the very least. */
export function paysAt(course: CourseState, p: number, price: number): number {
  const { from, group, point, weight } = course.prepared;
  const { money, slope, doubt, slopeDoubt } = course;
  let [poor, poorSlope, poorSlopeDoubt, rich] = [0, 0, 0, 0];
  for (let at = from[p] as number; at < (from[p + 1] as number); at += 1) {
    const g = group[at] as number;
    const has = money[g] as number;
    if (has === 0) continue;
    const points = point[at] as number;
    const voters = weight[g] as number;
    const sure = has - (doubt[g] as number);
    if (sure < price * points) {
      poor += sure > 0 ? voters * sure : 0;
      poorSlope += voters * (slope[g] as number);
      poorSlopeDoubt += voters * (slopeDoubt[g] as number);
    } else rich += voters * points;
  }
  const terms = (from[p + 1] as number) - (from[p] as number) + 4;
  course.drop = rich > 0 ? poorSlope / rich : 0;
  course.dropDoubt = rich > 0 ? (poorSlopeDoubt + terms * EPS * poorSlope) / rich : 0;
  return (poor + rich * price) * (1 - terms * EPS);
}
