import { el } from '@isegoria/surveys/contracts';
import { Stage } from '@isegoria/ui/web';
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { aCity, survey, words } from './a-survey.builders';
import { Component as SheetPage } from './sheet-page';

configure({ asyncUtilTimeout: 8000 });

const onPaper = { channels: ['paper', 'phone'], handIn: { el: 'Στο ΚΕΠ <b>, 8:00–14:00.', en: '' }, entryUntil: '2099-12-08T07:00:00.000Z' };
const show = (more: object = onPaper) =>
  render(
    <Stage words={words} path="/surveys/moving/sheet" answer={aCity({ Survey: () => ({ survey: { ...survey, ...more } }) }).answer}>
      <Routes>
        <Route path="surveys/:id/sheet" element={<SheetPage />} />
      </Routes>
    </Stage>,
  );

describe('who answers on paper', () => {
  it('finds every question with its number, the way through them in words, and where the form goes', async () => {
    show();
    await screen.findByRole('heading', { level: 1, name: survey.title.el });
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      '1. Πώς πας στη δουλειά;', '2. Πότε μετακινείσαι;', '3. Είναι στην ώρα του;', '4. Τι είναι πιο επείγον;', '5. Θέλεις να πεις κάτι ακόμη;',
    ]);
    expect(screen.getByText('Απάντησε μόνο αν στην ερώτηση 1 διάλεξες «Λεωφορείο». Αλλιώς πήγαινε στην ερώτηση 4.')).toBeDefined();
    expect(screen.getByText(/Σημείωσε έως 2 κουτιά/)).toBeDefined();
    expect(screen.getByText(/Γράψε 1 σε αυτό που θέλεις περισσότερο, 2 στο επόμενο, έως το 2/)).toBeDefined();
    expect(screen.getAllByText(onPaper.handIn.el)).toHaveLength(2);
    expect(screen.getByText(el.sheet.secret)).toBeDefined();
    expect(screen.getAllByText(el.sheet.required)).toHaveLength(2);
    expect(screen.getByText('Αυτοκίνητο <b>')).toBeDefined();
  });

  it('prints it', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    show();
    await userEvent.click(await screen.findByRole('button', { name: el.sheet.print }));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  it('is told that there is no form where it is answered on the site alone', async () => {
    show({});
    expect(await screen.findByText(el.sheet.missingWhy)).toBeDefined();
    expect(screen.queryByText(el.sheet.secret)).toBeNull();
  });
});
