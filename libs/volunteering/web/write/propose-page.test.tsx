import { configure, render, screen } from '@testing-library/react';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/volunteering/contracts';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, words } from '../a-call.builders';
import { Component as ProposePage } from './propose-page';

configure({ asyncUtilTimeout: 8000 });

const show = (search: string, volunteerOrigin: object | null) => {
  const city = aCity({ VolunteerOrigin: () => ({ volunteerOrigin }) });
  render(<Stage words={words} path={`/volunteering/propose${search}`} answer={city.answer}><Routes><Route path="volunteering/propose" element={<ProposePage />} /></Routes></Stage>);
  return city;
};

describe('whoever proposes a call', () => {
  beforeEach(() => sessionStorage.clear());

  it('who came from a proposal finds it as what the call grew from', async () => {
    const city = show('?from=proposal:p1', { kind: 'proposal', id: 'p1', title: { el: 'Σκιά στις στάσεις', en: '' }, path: '/proposals/p1' });
    expect(await screen.findByText(/Σκιά στις στάσεις/)).toBeDefined();
    expect(city.sent('VolunteerOrigin')).toEqual([{ subject: { kind: 'proposal', id: 'p1' } }]);
  });

  it('writes without one where that is not public, or they came from nowhere', async () => {
    show('?from=proposal:gone', null);
    expect(await screen.findByText(el.pick.nothing)).toBeDefined();
  });
});
