import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { el } from '@isegoria/newsletters/contracts';
import { Stage } from '@isegoria/ui/web';
import WishPart from './wish-part';

const city = { name: { el: '', en: '' }, population: 0, districts: [], departments: [], categories: [{ id: 'roads', name: { el: 'Δρόμοι', en: 'Roads' }, departmentId: 'technical', isRetired: false }] };

function open(start: object) {
  let wish = { wants: false, since: null, categoryIds: [], hasAddress: true, ...start };
  const set = vi.fn((variables: Record<string, unknown>) => {
    wish = { ...wish, ...variables, ...(variables['wants'] ? { since: '2026-03-01T10:00:00Z' } : { since: null }) } as typeof wish;
    return { setNewsletterWish: { __typename: 'NewsletterWish' } };
  });
  const answer = (name: string, variables: Record<string, unknown>) => (name === 'NewsletterWish' ? { newsletterWish: wish } : name === 'City' ? { city } : set(variables));
  render(<Stage words={{ newsletters: el, organisation: {}, ui: {} }} path="/account" answer={answer}><WishPart /></Stage>);
  return set;
}

it('nobody gets the letters who did not say yes; one press says it, and one takes it back', async () => {
  const set = open({});
  expect(await screen.findByText(el.wish.no)).toBeDefined();
  expect(set).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: el.wish.yes }));
  expect(await screen.findByText(el.wish.on)).toBeDefined();
  expect(set.mock.lastCall?.[0]).toEqual({ wants: true, categoryIds: [] });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Δρόμοι' }));
  await userEvent.click(screen.getByRole('button', { name: el.wish.save }));
  expect(set.mock.lastCall?.[0]).toEqual({ wants: true, categoryIds: ['roads'] });
  await userEvent.click(screen.getByRole('button', { name: el.wish.stop }));
  expect(await screen.findByText(el.wish.off)).toBeDefined();
  expect(set.mock.lastCall?.[0]).toEqual({ wants: false, categoryIds: [] });
});

it('whoever has no address reads that letters cannot reach them', async () => {
  open({ wants: true, since: '2026-03-01T10:00:00Z', hasAddress: false });
  expect(await screen.findByText(el.wish.noAddress)).toBeDefined();
});
