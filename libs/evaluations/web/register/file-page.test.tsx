import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type DecisionsFileAnswer, type DecisionsFileRefusal, el } from '@isegoria/evaluations/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Component as FilePage } from './file-page';

const official = { id: 'o', name: 'Υπάλληλος', roles: ['citizen', 'official'], departmentId: null, districtId: null, locale: 'el', confirmed: true };
const line = { line: 2, number: '1/2026', subject: '<script>alert(1)</script> Πλατεία', type: 'Α.2', issued: '2026-03-02', amount: '', status: 'PUBLISHED', fate: 'added' as const };
const right: DecisionsFileAnswer = { isTaken: false, lines: 3, left: 2, counts: { added: 2, changed: 0, unchanged: 1 }, first: [line], wrong: [] };

// The tests' browser knows no bytes of a file; the city in the test's hand reads none.
beforeAll(() => void (Blob.prototype.arrayBuffer = () => Promise.resolve(new ArrayBuffer(0))));
afterEach(() => vi.unstubAllGlobals());

/** The page with a city that answers what it is told to, in turn. */
function aPage(...answers: (DecisionsFileAnswer | DecisionsFileRefusal)[]) {
  const asked = vi.fn(async (_path: string, _init: RequestInit) => {
    const answer = answers[Math.min(asked.mock.calls.length, answers.length) - 1];
    return new Response(JSON.stringify(answer), { status: answer && 'code' in answer ? 422 : 200 });
  });
  vi.stubGlobal('fetch', asked);
  const { container } = render(<Stage words={{ ui, evaluations: el }} answer={() => ({ me: official })}><FilePage /></Stage>);
  return { container, paths: () => asked.mock.calls.map(([path]) => path.split('/').at(-1)) };
}

const choose = async (name = 'αποφάσεις.csv') => userEvent.upload(await screen.findByLabelText('Αρχείο CSV', { selector: 'input' }), new File(['αριθμός;θέμα'], name, { type: 'text/csv' }));

// Colours and layout need a real browser; names, roles and relations do not.
const problemsFor = async (container: Element) => (await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id }) => id);

