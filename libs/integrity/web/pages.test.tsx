import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/integrity/contracts';
import { el as moderation } from '@isegoria/moderation/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { describe, expect, it, vi } from 'vitest';
import { Component as IntegrityPage } from './integrity-page';
import { Component as SignPage } from './sign-page';
import ToldPart from './told-part';

configure({ asyncUtilTimeout: 8000 });

const words = { integrity: el, ui, identity, moderation };
const name = (text: string) => ({ el: text, en: text });
const burst = {
  id: '0123456789abcdef0123', kind: 'burst', about: { subject: { kind: 'proposal', id: 'p1' }, title: name('Σκιά <script>alert(1)</script>'), path: '/proposals/p1' }, from: '2026-11-19T18:00:00.000Z', to: '2026-11-19T20:00:00.000Z', supports: 118, peak: 60, expected: 2.4, fresh: null,
  usualPercent: null, chance: 2e-11, verifiedPercent: null, basis: { before: 0, over: 24, others: 12, usual: 8.3 }, place: { supports: 140, place: 4, without: 31, of: 212 }, finding: 'explained',
  words: [{ revision: 2, finding: 'explained', text: 'Έγινε συνέλευση.', role: 'moderator', at: '2026-11-21T08:00:00.000Z' }, { revision: 1, finding: 'examining', text: 'Ρωτάμε τον σύλλογο.', role: 'administrator', at: '2026-11-20T08:00:00.000Z' }],
};
const newcomers = { ...burst, id: 'abcdef0123456789abcd', kind: 'newcomers', about: null, supports: 37, peak: null, expected: null, fresh: 28, usualPercent: 5.4, place: null, finding: 'silent', words: [] };
const spans = [{ from: '2026-11-01T00:00:00.000Z', to: '2026-11-19T18:00:00.000Z', supports: 22, hourly: 0.1 }, { from: '2026-11-19T18:00:00.000Z', to: '2026-11-19T20:00:00.000Z', supports: 118, hourly: 59 }];
const months = [{ month: '2026-11', cases: 14, approved: 8, hidden: 4, returned: 2, objections: 3, reversed: 1, byRule: [{ rule: 2, cases: 4 }, { rule: 4, cases: 2 }], medianHours: 5 }];
const me = (roles: string[]) => ({ me: { id: 'c1', name: 'Ελένη', email: null, roles, departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: false } });

/** The line on which the city tells that the signs are no longer what they were, in the test's hand. */
function aLine() {
  let say = () => undefined as void;
  const onDelta = (hear: (delta: { room: string; version: number; name: string; payload: unknown }) => void) => {
    let version = 0;
    say = () => hear({ room: 'integrity:signs', version: ++version, name: 'changed', payload: { signId: burst.id } });
  };
  const watch = vi.fn(() => Promise.resolve({ version: 0, quietMs: 60_000 }));
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta, watch, unwatch: () => undefined, isOpen: () => true })));
  return { say: () => say(), watch };
}

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

function show(path: string, more: Answers = {}) {
  const sent: { operation: string; variables: Record<string, unknown> }[] = [];
  const answers: Answers = {
    Me: () => ({ me: null }),
    IntegritySigns: () => ({ integritySigns: { items: [newcomers, burst, { ...burst, id: 'f'.repeat(20), about: null, supports: 60, to: '2026-11-19T19:00:00.000Z' }], next: null, total: 2 } }),
    IntegritySign: ({ id }) => ({ integritySign: [burst, newcomers].find((sign) => sign.id === id) ?? null, integritySpans: id === burst.id ? spans : [] }),
    IntegrityTold: () => ({ integrityTold: [{ id: burst.id, finding: 'explained' }] }),
    Months: () => ({ moderationMonths: months }),
    TellOfSign: () => ({ tellOfSign: { __typename: 'IntegrityWordSaid', sign: { id: burst.id } } }),
    ...more,
  };
  const line = aLine();
  const answer = (operation: string, variables: Record<string, unknown>) => {
    sent.push({ operation, variables });
    return answers[operation]?.(variables) ?? {};
  };
  render(
    <Stage words={words} path={path} answer={answer}>
      <Routes>
        <Route path="integrity" element={<IntegrityPage />} />
        <Route path="integrity/:id" element={<SignPage />} />
        <Route path="proposals/:id" element={<ToldPart subject={{ kind: 'proposal', id: 'p1' }} />} />
      </Routes>
    </Stage>,
  );
  return { line, sent: (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables) };
}

