import { deviceOf, originOf, pageKindOf, processOf } from '@isegoria/insights/contracts';
import { describe, expect, it } from 'vitest';
import { smallestGroup } from '@isegoria/statistics/contracts';
import { districtShare } from './participation.rules';

const city = { people: 600, inhabitants: 60_000 };

describe('a district', () => {
  it('is told per thousand inhabitants, with its interval', () => {
    const share = districtShare(100, 10_000, city);
    expect(share).toMatchObject({ people: 100, perThousand: 10, isSilent: false });
    expect(share.low).toBeLessThan(10);
    expect(share.high).toBeGreaterThan(10);
  });

  it('is silent only where even the upper end is below the city', () => {
    expect(districtShare(60, 10_000, city).isSilent).toBe(true);
    expect(districtShare(85, 10_000, city).isSilent, 'chance would do that').toBe(false);
  });

  it('of whom few wrote is not told how many: nine look like none', () => {
    expect(districtShare(smallestGroup - 1, 10_000, city)).toEqual(districtShare(0, 10_000, city));
    expect(districtShare(0, 600, city).isSilent, 'or its silence would tell none from nine').toBe(false);
    expect(districtShare(3, 10_000, city)).toMatchObject({ people: null, perThousand: null, isSilent: true });
    expect(districtShare(3, 300, city)).toMatchObject({ people: null, isSilent: false });
  });
});

describe('a visit', () => {
  it('says of a page only its kind, and of a process which', () => {
    expect(pageKindOf('/')).toBe('home');
    expect(pageKindOf('/proposals/01KX?x=maria@example.org')).toBe('proposals');
    expect(pageKindOf('/maria@example.org')).toBe('other');
    expect(processOf('/processes/harbour')).toBe('harbour');
    expect(processOf('/proposals/harbour')).toBeNull();
  });

  it('says of the window and of the site that one came from only a class', () => {
    expect([360, 800, 1600].map(deviceOf)).toEqual(['phone', 'tablet', 'computer']);
    const from = (referrer: string) => originOf(referrer, 'city.example');
    expect(from('')).toBe('direct');
    expect(from('https://city.example/proposals')).toBe('inside');
    expect(from('https://www.google.gr/search?q=δήμος')).toBe('search');
    expect(from('https://m.facebook.com/')).toBe('social');
    expect(from('https://news.example/x')).toBe('elsewhere');
    expect(from('https://notgoogle.example/')).toBe('elsewhere');
  });
});
