import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el } from '@isegoria/moderation/contracts';
import { Stage } from '@isegoria/ui/web';
import { ObjectionsPage } from './objections-page';
import { OwnCasePage } from '../own-case-page';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 6000 });

const words = { moderation: el, ui: { problem: { prefix: 'Πρόβλημα: ' } }, identity: {} };
const anObjection = (id: string) => ({
  id, item: { kind: 'proposal', id: `p-${id}` }, title: { el: `Βρύση <script>${id}</script>`, en: `Βρύση <script>${id}</script>` }, contribution: 'Κείμενο', decision: 'hidden', rule: 2, reason: 'Λόγος', decidedAt: '2026-05-01T09:00:00Z', text: 'Διαφωνώ', at: '2026-05-02T09:00:00Z',
});

describe('a moderator before objections', () => {
  it('goes on at the next when one is decided, and at the top after the last', async () => {
    let open = ['a', 'b'];
    const answer = (operation: string, variables: Record<string, unknown>): unknown => {
      if (operation === 'ObjectionsOpen') return { moderationObjections: { items: open.map(anObjection), next: null, total: open.length } };
      if (operation === 'DecideObjection') {
        open = open.filter((id) => id !== variables['id']);
        return { decideObjection: { __typename: 'ObjectionDecided' } };
      }
      return { moderationQueue: { items: [], next: null, total: 0, objections: open.length } };
    };
    render(<Stage words={words} answer={answer}><ObjectionsPage /></Stage>);
    const decideFirst = async () => {
      await userEvent.type((await screen.findAllByLabelText(el.objections.reason))[0] ?? document.body, 'Το ξαναδιάβασα.');
      await userEvent.click(screen.getAllByRole('button', { name: el.objections.upheld })[0] ?? document.body);
    };
    await decideFirst();
    await waitFor(() => expect(document.activeElement?.id).toBe('objection-b'));
    await decideFirst();
    await screen.findByText(el.objections.empty);
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });
});

describe('an author who objects', () => {
  beforeEach(() => sessionStorage.clear());

  it('is told that it came, where they stand', async () => {
    let objection: unknown = null;
    const aCase = () => ({ id: 'case-1', title: 'Βρύση', text: 'Κείμενο', path: null, decision: 'hidden', rule: 2, reason: 'Λόγος', decidedAt: '2026-05-01T09:00:00Z', objectUntil: objection ? null : '2026-05-15T09:00:00Z', objection });
    const answer = (operation: string): unknown => {
      if (operation === 'AuthorsCase') return { myCase: aCase() };
      objection = { text: 'Διαφωνώ', at: '2026-05-02T09:00:00Z', outcome: 'open', reason: null, decidedAt: null };
      return { objectToDecision: { __typename: 'ObjectionMade' } };
    };
    render(
      <Stage words={words} path="/moderation/cases/case-1/objection" answer={answer}>
        <Routes>
          <Route path="moderation/cases/:caseId/objection" element={<OwnCasePage />} />
        </Routes>
      </Stage>,
    );
    await userEvent.type(await screen.findByLabelText(el.own.text), 'Διαφωνώ');
    await userEvent.click(screen.getByRole('button', { name: el.own.send }));
    await screen.findByText(el.own.sent);
    await waitFor(() => expect(document.activeElement?.textContent).toBe(el.own.sent));
  });

  it('whose text was sent back finds the way to put it right before the way to object', async () => {
    const aCase = { id: 'case-1', title: 'Βρύση', text: 'Κείμενο', path: '/proposals/p1', decision: 'returned', rule: 2, reason: 'Λόγος', decidedAt: '2026-05-01T09:00:00Z', objectUntil: '2026-05-15T09:00:00Z', objection: null };
    render(
      <Stage words={words} path="/moderation/cases/case-1/objection" answer={() => ({ myCase: aCase })}>
        <Routes>
          <Route path="moderation/cases/:caseId/objection" element={<OwnCasePage />} />
        </Routes>
      </Stage>,
    );
    expect((await screen.findByRole('link', { name: el.own.putRight })).getAttribute('href')).toBe('/proposals/p1');
    expect(screen.queryByRole('link', { name: el.own.there })).toBeNull();
  });
});
