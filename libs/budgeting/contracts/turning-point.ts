/**
 * A number at which the answer is yes while it is no at the number before: both were asked. Steps double from the guess until an answer of each kind is found, and halves
 * close in. The rules are not monotone, so it need not be the least number of all: it is a step at which the fate turns. Null when no yes was found up to the limit.
 */
export function turningPoint(isTurned: (number: number) => boolean, limit: number, guess = 1): number | null {
  const first = Math.min(Math.max(1, guess), limit);
  let [no, yes] = [0, 0];
  if (isTurned(first)) {
    yes = first;
    for (let step = 1; no === 0 && yes > 1; step *= 2) {
      const before = Math.max(0, first - step);
      if (before === 0) break;
      if (isTurned(before)) yes = before;
      else no = before;
    }
  } else {
    no = first;
    for (let step = 1; yes === 0; step *= 2) {
      if (no === limit) return null;
      const next = Math.min(limit, first + step);
      if (isTurned(next)) yes = next;
      else no = next;
    }
  }
  while (yes - no > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (isTurned(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
