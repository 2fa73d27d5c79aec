import { describe, expect, it } from 'vitest';
import { euros } from './answer-form';

describe('what an official writes as the cost', () => {
  it.each([['', null], ['42000', 42_000], ['42.000', 42_000], ['42,000', 42_000], ['1.200.000 €', 1_200_000]])('%j is %j euros', (written, sum) => {
    expect(euros(written)).toBe(sum);
  });

  it.each(['1200.50', '12,5', 'περίπου 100', '-3', '1.2.3'])('%j is asked for again, never read as another sum', (written) => {
    expect(euros(written)).toBeUndefined();
  });
});
