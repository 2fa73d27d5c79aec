import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/initiatives/contracts';
import { Stage } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { aCity, initiative, me, words } from '../an-initiative.builders';
import { Component as CheckListPage } from './check-list-page';
import { OfficialActs } from './official-acts';

configure({ asyncUtilTimeout: 8000 });

const saved = { __typename: 'InitiativeSaved', initiative: { id: initiative.id } };
const acts = (more: object, city: ReturnType<typeof aCity>) => {
  const mine = { ...initiative.mine, ...more };
  return render(<Stage words={words} answer={city.answer}><OfficialActs initiative={{ ...initiative, mine } as never} /></Stage>);
};

describe('a clerk', () => {
  it('refuses with grounds and words, not without', async () => {
    const city = aCity({ DecideInitiative: () => ({ decideInitiative: saved }) });
    acts({ canDecide: true }, city);
    await userEvent.click(screen.getByLabelText(el.official.refuse));
    await userEvent.click(screen.getByRole('button', { name: el.official.decideAct }));
    expect((await screen.findAllByText(new RegExp(el.problem.grounds.required))).length).toBeGreaterThan(0);
    expect(city.sent('DecideInitiative')).toEqual([]);
    await userEvent.click(screen.getByLabelText(el.ground.unclear));
    await userEvent.type(screen.getByLabelText(el.field.words), 'Δεν λέει ποια πλατεία.');
    await userEvent.click(screen.getByRole('button', { name: el.official.decideAct }));
    await waitFor(() => expect(city.sent('DecideInitiative')).toEqual([{ input: { id: initiative.id, admit: false, grounds: ['unclear'], words: 'Δεν λέει ποια πλατεία.' } }]));
  });

  it('is told that a colleague has decided already', async () => {
    acts({ canDecide: true }, aCity({ DecideInitiative: () => ({ decideInitiative: { __typename: 'NotAllowed', reason: 'decided' } }) }));
    await userEvent.click(screen.getByLabelText(new RegExp(el.official.admit)));
    await userEvent.click(screen.getByRole('button', { name: el.official.decideAct }));
    expect(await screen.findByText(el.refused.decided)).toBeDefined();
  });

  it('sees nothing to do where there is nothing', () => {
    const { container } = acts({}, aCity());
    expect(container.querySelector('section')).toBeNull();
  });

  it('opens the check list after reading that everyone sees the opening; not before', async () => {
    const list = { madeAt: '2026-11-27T08:00:00.000Z', made: 2, keptUntil: '2027-05-27T08:00:00.000Z', lines: [{ name: 'Μαρία Γεωργίου', birthYear: 1954, district: null, day: '2026-11-20' }], openings: [{ at: '2026-11-27T08:00:00.000Z', by: 'Γραμματεία' }] };
    const city = aCity({ Me: () => ({ me: { ...me, roles: ['citizen', 'clerk'] } }), OpenCheckList: () => ({ openCheckList: { __typename: 'CheckListOpened', list } }) });
    render(<Stage words={words} path={`/initiatives/${initiative.id}/check-list`} answer={city.answer}><Routes><Route path="initiatives/:id/check-list" element={<CheckListPage />} /></Routes></Stage>);
    await userEvent.click(await screen.findByRole('button', { name: el.checkList.open }));
    expect(await screen.findByText(el.checkList.public)).toBeDefined();
    expect(city.sent('OpenCheckList')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: el.checkList.yes }));
    expect(await screen.findByText('Μαρία Γεωργίου')).toBeDefined();
    expect(screen.getByText('1 όνομα από 2 που υπέγραψαν')).toBeDefined();
  });
});
