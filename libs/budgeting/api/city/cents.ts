/** An amount of an election, which counts in units of `10 ** -decimals`, in cents. */
export const centsOf = (units: number, decimals: number): number => (decimals <= 2 ? units * 10 ** (2 - decimals) : units / 10 ** (decimals - 2));

/** The same of a decimal written as text, without a loss: the point moves. */
export function centsText(text: string, decimals: number): string {
  const move = 2 - decimals;
  if (move === 0) return text;
  const [whole = '0', fraction = ''] = text.split('.');
  if (move < 0) {
    const digits = whole.padStart(1 - move, '0');
    return joined(digits.slice(0, move), `${digits.slice(move)}${fraction}`);
  }
  const padded = fraction.padEnd(move, '0');
  return joined(`${whole}${padded.slice(0, move)}`, padded.slice(move));
}

function joined(whole: string, fraction: string): string {
  const short = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  return rest ? `${short}.${rest}` : short;
}
