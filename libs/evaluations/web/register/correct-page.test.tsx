import { el } from '@isegoria/evaluations/contracts';
import { el as organisation } from '@isegoria/organisation/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Component } from './correct-page';
import type { ToCorrect } from './documents';

const official = { id: 'o', name: 'Νίκος', roles: ['citizen', 'official'], departmentId: 'technical', districtId: null, locale: 'el', confirmed: true };
const lamps: ToCorrect = {
  id: 'act-77-2026', ada: '77/2026', registerSubject: 'Φώτα <script>', source: 'CITY', type: { code: 'Α.2' }, unit: { name: { el: 'Τμήμα Φωτισμού' } }, protocolNumber: null, issueDate: '2026-03-02T00:00:00.000Z',
  status: 'PUBLISHED', versionId: 'v1', documentUrl: null, amount: 1234.5, districtId: 'pefka', departmentId: 'lighting',
};
const part = (id: string, isRetired = false) => ({ id, name: { el: id, en: id }, isRetired, population: 1, centre: null, outline: [], answerWithinDays: 30 });

/** The page of a decision as it stands, and what becomes of what is sent. */
function aPage(decision: ToCorrect | null, ...fates: object[]) {
  const sent: { version: string; input: Record<string, unknown> }[] = [];
  let stands = decision;
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'Me') return { me: official };
    if (operation === 'City') return { city: { name: { el: 'Δ', en: 'D' }, population: 1, districts: [part('pefka', true), part('ormos')], departments: [part('lighting', true), part('technical')], categories: [] } };
    if (operation !== 'CorrectDecision') return { decision: stands };
    sent.push(variables as (typeof sent)[number]);
    const fate = fates.shift();
    if (fate && 'stands' in fate) stands = fate.stands as ToCorrect;
    return { correctDecision: fate };
  };
  render(
    <Stage words={{ evaluations: el, ui, organisation, identity: {} }} answer={answer} path="/decisions/act-77-2026/correct">
      <Routes>
        <Route path="/decisions/:id/correct" element={<Component />} />
        <Route path="/decisions/:id" element={<h1>Η απόφαση</h1>} />
      </Routes>
    </Stage>,
  );
  return sent;
}

const subject = () => screen.findByLabelText<HTMLTextAreaElement>(el.register.enter.subject);
const save = () => userEvent.click(screen.getByRole('button', { name: el.register.correct.save }));

describe('an official who corrects a decision', () => {
  it('finds it as it stands, the retired too, sends all of it with the version that was read, and is back at the decision', async () => {
    const sent = aPage(lamps, { __typename: 'DecisionEntered' });
    expect((await subject()).value).toBe('Φώτα <script>');
    expect(screen.queryByLabelText(el.register.enter.number), 'its number stays').toBeNull();
    await screen.findByRole('option', { name: /^lighting/ });
    await userEvent.type(await subject(), ' στο πάρκο');
    await save();
    await screen.findByRole('heading', { name: 'Η απόφαση' });
    expect(sent).toMatchObject([{ version: 'v1', input: { number: '77/2026', subject: 'Φώτα <script> στο πάρκο', issued: '2026-03-02', amount: '1234,50', unit: 'Τμήμα Φωτισμού', departmentId: 'lighting', districtId: 'pefka', status: 'PUBLISHED' } }]);
  });

  it('may empty what need not be there, and is told of what must', async () => {
    const sent = aPage(lamps, { __typename: 'DecisionEntered' });
    await userEvent.clear(await subject());
    await save();
    expect((await subject()).getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
    await userEvent.type(await subject(), 'Φώτα');
    await userEvent.clear(screen.getByRole('textbox', { name: /^Υπηρεσία/ }));
    await userEvent.selectOptions(screen.getByLabelText(new RegExp(`^${el.register.enter.departmentId}`)), '');
    await save();
    await screen.findByRole('heading', { name: 'Η απόφαση' });
    expect(sent).toMatchObject([{ input: { unit: '', departmentId: '' } }]);
  });

  it('who was overtaken is told, keeps what was typed, and sends it on the version that stands now', async () => {
    const sent = aPage(lamps, { __typename: 'DecisionMoved', stands: { ...lamps, versionId: 'v2', registerSubject: 'Της Ελένης' } }, { __typename: 'DecisionEntered' });
    await userEvent.type(await subject(), ' ξανά');
    await save();
    await screen.findByText(el.register.correct.moved);
    expect((await subject()).value).toBe('Φώτα <script> ξανά');
    await waitFor(async () => {
      await save();
      expect(sent.at(-1)?.version).toBe('v2');
    });
    await screen.findByRole('heading', { name: 'Η απόφαση' });
  });

  it('finds no form for an act of the register, nor for one that is not there', async () => {
    aPage({ ...lamps, source: 'DIAVGEIA' });
    await screen.findByText(el.register.correct.none);
    expect(screen.queryByRole('form')).toBeNull();
  });
});
