import { describe, expect, it } from 'vitest';
import { digits } from './digits';

describe('an administrator who types a number', () => {
  it('may set its thousands apart', () => {
    expect(['75', ' 7 ', '12500', '12.500', '12,500', '12 500', '1.250.000'].map(digits)).toEqual([75, 7, 12_500, 12_500, 12_500, 12_500, 1_250_000]);
  });

  it('is asked again where it is no whole number', () => {
    expect(['7,5', '7.5', '12.50', '1.2500', '1.250,000', '12.500,5', '-5', '', 'πέντε', '1e6'].filter((text) => !Number.isNaN(digits(text)))).toEqual([]);
  });
});
