import { describe, expect, it } from 'vitest';
import { centsTyped, eurosTyped } from './euros';

describe('an official who types an amount', () => {
  it('may write it as people do', () => {
    expect(['12500', '12.500', '12.500,5', '1.250.000 €', '0,05'].map(centsTyped)).toEqual([1_250_000, 1_250_000, 1_250_050, 125_000_000, 5]);
  });

  it('is asked again where it could mean two things', () => {
    expect(['12.5', '1,234', '-5', '', 'πέντε', '1e6'].map(centsTyped)).toEqual([null, null, null, null, null, null]);
  });

  it('finds it as it was typed', () => {
    expect([125_000, 1_250_050, 5].map((cents) => centsTyped(eurosTyped(cents)))).toEqual([125_000, 1_250_050, 5]);
  });
});
