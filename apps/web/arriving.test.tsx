import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** As the server writes them (`apps/api/arriving.ts`). */
const written = '<div class="arriving"><main class="arriving-words"><a class="arriving-up" href="/proposals">Προτάσεις</a><h1 lang="en">Shade</h1><p lang="en">Trees.</p></main></div>';

/** The words are read once, when the page's first script runs. */
async function shown(html: string, path = 'default') {
  document.body.innerHTML = html;
  vi.resetModules();
  const { ArrivingWords } = await import('./arriving');
  render(<MemoryRouter initialEntries={[{ pathname: '/', key: path }]}><ArrivingWords className="here" /></MemoryRouter>);
}
afterEach(() => void (document.body.innerHTML = ''));

describe('the first words of the first page', () => {
  it('are taken over from the HTML, in their language', async () => {
    await shown(written);
    expect(screen.getAllByText('Shade').map(({ tagName, lang }) => [tagName, lang])).toContainEqual(['P', 'en']);
    expect(screen.getAllByRole('link', { name: 'Προτάσεις' }).at(-1)?.className).toBe('arriving-up');
  });

  it('are not there on the pages after it, nor where the server wrote none or those of the home page', async () => {
    await shown(written, 'another');
    expect(document.querySelector('.here')).toBeNull();
    await shown('');
    expect(document.querySelector('.here')).toBeNull();
    await shown(written.replace('arriving-words"', 'arriving-words" data-frame="band"'));
    expect(document.querySelector('.here')).toBeNull();
  });
});
