import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { arrivingPage } from './arriving';

const read = (part = {}) => new JSDOM(arrivingPage({ title: 'Σκιά στην πλατεία', lang: 'el', text: 'Δέντρα και πάγκοι.', above: { title: 'Προτάσεις', path: '/proposals' }, frame: 'wide', ...part })).window.document;

describe('the first words of a page', () => {
  it('are its headline, what it is about, and the way up', () => {
    const page = read();
    expect([...page.querySelectorAll('main > *')].map(({ textContent }) => textContent)).toEqual(['Προτάσεις', 'Σκιά στην πλατεία', 'Δέντρα και πάγκοι.']);
    expect(page.querySelector('main > a')?.getAttribute('href')).toBe('/proposals');
    expect(read({ above: null }).querySelector('main > a')).toBeNull();
  });

  it('stay words, whatever somebody wrote', () => {
    const page = read({ title: '</h1><script>alert(1)</script>', text: '<img src=x onerror=alert(1)>', lang: '"><script>' });
    expect(page.querySelector('script, img')).toBeNull();
    expect(page.querySelector('h1')?.textContent).toBe('</h1><script>alert(1)</script>');
    expect(page.querySelector('p')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });
});
