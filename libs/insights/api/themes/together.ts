/** How much two words come together in the same texts, more than chance would have it. Pure. */

/** In how many texts the one stands, the other, both, and how many texts there are. */
export interface Together {
  one: number;
  other: number;
  both: number;
  texts: number;
}

/**
 * Normalised pointwise mutual information: ln(p(a,b) / p(a)p(b)) / −ln p(a,b). −1: never together; 0: as chance has it; 1: never apart.
 * G. Bouma, Normalized (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009.
 */
export function npmi({ one, other, both, texts }: Together): number {
  if (both === 0) return -1;
  if (both === texts) return 1;
  return Math.log((both * texts) / (one * other)) / -Math.log(both / texts);
}

/**
 * The log-likelihood ratio G² of the two words' table of four counts against independence; above 10.83 chance alone would do it less than
 * once in a thousand. It guards the measure above, which is high for any two rare words. T. Dunning, Accurate Methods for the Statistics
 * of Surprise and Coincidence, Computational Linguistics 19(1), 1993.
 */
export function logLikelihood({ one, other, both, texts }: Together): number {
  const cells = [
    { seen: both, expected: (one * other) / texts },
    { seen: one - both, expected: (one * (texts - other)) / texts },
    { seen: other - both, expected: ((texts - one) * other) / texts },
    { seen: texts - one - other + both, expected: ((texts - one) * (texts - other)) / texts },
  ];
  return 2 * cells.reduce((sum, { seen, expected }) => sum + (seen > 0 ? seen * Math.log(seen / expected) : 0), 0);
}
