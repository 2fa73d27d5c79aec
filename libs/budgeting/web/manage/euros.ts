/** Cents of what somebody typed as euros: 12500, 12.500, 12.500,50 or 12500,5. Null where it is no amount. */
export function centsTyped(text: string): number | null {
  const typed = text.replace(/[\s€]/g, '');
  const parts = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(typed);
  if (!parts) return null;
  return Number((parts[1] ?? '').replaceAll('.', '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}

/** The same back, to be typed over. */
export const eurosTyped = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`);
