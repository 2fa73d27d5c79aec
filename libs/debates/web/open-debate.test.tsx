import { el } from '@isegoria/debates/contracts';
import { el as processes } from '@isegoria/processes/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aCity, debate, opened, words } from './a-debate.builders';
import OpenDebate from './open-debate';

const show = (items: object[]) => {
  const city = aCity({ Debates: () => ({ debates: { items, next: null, total: items.length } }) });
  const { container } = render(<Stage words={{ ...words, processes }} answer={city.answer}><OpenDebate /></Stage>);
  return { city, container };
};

describe('the home page', () => {
  it('shows the open debate where something was said last, how it stands, and the way in', async () => {
    const { city } = show([opened]);
    expect((await screen.findByRole('link', { name: el.home.act })).getAttribute('href')).toBe(`/debates/${debate.id}`);
    expect(screen.getByText(debate.title).lang).toBe('el');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['12 επιχειρήματα', expect.stringContaining('κλείνει')]);
    expect(city.sent('Debates')).toEqual([{ filter: { stage: 'open' }, sort: 'DISCUSSED', first: 1, after: null }]);
  });

  it('says no figures of one where nobody has spoken yet', async () => {
    show([{ ...opened, people: 0, argumentsFor: 0, argumentsAgainst: 0 }]);
    await screen.findByRole('link');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('shows nothing where none is open', async () => {
    const { city, container } = show([]);
    await waitFor(() => expect(city.sent('Debates')).toHaveLength(1));
    await waitFor(() => expect(container.textContent).toBe(''));
  });
});
