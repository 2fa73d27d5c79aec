/**
 * How long citizens wait for an answer, with those who still wait counted too. A median of the answered ones alone would be too short:
 * the slowest are still to come. So the share that still waits after so many days is estimated by Kaplan and Meier (Nonparametric
 * Estimation from Incomplete Observations, JASA 53, 1958), with Greenwood's variance; the median's interval is all days at which the share's own 95 %
 * interval, on the scale log(−log), holds one half (Brookmeyer and Crowley, A Confidence Interval for the Median Survival Time, Biometrics 38, 1982). Pure.
 */

const Z95 = 1.959963984540054;

/** How long one proposal waited, in days, and whether it was answered then; if not, it waits still. */
export interface Wait {
  days: number;
  isAnswered: boolean;
}

/** Days; null: not reached, for too many still wait. */
export interface MedianWait {
  median: number | null;
  low: number | null;
  high: number | null;
}

export function medianWait(waits: readonly Wait[]): MedianWait {
  const steps = [...new Set(waits.filter(({ isAnswered }) => isAnswered).map(({ days }) => days))].sort((a, b) => a - b);
  let waiting = 1;
  let greenwood = 0;
  const found: MedianWait = { median: null, low: null, high: null };
  for (const day of steps) {
    const atRisk = waits.filter(({ days }) => days >= day).length;
    const answered = waits.filter(({ days, isAnswered }) => isAnswered && days === day).length;
    waiting *= 1 - answered / atRisk;
    greenwood += atRisk > answered ? answered / (atRisk * (atRisk - answered)) : 0;
    const [lowest, highest] = intervalOf(waiting, greenwood);
    if (waiting <= 0.5) found.median ??= day;
    if (lowest <= 0.5) found.low ??= day;
    if (highest <= 0.5) found.high ??= day;
  }
  return found;
}

/** The 95 % interval of a share that still waits. When nobody does there is nothing to be unsure of. */
function intervalOf(share: number, greenwood: number): [number, number] {
  if (share <= 0 || share >= 1) return [share, share];
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
  return [share ** Math.exp(half), share ** Math.exp(-half)];
}
