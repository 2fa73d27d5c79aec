import { el } from '@isegoria/insights/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Stage } from '@isegoria/ui/web';
import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sitting, SittingSection, SittingView } from './documents';
import { Component } from './sitting-page';
import { withSection } from './use-sitting';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 6000 });

type SittingPostponements = Sitting['postponements'];

const words = { insights: el, ui: {}, identity: {}, notifications: {} };

function aSection(id: string, more: Partial<SittingSection> = {}, supports = 12): SittingSection {
  const measures = [{ id: 'supports', label: { el: 'Στηρίξεις', en: 'Supports' }, value: supports, atOpening: 12, atClosing: null }];
  const part = { id: 'proposals.asked', title: { el: 'Τι πρότειναν', en: 'Asked' }, lead: null, measures, tables: [], lines: [] };
  return { id, at: '2026-12-09T17:00:00.000Z', title: { el: `Θέμα ${id}`, en: id }, lead: null, parts: [part], ...more };
}

/** A sitting in the test's hand. */
function aSitting(status: 'planned' | 'postponed' | 'open' = 'open', postponements: SittingPostponements = []) {
  let say: (name: string, payload: unknown) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (name, payload) => hear({ room: 'sitting:s', version: ++version, name, payload });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const asked: string[] = [];
  const sections = [aSection('a'), aSection('b'), aSection('waiting', { parts: [] })];
  const items = ['a', 'b'].map((id) => ({ id, title: { el: `Θέμα ${id}`, en: id }, subjects: [{ kind: 'proposal', id: 'p', title: { el: 'Παγκάκι', en: 'A bench' }, path: '/proposals/p', isPublic: true }] }));
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    asked.push(operation);
    switch (operation) {
      case 'Sitting':
        return { sitting: { id: 's', title: { el: 'Τακτική', en: 'Ordinary' }, place: 'Δημαρχείο', startsAt: '2026-12-09T16:30:00.000Z', postponements, status, openedAt: '2026-12-09T16:36:00.000Z', closedAt: null, revision: 1, mayManage: false, items } };
      case 'SittingView':
        return { view: { id: 's', at: '2026-12-09T17:00:00.000Z', sections } };
      case 'SittingSection':
        return { section: aSection(String(variables['sectionId']), { at: '2026-12-09T17:05:00.000Z' }, 19) };
      default:
        return { me: null };
    }
  };
  return { answer, asked, say: (sectionIds: string[]) => say('changed', { sections: sectionIds, at: '2026-12-09T17:05:00.000Z' }) };
}

const show = ({ answer }: ReturnType<typeof aSitting>) =>
  render(
    <Stage words={words} path="/council/sittings/s" answer={answer}>
      <Routes>
        <Route path="/council/sittings/:id" element={<Component />} />
      </Routes>
    </Stage>,
  );

describe('the page of a sitting', () => {
  beforeEach(() => {
    location.hash = '';
    Element.prototype.scrollIntoView = () => undefined;
  });

  it('is stepped through by the arrow keys, and the focus goes along', async () => {
    show(aSitting());
    const user = userEvent.setup();
    await screen.findByRole('heading', { name: '1. Θέμα a' });
    const current = () => document.querySelector('section[data-current] h2')?.textContent;
    expect(current()).toBe('1. Θέμα a');
    await user.keyboard('{ArrowRight}');
    expect(current(), 'outside the agenda an arrow moves the page, as everywhere').toBe('1. Θέμα a');
    screen.getByRole('button', { name: /Θέμα a/ }).focus();
    await user.keyboard('{ArrowRight}');
    expect(current()).toBe('2. Θέμα b');
    expect(document.activeElement?.textContent).toBe('2. Θέμα b');
    await user.keyboard('{ArrowRight}');
    expect(current(), 'what waits has nothing to say and is no step').toBe('2. Θέμα b');
    await user.keyboard('{ArrowLeft}');
    expect(current()).toBe('1. Θέμα a');
    expect(location.hash).toBe('#a');
  });

  it('asks again only for the item that has news, and marks what changed since the beginning', async () => {
    const sitting = aSitting();
    show(sitting);
    await screen.findAllByText('ίδιο από τις 18:36');
    expect(screen.queryByRole('status'), 'a clock that goes on is not read out each time').toBeNull();
    expect(screen.queryByText('+7')).toBeNull();
    act(() => sitting.say(['b']));
    await screen.findByText('+7 από τις 18:36, που άρχισε η συνεδρίαση');
    expect(await screen.findByRole('button', { name: '2 Θέμα b μόλις άλλαξε +7 από την έναρξη' })).toBeTruthy();
    expect(sitting.asked.filter((operation) => operation === 'SittingView')).toHaveLength(1);
    expect(sitting.asked.filter((operation) => operation === 'SittingSection')).toHaveLength(1);
  });

  it('marks nothing before the sitting has begun', async () => {
    show(aSitting('planned'));
    await screen.findAllByText('Στηρίξεις');
    expect(screen.queryByText(/18:36/)).toBeNull();
  });
});

describe('a sitting that was put on another day', () => {
  it('keeps the old day in view, with the reason', async () => {
    show(aSitting('postponed', [{ from: '2026-12-02T16:30:00.000Z', reason: { el: 'Χιόνι <script>', en: '' }, at: '2026-12-01T08:00:00.000Z' }]));
    await screen.findByText(el.sitting.status.postponed);
    expect(screen.getByText(/^Ήταν για .*18:30\./)).toBeTruthy();
    expect(screen.getByText('Χιόνι <script>')).toBeTruthy();
    expect(screen.getByRole('link', { name: el.sitting.calendar }).getAttribute('href')).toBe('/insights/sittings/s.ics?lang=el');
  });
});

describe('an answer about one item', () => {
  const view: SittingView = { id: 's', at: '2026-12-09T17:00:00.000Z', sections: [aSection('a'), aSection('b')] };

  it('takes its place among the others, unless it was overtaken', () => {
    const later = aSection('b', { at: '2026-12-09T17:10:00.000Z' }, 30);
    const known = withSection({ view }, later);
    expect(known.view?.sections).toEqual([view.sections[0], later]);
    expect(withSection(known, aSection('b', { at: '2026-12-09T17:09:00.000Z' }, 29))).toEqual(known);
    expect(withSection({ view: null }, later)).toEqual({ view: null });
  });
});
