import { describe, expect, it } from 'vitest';
import { framePage, missingPage, standing, type Shown } from './widgets.page';

const shown = (more: Partial<Shown> = {}): Shown => ({
  kind: { el: 'Πρόταση', en: 'Proposal' },
  title: '</h1><script>alert(1)</script> "Σκιά" & βρύσες',
  titleLang: 'el"><img src=x onerror=alert(1)>',
  act: { el: 'Στήριξέ την', en: 'Support it' },
  path: '/proposals/x?support=1',
  count: 1208,
  countWords: (count) => (count === 1 ? { el: 'στηρίζει', en: 'supports' } : { el: 'στηρίζουν', en: 'support' }),
  headline: null,
  bars: [{ label: { el: 'Δίκαιη', en: 'Fair' }, percents: [12, 16, 19, 31, 22], answered: 1208 }],
  ...more,
});
const options = { locale: 'el' as const, platform: 'https://city.example', host: new URL('https://www.dimos.example/nea?a="b'), state: '/embed/proposals/x/state', nonce: 'n' };

describe('the page in a widget’s frame', () => {
  it('is ready to be read, in the reader’s numbers and words', () => {
    const page = framePage(shown(), options);
    expect(page).toContain('<b data-text="count">1.208</b> <span data-text="words">στηρίζουν</span>');
    expect(page).toContain('<rect x="28" width="19" height="12"/>');
    expect(framePage(shown({ count: 1 }), { ...options, locale: 'en' })).toContain('<b data-text="count">1</b> <span data-text="words">supports</span>');
  });

  it('writes hostile text as text', () => {
    const page = framePage(shown(), options);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('leads to the platform in a window of its own, with the way back', () => {
    const page = framePage(shown(), options);
    expect(page).toContain('href="https://city.example/proposals/x?support=1&amp;return=https%3A%2F%2Fwww.dimos.example%2Fnea%3Fa%3D%2522b" target="_blank" rel="noopener"');
    expect(page).toContain('data-host="https://www.dimos.example"');
    expect(framePage(shown({ path: '/decisions/x' }), { ...options, host: null })).toContain('href="https://city.example/decisions/x"');
  });

  it('says so where there is nothing any more, and asks no further', () => {
    expect(missingPage(options)).toContain('data-state=""');
  });

  it('tells its figures in words', () => {
    expect(standing(shown(), 'en')).toEqual({
      texts: { count: '1,208', words: 'support', bar0: '53 % favourable', spoken0: 'Not at all 12 %, A little 16 %, Somewhat 19 %, Rather 31 %, Very much 22 %' },
      bars: [[12, 16, 19, 31, 22]],
    });
  });
});
