import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/insights/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sitting } from './documents';
import { SittingForm } from './sitting-form';

const sitting: Sitting = {
  id: 's', title: { el: 'Τακτική', en: 'Ordinary' }, place: 'Δημαρχείο', startsAt: '2026-12-09T16:30:00.000Z', postponements: [], status: 'planned', openedAt: null, closedAt: null, minutesUrl: null, revision: 1, mayManage: true,
  items: [{ id: 'a', title: { el: 'Παγκάκια', en: 'Benches' }, subjects: [] }],
};
const page = (known: Sitting | null) => <Stage words={{ ui, insights: el }}><SittingForm sitting={known} /></Stage>;
const title = () => screen.findByLabelText<HTMLInputElement>('Τίτλος του θέματος 1');

describe('a clerk who writes an agenda', () => {
  beforeEach(() => sessionStorage.clear());

  it('finds it again after a reload, and one item can still be told from another', async () => {
    render(page(null));
    await userEvent.type(await title(), 'Σκιά');
    await userEvent.click(screen.getByRole('button', { name: el.edit.addItem }));
    cleanup();
    render(page(null));
    expect((await title()).value).toBe('Σκιά');
    await userEvent.click(screen.getByRole('button', { name: el.edit.addItem }));
    await userEvent.type(await screen.findByLabelText('Τίτλος του θέματος 3'), 'Νερό');
    expect(screen.getByLabelText<HTMLInputElement>('Τίτλος του θέματος 2').value).toBe('');
  });

  it('keeps what was written when a colleague was faster, is told so, and may take the new form instead', async () => {
    const { rerender } = render(page(sitting));
    await userEvent.type(await title(), ' και σκιά');
    rerender(page({ ...sitting, revision: 2, place: 'Θέατρο' }));
    expect((await title()).value).toBe('Παγκάκια και σκιά');
    expect(screen.getByRole('status').textContent).toContain(el.edit.overtaken);
    await userEvent.click(screen.getByRole('button', { name: el.edit.startAnew }));
    expect((await title()).value).toBe('Παγκάκια');
    expect(screen.getByLabelText<HTMLInputElement>('Πού').value).toBe('Θέατρο');
    expect(screen.queryByText(el.edit.overtaken)).toBeNull();
  });

  it('goes on at the neighbour when an item is removed, and may bring back one that was written', async () => {
    const items = [...sitting.items, { id: 'b', title: { el: 'Σκιά <script>', en: '' }, subjects: [] }, { id: 'c', title: { el: 'Νερό', en: '' }, subjects: [] }];
    render(page({ ...sitting, items }));
    await title();
    await userEvent.click(screen.getByRole('button', { name: 'Αφαίρεσε: θέμα 2' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Τίτλος του θέματος 2'));
    expect(screen.getByLabelText<HTMLInputElement>('Τίτλος του θέματος 2').value).toBe('Νερό');
    await userEvent.click(screen.getByRole('button', { name: el.edit.bringBack }));
    expect(screen.getByLabelText<HTMLInputElement>('Τίτλος του θέματος 2').value).toBe('Σκιά <script>');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Αφαίρεσε: θέμα 2' }));
    for (let left = 3; left > 0; left -= 1) await userEvent.click(screen.getByRole('button', { name: 'Αφαίρεσε: θέμα 1' }));
    expect(document.activeElement?.textContent).toBe(el.edit.bringBack);
  });

  it('keeps the focus on an item that they move, also at either end', async () => {
    render(page({ ...sitting, items: [...sitting.items, { id: 'b', title: { el: 'Σκιά', en: '' }, subjects: [] }, { id: 'c', title: { el: 'Νερό', en: '' }, subjects: [] }] }));
    await title();
    await userEvent.click(screen.getByRole('button', { name: 'Πιο κάτω: θέμα 1' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Πιο κάτω: θέμα 2' }));
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Πιο πάνω: θέμα 3' }));
    expect(screen.getByLabelText<HTMLInputElement>('Τίτλος του θέματος 3').value).toBe('Παγκάκια');
  });

  it('leaves without changes, and finds none the next time', async () => {
    render(page(sitting));
    await userEvent.type(await title(), ' και σκιά');
    await userEvent.click(screen.getByRole('button', { name: el.edit.leave }));
    cleanup();
    render(page(sitting));
    expect((await title()).value).toBe('Παγκάκια');
  });
});
