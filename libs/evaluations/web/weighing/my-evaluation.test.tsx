import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_CRITERIA, el, opinionOf } from '@isegoria/evaluations/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoundOnPage, WeighingOnPage } from '../documents';
import { MyEvaluation } from './my-evaluation';
import { useEvaluation } from './use-evaluation';

type Answers = { criterionId: string; optionId: string }[];
type Sending = { versionId: string; answers: Answers; nonce: string; round: number; concern: unknown; change: string; follow: boolean };

const round: RoundOnPage = { round: 1, ballotId: 'decision:ck70wdi-ln9', opensAt: null, closesAt: null, isOpen: true, opinion: opinionOf(DEFAULT_CRITERIA, { voters: 0, counts: [] }) };
const weighing: WeighingOnPage = { subject: { kind: 'decision', id: 'ck70wdi-ln9' }, versionId: 'v-2', openRound: 1, requests: 0, requestsNeeded: 25, deliveredAt: null, secondRoundAt: null, rounds: [round] };
const promise = { leafHash: '', index: 0, size: 0, path: [], note: '' };

function Part() {
  return <MyEvaluation round={1} versionId="v-2" opinion={round.opinion} act={useEvaluation(weighing, round)} />;
}

/** A city in the test's hand. */
function aCity({ mine = null as { versionId: string; answers: Answers; concern: unknown; change: string | null; changeState: null; changeReason: null } | null, refuse = '', isSlow = false } = {}) {
  const state = { mine };
  const evaluate = vi.fn((sent: Sending) => {
    if (refuse) return { evaluate: { __typename: refuse } };
    const changed = state.mine !== null;
    if (!isSlow) state.mine = { versionId: sent.versionId, answers: sent.answers, concern: sent.concern, change: sent.change || null, changeState: null, changeReason: null };
    return { evaluate: { __typename: 'Evaluated', changed, answers: sent.answers, ballotId: 'decision:ck70wdi-ln9', leaf: 'the line', promise } };
  });
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'MyEvaluation') return { myEvaluation: state.mine };
    if (operation === 'Me') return { me: null };
    return evaluate(variables as Sending);
  };
  render(<Stage words={{ ui, evaluations: el }} answer={answer}><Part /></Stage>);
  return { evaluate };
}

// By text and label: asking for roles walks the whole page each time.
const choose = async (question: RegExp, step: string) => {
  const group = (await screen.findByText(question)).closest('fieldset');
  if (group) await userEvent.click(within(group).getByLabelText(step));
};
const chooseAll = async (step: string) => {
  for (const { question } of DEFAULT_CRITERIA) await choose(new RegExp(question.el.slice(0, 12)), step);
};
// The same words are announced a moment later.
const thanks = () => screen.findByText('Μετρήθηκε η γνώμη σου', { ignore: '#announcements' });
const send = () => userEvent.click(screen.getByRole('button', { name: /Στείλε την αξιολόγηση|Άλλαξε την αξιολόγησή σου/ }));

beforeEach(() => sessionStorage.clear());

describe('a citizen who weighs a decision', () => {
  it('answers each question once, says whom it concerns and what should change, and is told that it counts, with a receipt', async () => {
    const { evaluate } = aCity();
    await chooseAll('Αρκετά');
    await choose(/Είναι δίκαιη/, 'Δεν μπορώ να πω');
    expect(screen.queryByLabelText('Μένω εκεί')).toBeNull();
    await choose(/Σε αφορά/, 'Ναι');
    await userEvent.click(screen.getByLabelText('Μένω εκεί'));
    await userEvent.click(screen.getByLabelText(/Τι πρέπει να αλλάξει/));
    await userEvent.paste('Να μας το λέτε πριν.');
    await send();
    expect(await thanks()).toBeTruthy();
    expect(screen.getByText('Να μας το λέτε πριν.')).toBeTruthy();
    expect(localStorage.getItem('isegoria.receipts')).toContain('the line');
    expect(evaluate.mock.lastCall?.[0].versionId).toBe('v-2');
    expect(evaluate.mock.lastCall?.[0].answers).toContainEqual({ criterionId: 'fair', optionId: 'cant_say' });
    expect(evaluate.mock.lastCall?.[0]).toMatchObject({ round: 1, concern: { concerns: 'yes', how: ['lives'] }, change: 'Να μας το λέτε πριν.', follow: true });
  });

  it('sees what they sent although the city has not counted it yet', async () => {
    aCity({ isSlow: true });
    await chooseAll('Αρκετά');
    await send();
    expect(await thanks()).toBeTruthy();
    expect(screen.getAllByText('Αρκετά')).toHaveLength(DEFAULT_CRITERIA.length);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('is brought to the word that it counts: the long form above it has gone', async () => {
    aCity();
    await chooseAll('Αρκετά');
    await send();
    const said = await thanks();
    expect(document.activeElement?.contains(said)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('is led to each question that was left out, and loses nothing', async () => {
    const { evaluate } = aCity();
    await choose(/Χρειαζόταν/, 'Πολύ');
    await send();
    const summary = await screen.findByRole('alert');
    expect(within(summary).getAllByRole('link')).toHaveLength(3);
    expect(document.activeElement).toBe(summary);
    expect(evaluate).not.toHaveBeenCalled();
    expect(screen.getByRole('radio', { name: 'Πολύ', checked: true })).toBeTruthy();
  });

  it('sees what they answered, and changes it', async () => {
    const { evaluate } = aCity({ mine: { versionId: 'v-1', answers: DEFAULT_CRITERIA.map(({ id }) => ({ criterionId: id, optionId: '2' })), concern: { concerns: 'unsaid', how: [] }, change: null, changeState: null, changeReason: null } });
    expect(await screen.findByText(/προηγούμενη μορφή/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Άλλαξε την αξιολόγησή σου' }));
    await choose(/Είναι δίκαιη/, 'Πολύ');
    await send();
    expect(await screen.findByText('Άλλαξε η αξιολόγησή σου')).toBeTruthy();
    expect(evaluate.mock.lastCall?.[0].answers.map(({ optionId }) => optionId)).toEqual(['2', '5', '2', '2']);
  });

  it('is told why when it cannot be taken, and may send the same again', async () => {
    const { evaluate } = aCity({ refuse: 'NotKept' });
    await chooseAll('Μέτρια');
    await send();
    expect(await screen.findByText(/Δεν προλάβαμε/)).toBeTruthy();
    await send();
    await waitFor(() => expect(evaluate).toHaveBeenCalledTimes(2));
    expect(evaluate.mock.calls[0]?.[0].nonce).toBe(evaluate.mock.calls[1]?.[0].nonce);
  });
});
