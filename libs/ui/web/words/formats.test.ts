import { describe, expect, it, vi } from 'vitest';
import { formatDate, langOf } from './formats';

describe('a day, told briefly', () => {
  const thisYear = new Date().getFullYear();

  it('says no year while it is of this one', () => {
    expect(formatDate('el', `${thisYear}-05-04T12:00:00Z`, 'short')).not.toContain(String(thisYear));
  });

  it('says its year when that has passed, or is to come', () => {
    expect(formatDate('el', '2019-01-04T12:00:00Z', 'short')).toContain('2019');
    expect(formatDate('en', `${thisYear + 1}-01-04T12:00:00Z`, 'short')).toContain(String(thisYear + 1));
  });

  it('goes by the city’s year, not by the machine’s', () => {
    vi.useFakeTimers({ now: new Date('2027-01-01T10:00:00Z') });
    expect(formatDate('en', '2026-12-31T22:30:00Z', 'short')).toBe('1\u00a0Jan');
    expect(formatDate('en', '2026-12-31T21:30:00Z', 'short')).toContain('2026');
    vi.useRealTimers();
  });

  it('keeps the day and its month on one line', () => {
    expect(formatDate('el', '2026-11-26T12:00:00Z', 'weekday')).toBe('Πέμπτη 26\u00a0Νοεμβρίου');
    expect(formatDate('en', '2026-11-26T12:00:00Z')).toBe('26\u00a0November 2026');
  });
});

describe('midnight', () => {
  it('is the beginning of its day in both languages, never its 24th hour', () => {
    const midnight = '2026-06-30T21:00:00Z';
    expect(formatDate('el', midnight, 'time')).toBe('00:00');
    expect(formatDate('el', midnight, 'moment')).toMatch(/^1\u00a0Ιουλίου 2026.* 00:00$/);
    expect(formatDate('en', midnight, 'moment')).toMatch(/00:00$/);
  });
});

describe('the language of a text in both languages', () => {
  it('is said to an English reader of what was written in Greek only, and of nothing else', () => {
    const written = { el: 'Παγκάκια στην πλατεία', en: 'Παγκάκια στην πλατεία' };
    expect(langOf('en', written)).toBe('el');
    expect(langOf('el', written)).toBeUndefined();
    expect(langOf('en', { el: 'Πλατεία', en: 'Square' })).toBeUndefined();
    expect(langOf('en', { el: 'Wi-Fi', en: 'Wi-Fi' })).toBeUndefined();
  });
});
