import { el } from '@isegoria/debates/contracts';
import { Stage } from '@isegoria/ui/web';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { aCity, debate, opened, words } from '../a-debate.builders';
import { Component as DebatePage } from './debate-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path={`/debates/${debate.id}`} answer={city.answer}>
      <Routes>
        <Route path="debates/:id" element={<DebatePage />} />
      </Routes>
    </Stage>,
  );
const answering = (more: Partial<typeof debate>) => aCity({ Debate: () => ({ debate: { ...debate, ...more } }) });

describe('whoever opens a debate that is concluded', () => {
  it('reads what was heard from each side; of an argument that is hidden now its place alone', async () => {
    show(aCity());
    const pro = within(await screen.findByRole('region', { name: el.conclusion.FOR }));
    expect(pro.getByText('Σκιά για όλους.')).toBeDefined();
    expect(pro.getByText('Άννα')).toBeDefined();
    const contra = within(screen.getByRole('region', { name: el.conclusion.AGAINST }));
    expect(contra.getByText(el.conclusion.gone)).toBeDefined();
    expect(contra.queryByRole('link')).toBeNull();
    expect(screen.getByText(/Την άνοιξε: Γεωργία/)).toBeDefined();
  });

  it('reads no figure of fairness before ten have answered, and is not asked unless they took part', async () => {
    show(aCity());
    expect(await screen.findByText(el.fairness.few)).toBeDefined();
    expect(screen.getByText(el.fairness.who)).toBeDefined();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('reads from ten people on how they found it', async () => {
    show(answering({ fairness: { people: 10, yes: 7, partly: 2, no: 1 } }));
    expect(await screen.findByText('Ναι 7 · Εν μέρει 2 · Όχι 1')).toBeDefined();
    expect(screen.getByText('Απάντησαν 10 από όσους πήραν μέρος')).toBeDefined();
  });

  it('and took part says whether it is fair, and hears why where it is refused', async () => {
    const city = aCity({ Debate: () => ({ debate: { ...debate, mine: { ...debate.mine, canSayFairness: true } } }), SayFairness: () => ({ sayFairness: { __typename: 'NotAllowed', reason: 'not_part' } }) });
    show(city);
    await userEvent.click(await screen.findByRole('radio', { name: el.fairness.partly }));
    expect(await screen.findByText(el.refused.not_part)).toBeDefined();
    expect(city.sent('SayFairness')).toEqual([{ debateId: debate.id, fairness: 'partly' }]);
    expect((screen.getByRole('radio', { name: el.fairness.partly }) as HTMLInputElement).checked, 'what was refused stands nowhere').toBe(false);
  });
});

describe('whoever opened a debate', () => {
  it('finds the way to its conclusion; nobody else does', async () => {
    const { unmount } = show(aCity({ Debate: () => ({ debate: opened }) }));
    expect((await screen.findByRole('link', { name: el.own.conclude })).getAttribute('href')).toBe(`/debates/${debate.id}/conclude`);
    unmount();
    show(aCity({ Debate: () => ({ debate: { ...opened, mine: debate.mine } }) }));
    expect(await screen.findByText(el.page.argue)).toBeDefined();
    expect(screen.queryByRole('link', { name: el.own.conclude })).toBeNull();
  });

  it('reads why it was sent back, and where to object', async () => {
    show(answering({ visibility: 'returned', conclusion: debate.conclusion, verdict: { reason: 'Ονομάζει ιδιώτη.', caseId: 'case1' } }));
    expect(await screen.findByText('Ονομάζει ιδιώτη.')).toBeDefined();
    expect(screen.getByRole('link', { name: el.state.object }).getAttribute('href')).toBe('/moderation/cases/case1/objection');
  });
});

describe('of a debate that ended without a conclusion', () => {
  it('everybody reads that nobody wrote one, and that nobody else will in their place', async () => {
    show(aCity({ Debate: () => ({ debate: { ...opened, stage: 'ended', mine: debate.mine } }) }));
    expect(await screen.findByText(el.state.endedText)).toBeDefined();
  });

  it('whose opener left the city is told so', async () => {
    show(aCity({ Debate: () => ({ debate: { ...opened, stage: 'ended', opener: { name: '', department: null }, mine: debate.mine } }) }));
    expect(await screen.findByText(el.state.endedLeft)).toBeDefined();
  });
});
