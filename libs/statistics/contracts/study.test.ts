import { describe, expect, it } from 'vitest';
import { study } from './study';

describe('a page about a city whose opinions are known', () => {
  it('holds what is true of everybody, though those who answered are not like the city', () => {
    const { pages, rawPages, runs } = study(20, 5000, 1500, 'traits');
    expect(pages).toBeGreaterThanOrEqual(0.93 * runs - 1);
    expect(rawPages).toBeLessThan(runs / 2);
  });

  it('does not where people answer because of what they think, as the method page says', () => {
    const { pages, runs } = study(20, 5000, 1500, 'opinion');
    expect(pages).toBeLessThan(runs / 2);
  });
});
