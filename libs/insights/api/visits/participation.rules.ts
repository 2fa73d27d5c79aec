/** What participation figures say of districts. Pure. */
import { shareOf, smallestGroup } from '@isegoria/statistics/contracts';

export interface DistrictShare {
  people: number | null;
  perThousand: number | null;
  low: number | null;
  high: number | null;
  /** Surely below the city as a whole: even the upper end of its interval is. */
  isSilent: boolean;
}

/**
 * How many of a district's inhabitants took part, per thousand, with Wilson's 95 % interval. Where they are fewer than ten, a district's few writers being known to each other, the number is not told; that
 * they are fewer than the city's share would let expect is told none the less, for the interval of nine says it as well as that of none.
 */
export function districtShare(people: number, inhabitants: number, city: { people: number; inhabitants: number }): DistrictShare {
  const isFew = people < smallestGroup;
  const share = shareOf(Math.min(isFew ? smallestGroup - 1 : people, inhabitants), inhabitants);
  const whole = city.inhabitants > 0 ? city.people / city.inhabitants : 0;
  const isSilent = share !== null && share.high < whole;
  if (isFew || !share) return { people: null, perThousand: null, low: null, high: null, isSilent };
  return { people, perThousand: share.value * 1000, low: share.low * 1000, high: share.high * 1000, isSilent };
}