describe('whoever opens the page of integrity', () => {
  it('reads what is watched, what was found in numbers, what never changes, and what was removed and why', async () => {
    show('/integrity');
    expect(await screen.findByText(/^118 στηρίξεις μέσα σε 2 ώρες\. Στην πιο πυκνή ώρα ήρθαν 60, .* το πολύ 2,4\.$/)).toBeDefined();
    expect(screen.getByText(/^Από 37 στηρίξεις μιας ημέρας, τουλάχιστον 28 .* 5,4%\.$/)).toBeDefined();
    expect(screen.getByText(/^60 στηρίξεις μέσα σε μία ώρα, .* το πολύ 2,4\.$/)).toBeDefined();
    expect(screen.getByText(el.never.text)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Σκιά <script>alert(1)</script>' }).getAttribute('href')).toBe(`/integrity/${burst.id}`);
    expect(screen.getAllByRole('link', { name: el.hidden })).toHaveLength(2);
    const removed = within(await screen.findByRole('table', { name: moderation.log.months }));
    expect(removed.getByRole('row', { name: /Νοέμβριος 2026 14 8 4 2 3 1 5/ })).toBeDefined();
    expect(screen.getByRole('table', { name: moderation.log.byRule, hidden: true })).toBeDefined();
  });

  it('narrows the list by kind and time, and reads the method with its measures', async () => {
    const city = show('/integrity');
    await userEvent.selectOptions(await screen.findByLabelText(el.list.kind), 'burst');
    await userEvent.selectOptions(screen.getByLabelText(el.list.time), '90');
    expect(city.sent('IntegritySigns').at(-1)).toMatchObject({ kind: 'burst', days: 90 });
    await userEvent.click(screen.getByRole('button', { name: el.method.open }));
    expect(screen.getByText(/μικρότερη από 5,7 × 10⁻¹⁰ \(έξαρση\) ή 1,4 × 10⁻⁸/)).toBeDefined();
    expect(screen.getByText(/τουλάχιστον 2 την ώρα/)).toBeDefined();
  });
});

describe('whoever has a page of it open', () => {
  it.each([['the list', '/integrity', 'IntegritySigns'], ['a sign', `/integrity/${burst.id}`, 'IntegritySign']])('sees %s anew when a sign appears or the city speaks', async (_, path, operation) => {
    const city = show(path);
    await screen.findAllByText(/Εξηγήθηκε/);
    await vi.waitFor(() => expect(city.line.watch).toHaveBeenCalled());
    const before = city.sent(operation).length;
    await vi.waitFor(() => {
      city.line.say();
      expect(city.sent(operation).length).toBeGreaterThan(before);
    }, 5000);
  });
});

describe('whoever opens a sign', () => {
  it('reads how likely it was by chance, what it would change, what the city found and said before, and sees when supports came', async () => {
    show(`/integrity/${burst.id}`);
    expect(await screen.findByText('1 στις 50.000.000.000 φορές')).toBeDefined();
    expect(screen.getByText('4η από 212')).toBeDefined();
    expect(screen.getByText('31η από 212')).toBeDefined();
    expect(screen.getByText(el.sign.chanceNote)).toBeDefined();
    expect(screen.getByText(el.sign.verifiedFew)).toBeDefined();
    expect(screen.getAllByText(/Έγινε συνέλευση|Ρωτάμε τον σύλλογο/).map(({ textContent }) => textContent)).toEqual(['Έγινε συνέλευση.', 'Ρωτάμε τον σύλλογο.']);
    expect(screen.getByRole('link', { name: el.word.answer }).getAttribute('href')).toBe('/proposals/p1');
    expect(screen.getByRole('link', { name: ui.chart.csv }).getAttribute('href')).toBe(`/integrity-files/${burst.id}.csv`);
    expect(screen.queryByRole('form', { name: el.word.act })).toBeNull();
  });

  it('is told no name of what is no longer public, and that there is no such sign where there is none', async () => {
    show(`/integrity/${newcomers.id}`);
    expect(await screen.findByText(el.sign.chartNone)).toBeDefined();
    expect(screen.getByText(el.hidden)).toBeDefined();
    expect(screen.queryByText(el.effect.title)).toBeNull();
    show('/integrity/none');
    expect(await screen.findByText(el.page.missing)).toBeDefined();
  });

  it('as a moderator says what was found, on the word that they saw; what a colleague wrote meanwhile is told, and what was typed stays', async () => {
    const city = show(`/integrity/${burst.id}`, { Me: () => me(['moderator']), TellOfSign: () => ({ tellOfSign: { __typename: 'NotAllowed', reason: 'changed' } }) });
    const form = within(await screen.findByRole('form', { name: el.word.act }));
    await userEvent.click(form.getByRole('button', { name: el.word.save }));
    expect(city.sent('TellOfSign')).toEqual([]);
    expect(await form.findAllByText(new RegExp(el.problem.finding.invalid))).not.toHaveLength(0);
    await userEvent.click(form.getByLabelText(el.finding.unexplained));
    await userEvent.type(form.getByRole('textbox'), 'Δεν βρήκαμε κάποια εκδήλωση.');
    await userEvent.click(form.getByRole('button', { name: el.word.save }));
    expect(await form.findByText(el.refused.changed)).toBeDefined();
    expect((form.getByRole('textbox') as HTMLTextAreaElement).value).toBe('Δεν βρήκαμε κάποια εκδήλωση.');
    expect(city.sent('TellOfSign')).toEqual([{ id: burst.id, revision: 2, finding: 'unexplained', text: 'Δεν βρήκαμε κάποια εκδήλωση.' }]);
  });
});

describe('whoever reads the proposal', () => {
  it('finds one neutral line where the city has said something, and nothing where it has not', async () => {
    show('/proposals/p1');
    expect(await screen.findByText(el.part.explained)).toBeDefined();
    expect(screen.getByRole('link', { name: el.part.more }).getAttribute('href')).toBe(`/integrity/${burst.id}`);
  });
});
