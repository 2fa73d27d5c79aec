import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DEFAULT_CRITERIA, el, opinionOf } from '@isegoria/evaluations/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecisionOnPage } from './documents';
import { MyEvaluation } from './my-evaluation';
import { useEvaluation } from './use-evaluation';

type Answers = { criterionId: string; optionId: string }[];
type Sending = { versionId: string; answers: Answers; nonce: string };

const decision: DecisionOnPage = {
  id: 'ck70wdi-ln9', ada: 'ΨΚ70ΩΔΙ-ΛΝ9', subject: 'Έγκριση <b>μονοδρομήσεων</b>', registerSubject: '', plainWords: null,
  type: { code: 'Α.2', label: { el: 'Κανονιστική πράξη', en: 'Regulation' } }, unit: null, organisation: { id: '1', name: null }, source: 'DIAVGEIA', signedAs: [],
  protocolNumber: null, issueDate: '2026-03-02T00:00:00Z', publishedAt: '2026-03-02T00:00:00Z', status: 'PUBLISHED', versionId: 'v-2',
  documentUrl: null, url: null, amount: null, isDemo: false, leadId: null, acts: 1, opinion: opinionOf(DEFAULT_CRITERIA, { voters: 0, counts: [] }),
};

function Part() {
  return <MyEvaluation decision={decision} act={useEvaluation(decision)} />;
}

/** A city in the test's hand. */
function aCity({ mine = null as { versionId: string; answers: Answers } | null, refuse = '', isSlow = false } = {}) {
  const state = { mine };
  const evaluate = vi.fn((sent: Sending) => {
    if (refuse) return { evaluate: { __typename: refuse } };
    const changed = state.mine !== null;
    if (!isSlow) state.mine = { versionId: sent.versionId, answers: sent.answers };
    return { evaluate: { __typename: 'Evaluated', changed, answers: sent.answers } };
  });
  const say = vi.fn((_said: { input: { text: string } }) => ({ addComment: { __typename: 'CommentSaved', comment: { visibility: 'waiting' } } }));
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'MyEvaluation') return { myEvaluation: state.mine };
    return operation === 'Evaluate' ? evaluate(variables as Sending) : say(variables as { input: { text: string } });
  };
  render(<Stage words={{ ui, evaluations: el }} answer={answer}><Part /></Stage>);
  return { evaluate, say };
}

// By text and label: asking for roles walks the whole page each time.
const choose = async (question: RegExp, step: string) => {
  const group = (await screen.findByText(question)).closest('fieldset');
  if (group) await userEvent.click(within(group).getByLabelText(step));
};
const chooseAll = async (step: string) => {
  for (const { question } of DEFAULT_CRITERIA) await choose(new RegExp(question.el.slice(0, 12)), step);
};
const send = () => userEvent.click(screen.getByRole('button', { name: /Στείλε την αξιολόγηση|Άλλαξε την αξιολόγησή σου/ }));

beforeEach(() => sessionStorage.clear());

describe('a citizen who weighs a decision', () => {
  it('answers each question once, may say something, and is told that it counts', async () => {
    const { evaluate, say } = aCity();
    await chooseAll('Αρκετά');
    await choose(/Είναι δίκαιη/, 'Δεν μπορώ να πω');
    await userEvent.click(screen.getByLabelText(/Θέλεις να πεις/));
    await userEvent.paste('Καλό, αλλά μας το είπαν αργά.');
    await send();
    expect(await screen.findByText('Μετρήθηκε η γνώμη σου')).toBeTruthy();
    expect(screen.getByText('Το σχόλιό σου το διαβάζει πρώτα επόπτης.')).toBeTruthy();
    expect(evaluate.mock.lastCall?.[0].versionId).toBe('v-2');
    expect(evaluate.mock.lastCall?.[0].answers).toContainEqual({ criterionId: 'fair', optionId: 'cant_say' });
    expect(say.mock.lastCall?.[0].input.text).toBe('Καλό, αλλά μας το είπαν αργά.');
  });

  it('sees what they sent although the city has not counted it yet', async () => {
    aCity({ isSlow: true });
    await chooseAll('Αρκετά');
    await send();
    expect(await screen.findByText('Μετρήθηκε η γνώμη σου')).toBeTruthy();
    expect(screen.getAllByText('Αρκετά')).toHaveLength(DEFAULT_CRITERIA.length);
    expect(screen.queryByRole('radio')).toBeNull();
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
    const { evaluate } = aCity({ mine: { versionId: 'v-1', answers: DEFAULT_CRITERIA.map(({ id }) => ({ criterionId: id, optionId: '2' })) } });
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
