import { type CourseState, EPS, WAITING } from './course-state';
import { look } from './prices';

/** How far the others are from being cheaper, as the first share rises. */
export function watchOthers(course: CourseState, taken: number, round: number): void {
  const { factor, projects } = course.prepared;
  const high = course.high / (factor[taken] ?? 1);
  const { drop, dropDoubt } = course;
  const certain = Math.max(0, drop - dropDoubt) / (factor[taken] ?? 1);
  const isPlain = (course.plain[taken] ?? 0) > 0;
  for (let p = 0; p < projects; p += 1) {
    if (p === taken || course.fate[p] !== WAITING) continue;
    if (lead(course, p, high, certain) < course.reach && course.seen[p] !== round) look(course, p, round);
    const isSettled = isPlain && (course.plain[p] ?? 0) > 0 && course.seen[p] === round;
    if (course.fate[p] === WAITING && !isSettled) course.limit(Math.max(0, lead(course, p, high, certain)));
  }
}

function lead(course: CourseState, p: number, high: number, certain: number): number {
  const factor = course.prepared.factor[p] ?? 1;
  const closing = ((course.fall[p] ?? 0) / factor) * (1 + 1e-12) - certain;
  const gap = ((course.low[p] ?? 0) / factor) * (1 - 4 * EPS) - high;
  return closing > 0 ? gap / closing : gap >= 0 ? Infinity : 0;
}
