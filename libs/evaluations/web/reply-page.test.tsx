import { render, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { el } from '@isegoria/evaluations/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { Component as ReplyPage } from './reply-page';

const name = (el: string) => ({ el, en: el });
const round = { round: 1, ballotId: 'decision:d', opensAt: null, closesAt: null, isOpen: true, opinion: { people: 0, headline: null, criteria: [] } };

function show(departmentId: string) {
  liveOver(new LiveLine(() => new Promise(() => undefined)));
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    switch (operation) {
      case 'Me':
        return { me: { id: 'c-1', name: 'Πέτρος', roles: ['citizen', 'official'], departmentId } };
      case 'City':
        return { city: { name: name('Δήμος'), population: 1, districts: [], categories: [], departments: [{ id: 'technical', name: name('Διεύθυνση Τεχνικών') }] } };
      case 'Weighing':
        return { weighing: { subject: variables['subject'], versionId: 'v', openRound: 1, requests: 0, requestsNeeded: 0, deliveredAt: null, secondRoundAt: null, rounds: [round] } };
      case 'WhoReplies':
        return { decision: { departmentId: 'technical' } };
      default:
        return {};
    }
  };
  render(
    <Stage words={{ evaluations: el as Words, ui, identity: {}, organisation: {} }} path="/reply/decisions/d" answer={answer}>
      <Routes>
        <Route path="reply/:kind/:id" element={<ReplyPage />} />
      </Routes>
    </Stage>,
  );
}

it('an official of another department is told at once who replies, and reads on', async () => {
  show('environment');
  expect(await screen.findByText(el.reply.notYours)).toBeDefined();
  expect(await screen.findByText('Διεύθυνση Τεχνικών')).toBeDefined();
  expect(screen.queryByRole('button', { name: el.reply.send })).toBeNull();
  expect(screen.getByRole('heading', { name: el.opinion.title })).toBeDefined();
});

it('an official of the department that answers finds the form', async () => {
  show('technical');
  expect(await screen.findByRole('button', { name: el.reply.send })).toBeDefined();
});
