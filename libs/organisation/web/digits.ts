/** The number that a person typed, with dots, commas or spaces between its thousands; NaN where it is none, or a decimal: «7,5» is not 75. */
export function digits(text: string): number {
  const typed = text.trim();
  if (!/^\d{1,12}$|^\d{1,3}([.,\s])\d{3}(\1\d{3}){0,2}$/.test(typed)) return Number.NaN;
  return Number(typed.replace(/\D/g, ''));
}
