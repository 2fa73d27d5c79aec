/** The number that a person typed, with the dots, commas or spaces of their language between the thousands; NaN where it is none. */
export function digits(text: string): number {
  const bare = text.replace(/[\s.,]/g, '');
  return /^\d{1,12}$/.test(bare) ? Number(bare) : Number.NaN;
}