describe('an official who brings decisions from a file', () => {
  it('sees the first lines as they were read, and publishes all by one press', async () => {
    const { container, paths } = aPage(right, { ...right, isTaken: true });
    await choose();
    expect(await screen.findByText('3 αποφάσεις στο αρχείο')).toBeTruthy();
    expect(screen.getByText('αποφάσεις.csv')).toBeTruthy();
    expect(screen.getByText('<script>alert(1)</script> Πλατεία')).toBeTruthy();
    expect(screen.getByText('Κανονιστική πράξη')).toBeTruthy();
    expect(await problemsFor(container)).toEqual([]);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Δημοσίευσε και τις 2' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Οι 3 αποφάσεις του αρχείου δημοσιεύτηκαν' })).toBeTruthy();
    expect(paths()).toEqual(['check', 'take']);
  });

  it('reads, while many are being published, that it takes a while and what to do if the connection breaks', async () => {
    const many = { ...right, lines: 5000, counts: { added: 4999, changed: 0, unchanged: 1 } };
    let publish: (answer: Response) => void = () => undefined;
    const answerLater = () => new Promise<Response>((resolve) => (publish = resolve));
    aPage(many);
    await choose();
    const button = await screen.findByRole('button', { name: 'Δημοσίευσε και τις 4.999' });
    expect(screen.queryByText(/Δημοσιεύτηκαν/)).toBeNull();
    vi.stubGlobal('fetch', answerLater);
    await userEvent.click(button);
    expect(await screen.findByText('Δημοσιεύτηκαν 0 από 4.999')).toBeTruthy();
    expect(screen.getByText(/φέρε το ίδιο αρχείο ξανά/)).toBeTruthy();
    publish(new Response(JSON.stringify({ ...many, left: 1999, counts: { added: 3000, changed: 0, unchanged: 1 } })));
    expect(await screen.findByText('Δημοσιεύτηκαν 3.000 από 4.999')).toBeTruthy();
    publish(new Response(JSON.stringify({ ...many, isTaken: true, left: 0, counts: { added: 1990, changed: 9, unchanged: 3001 } })));
    expect(await screen.findByRole('heading', { level: 1, name: /Οι 5\.000 αποφάσεις/ })).toBeTruthy();
    expect(screen.getByText('Νέες: 4.990. Διορθώνουν όσες υπάρχουν: 9. Είναι ήδη εδώ ίδιες: 1.')).toBeTruthy();
  });

  it('is told how many came in before the connection broke', async () => {
    const { paths } = aPage({ ...right, lines: 3, left: 3 }, { ...right, left: 1 });
    await choose();
    const button = await screen.findByRole('button', { name: 'Δημοσίευσε και τις 2' });
    const asked = fetch;
    vi.stubGlobal('fetch', (...words: Parameters<typeof fetch>) => (paths().length < 2 ? asked(...words) : Promise.reject(new Error('no network'))));
    await userEvent.click(button);
    expect(await screen.findByText('Δημοσιεύτηκαν μόνο 2 αποφάσεις του αρχείου')).toBeTruthy();
    expect(screen.getByText(/Δεν υπάρχει σύνδεση/)).toBeTruthy();
  });

  it('is told where a sending brings nothing in, and does not send for ever', async () => {
    const stuck = { ...right, left: 2, counts: { added: 0, changed: 0, unchanged: 1 } };
    const { paths } = aPage(right, stuck, stuck, stuck);
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: 'Δημοσίευσε και τις 2' }));
    expect(await screen.findByText('Το αρχείο δεν διαβάστηκε')).toBeTruthy();
    expect(paths()).toEqual(['check', 'take', 'take']);
  });

  it('reads each wrong line by its number in a sentence, and has nothing to press', async () => {
    const wrong = [{ line: 3, problems: [{ field: 'subject', code: 'required', limit: null, value: '' }, { field: 'type', code: 'invalid', limit: null, value: 'Ω.9' }] }, { line: 9, problems: [{ field: 'number', code: 'number_twice', limit: null, value: '3' }] }];
    const { container } = aPage({ ...right, wrong });
    await choose();
    expect(await screen.findByText('2 γραμμές είναι λάθος: δεν μπήκε τίποτα')).toBeTruthy();
    expect(screen.getByText('Γραμμή 3:').parentElement?.textContent).toBe('Γραμμή 3: λείπει: θέμα. είδος: το «Ω.9» δεν είναι είδος πράξης· γράψε κωδικό όπως Α.2.');
    expect(screen.getByText('Γραμμή 9:').parentElement?.textContent).toContain('ο ίδιος αριθμός είναι και στη γραμμή 3');
    expect(screen.queryByRole('button', { name: /Δημοσίευσε/ })).toBeNull();
    expect(await problemsFor(container)).toEqual([]);
  });

  it('has a sentence for every reason why a file or a line is refused', () => {
    const { file } = el.register;
    const codes: Record<DecisionsFileRefusal['code'], true> = { malformed: true, missing: true, too_big: true, too_many_lines: true, spreadsheet: true, not_csv: true, columns_missing: true, columns_unknown: true, columns_twice: true, empty: true };
    expect(Object.keys(codes).filter((code) => !(code in file.refused))).toEqual([]);
    expect(['required', 'too_long', 'invalid', 'taken', 'of_register', 'number_twice'].filter((code) => !(code in file.why))).toEqual([]);
  });

  it('is told in their words which columns are missing', async () => {
    aPage({ code: 'columns_missing', limit: null, names: ['type', 'issued'] });
    await choose();
    expect(await screen.findByText('Η πρώτη γραμμή πρέπει να ονομάζει τις στήλες. Λείπουν: «είδος», «ημερομηνία».')).toBeTruthy();
  });

  it('may paste the lines instead', async () => {
    const { paths } = aPage(right);
    await userEvent.click(await screen.findByRole('button', { name: 'Ή επικόλλησε τις γραμμές' }));
    await userEvent.type(screen.getByLabelText('Οι γραμμές'), 'number,subject');
    await userEvent.click(screen.getByRole('button', { name: 'Δες τι θα μπει' }));
    await waitFor(() => expect(paths()).toEqual(['check']));
    expect(await screen.findByText('οι γραμμές που επικόλλησες')).toBeTruthy();
  });
});
