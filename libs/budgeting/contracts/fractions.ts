/** Exact comparisons and plain decimals of fractions of whole numbers. */

/** A fraction with a positive denominator. */
export interface Fraction {
  top: bigint;
  bottom: bigint;
}

/** Below zero, zero or above, as a is less than, equal to or more than b. */
export function compared(a: Fraction, b: Fraction): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The fraction as a decimal, cut (never rounded up) after so many places. */
export function decimalOf({ top, bottom }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const scaled = (top * scale) / bottom;
  const fraction = String(scaled % scale).padStart(places, '0').replace(/0+$/, '');
  return `${scaled / scale}${fraction ? `.${fraction}` : ''}`;
}

/** The nearest double, or one of its neighbours: off by at most one part in 2^51. For bounds, never for a decision. */
export function nearDouble({ top, bottom }: Fraction): number {
  const shift = 64 - (bitsOf(top) - bitsOf(bottom));
  const scaled = shift >= 0 ? (top << BigInt(shift)) / bottom : top / (bottom << BigInt(-shift));
  return Number(scaled) * 2 ** -shift;
}

const bitsOf = (value: bigint): number => value.toString(16).length * 4;
