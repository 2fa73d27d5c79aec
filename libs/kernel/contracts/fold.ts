/** Lower case, without accents, with one sigma: «ΠΛΑΤΕΊΕΣ» and «πλατείες» become the same. For comparing, never for showing. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().replace(/ς/g, 'σ').normalize('NFC');
}

/** The folded words of a text, in order; letters and digits only. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
