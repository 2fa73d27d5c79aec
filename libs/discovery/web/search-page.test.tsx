import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/discovery/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Failure, Stage } from '@isegoria/ui/web';
import { describe, expect, it, vi } from 'vitest';
import { Component as SearchPage } from './search-page';

const thing = (kind: string, title: string) => ({ kind, id: title, title: { el: title, en: title }, excerpt: { el: 'Δέντρα, γρήγορα.', en: 'Trees.' }, path: `/${kind}/${title}` });
const found = [
  { kind: 'proposal', hasMore: true, things: [thing('proposal', 'Παγκάκια'), thing('proposal', 'Παγκάκι')] },
  { kind: 'project', hasMore: false, things: [thing('project', 'Πάρκο')] },
];

function aPage(path: string, answer: (operation: string, variables: Record<string, unknown>) => unknown) {
  const asked = vi.fn(answer);
  render(<Stage words={{ ui, discovery: el }} path={path} answer={asked}><SearchPage /></Stage>);
  return asked;
}

describe('who looks for something in the city', () => {
  it('types words, and finds everything that holds them under the name and number of its kind', async () => {
    const asked = aPage('/search', () => ({ search: found }));
    await userEvent.type(await screen.findByLabelText(el.search.label), 'παγκάκι{Enter}');
    expect(await screen.findByRole('heading', { level: 2, name: 'Προτάσεις (2+)' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Έργα (1)' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('Προτάσεις: 2+, Έργα: 1');
    expect(screen.getByRole('link', { name: 'Πάρκο' }).getAttribute('href')).toBe('/project/Πάρκο');
    expect(screen.getByRole('link', { name: el.search.all.proposal }).getAttribute('href')).toBe(`/proposals?q=${encodeURIComponent('παγκάκι')}`);
    expect(asked.mock.calls).toEqual([['Search', { words: 'παγκάκι' }]]);
  });

  it('asks nothing before there are words', async () => {
    const asked = aPage('/search', () => ({ search: found }));
    await screen.findByLabelText(el.search.label);
    expect(asked).not.toHaveBeenCalled();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('is told what else to do where nothing is found', async () => {
    aPage('/search?q=ξψ', () => ({ search: [] }));
    expect(await screen.findByText(/«ξψ»/)).toBeTruthy();
    expect(screen.getByRole('link', { name: el.search.toProposals })).toBeTruthy();
  });

  it('may ask again where no answer came', async () => {
    aPage('/search?q=παγκάκι', () => Promise.reject(new Failure('unexpected', null, 'down')));
    expect(await screen.findByRole('button', { name: ui.retry })).toBeTruthy();
  });
});
