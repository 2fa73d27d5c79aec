/**
 * Money as whole numbers. A file may write 12.50 or 400000.0; inside, an amount is a count of the smallest unit that the election
 * needs (`10 ** -decimals` of its currency), which a double holds exactly up to 2^53. Nothing is ever rounded.
 */

/** What an amount in a file says: `digits / 10 ** decimals`. */
export interface Decimal {
  digits: bigint;
  decimals: number;
}

/** Reads "12", "12.50", "12,5" or "-3"; null for anything else, also for "1e6" and "1.000,50". Trailing zeros after the point are dropped. */
export function readDecimal(text: string): Decimal | null {
  const parts = /^([+-]?)(\d+)(?:[.,](\d*))?$/.exec(text.trim());
  if (!parts) return null;
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  const digits = BigInt(`${parts[2]}${fraction}`);
  return { digits: parts[1] === '-' ? -digits : digits, decimals: fraction.length };
}

/** The amount in units of `10 ** -decimals`, or null when a double cannot hold it exactly. */
export function unitsOf({ digits, decimals }: Decimal, wanted: number): number | null {
  if (decimals > wanted) return null;
  const units = digits * 10n ** BigInt(wanted - decimals);
  return units <= BigInt(Number.MAX_SAFE_INTEGER) && units >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(units) : null;
}

/** Units back as a plain decimal, "12.5" for 1250 with two decimals: how a file and a terminal show them. */
export function plainAmount(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${units < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
