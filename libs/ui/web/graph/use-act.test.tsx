import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '../stage';
import { Failure } from './failure';
import type { Answerer } from './graph';
import { graphql } from './graphql';
import { onSignal } from './signals';
import { useAct } from './use-act';
import { useGraph } from './use-graph';

const Now = graphql(`query Now { now }`);
const Nothing = graphql(`mutation Nothing { nothing }`);

function Part() {
  const { data } = useGraph(Now, {});
  const [act, { pending }] = useAct(Nothing, { refresh: [Now] });
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <output>{data?.now}</output>
      <p>{pending ? 'στέλνεται' : outcome}</p>
      <button onClick={() => void act({}).then((answer) => setOutcome(answer ? 'έγινε' : 'δεν έγινε'))}>Στείλε</button>
    </>
  );
}

const open = (answer: Answerer) =>
  render(
    <Stage answer={answer}>
      <Part />
    </Stage>,
  );

let stop = (): void => undefined;
afterEach(() => stop());

describe('a citizen who acts', () => {
  it('twice in a row is heard once, and sees afterwards what has changed', async () => {
    let asked = 0;
    let answer: (data: object) => void = () => undefined;
    const answered = new Promise<object>((resolve) => (answer = resolve));
    const sent = vi.fn(() => answered);
    open((operation) => (operation === 'Now' ? { now: `ερώτηση ${++asked}` } : sent()));
    await userEvent.dblClick(await screen.findByText('Στείλε'));
    answer({ nothing: true });
    await screen.findByText('έγινε');
    expect(sent).toHaveBeenCalledTimes(1);
    await screen.findByText('ερώτηση 2');
  });

  it('is told by the shell when it did not go through, with the code', async () => {
    const told = vi.fn();
    stop = onSignal('act-failed', told);
    open((operation) => (operation === 'Now' ? { now: '' } : Promise.reject(new Failure('unexpected', '01JABC', 'broken'))));
    await userEvent.click(await screen.findByText('Στείλε'));
    await screen.findByText('δεν έγινε');
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ kind: 'unexpected', correlationId: '01JABC' }));
  });
});
