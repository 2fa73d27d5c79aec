import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_CRITERIA, el, opinionOf } from '@isegoria/evaluations/contracts';
import { el as statistics } from '@isegoria/statistics/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Failure, Stage } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoundOnPage, WeighingOnPage } from '../documents';
import { WeighingPart } from './weighing-part';

const counts = DEFAULT_CRITERIA.flatMap(({ id }) => [{ questionId: id, optionId: '2', count: 30 }, { questionId: id, optionId: '4', count: 20 }]);
const aRound = (round: number): RoundOnPage => ({ round, ballotId: `choice:one-ways.${round}`, opensAt: null, closesAt: null, isOpen: round === 2, opinion: opinionOf(DEFAULT_CRITERIA, { voters: 50, counts }) });
const weighing: WeighingOnPage = { subject: { kind: 'choice', id: 'one-ways' }, versionId: 'v', openRound: 2, requests: 0, requestsNeeded: 25, deliveredAt: '2026-05-01T00:00:00Z', secondRoundAt: null, rounds: [aRound(1), aRound(2)] };
const maria = { id: 'm', name: 'Μαρία', roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true };
const answered = { versionId: 'v', answers: DEFAULT_CRITERIA.map(({ id }) => ({ criterionId: id, optionId: '4' })), concern: { concerns: 'unsaid', how: [] }, change: null, changeState: null, changeReason: null };

function aPage({ me = null as object | null, mine = null as object | null, fails = false }) {
  const answer = (operation: string) => (fails ? Promise.reject(new Failure('unexpected', null, 'down')) : operation === 'Weighing' ? { weighing } : operation === 'Me' ? { me } : operation === 'MyEvaluation' ? { myEvaluation: mine } : new Promise(() => undefined));
  render(<Stage words={{ ui, evaluations: el, statistics }} answer={answer}><WeighingPart subject={weighing.subject} acts={6} /></Stage>);
}

beforeEach(() => sessionStorage.clear());

describe('what the city said before and says after, while it is being asked again', () => {
  it('stands at once for a visitor', async () => {
    aPage({});
    expect(await screen.findByRole('heading', { name: 'Πριν και μετά' })).toBeTruthy();
    expect(screen.getByText(/^50 κάτοικοι αξιολόγησαν τις 6 πράξεις/)).toBeTruthy();
  });

  it('asks a visitor with one button, and goes on from the first question when it is pressed', async () => {
    aPage({});
    await userEvent.click(await screen.findByRole('button', { name: 'Απάντησε στις 4 ερωτήσεις' }));
    expect(screen.getAllByRole('radio', { name: 'Πολύ' })).toHaveLength(4);
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
  });

  it('shows the questions at once to a visitor who had begun, and to a citizen', async () => {
    sessionStorage.setItem('isegoria:evaluation:one-ways.2', JSON.stringify({ answers: { [DEFAULT_CRITERIA[0]?.id ?? '']: '4' }, concern: null, change: null, follow: true }));
    aPage({});
    expect(await screen.findAllByRole('radio', { name: 'Πολύ' })).toHaveLength(4);
    cleanup();
    sessionStorage.clear();
    aPage({ me: maria });
    expect(await screen.findAllByRole('radio', { name: 'Πολύ' })).toHaveLength(4);
  });

  it('waits for who is asked and has not answered, until they want to see it', async () => {
    aPage({ me: maria });
    await userEvent.click(await screen.findByRole('button', { name: el.opinion.peek }));
    expect(await screen.findByRole('heading', { name: 'Πριν και μετά' })).toBeTruthy();
  });

  it('is not shown for a blink before it is known who reads', async () => {
    aPage({ me: maria });
    expect(screen.queryByRole('heading', { name: 'Πριν και μετά' })).toBeNull();
    await screen.findByRole('button', { name: el.opinion.peek });
    expect(screen.queryByRole('heading', { name: 'Πριν και μετά' })).toBeNull();
  });

  it('stands for who has answered', async () => {
    aPage({ me: maria, mine: answered });
    expect(await screen.findByRole('heading', { name: 'Πριν και μετά' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: el.opinion.peek })).toBeNull();
  });

  it('is offered once more where it did not come, instead of leaving a page without its act', async () => {
    aPage({ fails: true });
    expect(await screen.findByRole('button', { name: ui.retry })).toBeTruthy();
  });
});
