import { render, screen } from '@testing-library/react';
import { el } from '@isegoria/proposals/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownProposal } from '../documents';
import { AnswerForm, euros } from './answer-form';

describe('what an official writes as the cost', () => {
  it.each([['', null], ['42000', 42_000], ['42.000', 42_000], ['42,000', 42_000], ['1.200.000 €', 1_200_000]])('%j is %j euros', (written, sum) => {
    expect(euros(written)).toBe(sum);
  });

  it.each(['1200.50', '12,5', 'περίπου 100', '-3', '1.2.3'])('%j is asked for again, never read as another sum', (written) => {
    expect(euros(written)).toBeUndefined();
  });
});

describe('an official who answers once more', () => {
  const proposal = { id: 'p', supports: 3, answer: { status: 'ACCEPTED', answeredAt: '2026-05-01T09:00:00Z' } } as unknown as ShownProposal;
  const offered = async () => {
    render(<Stage words={{ ui, proposals: el }}><AnswerForm proposal={proposal} /></Stage>);
    return (await screen.findAllByRole('radio')).map((radio) => radio.getAttribute('value'));
  };
  beforeEach(() => sessionStorage.clear());

  it('is offered only what may follow: what was accepted does not go back to being looked at', async () => {
    expect(await offered()).toEqual(['ACCEPTED', 'REJECTED', 'IMPLEMENTED']);
  });

  it('chooses anew where a colleague’s answer took away what they had chosen', async () => {
    sessionStorage.setItem('isegoria:answer:p', JSON.stringify({ status: 'UNDER_EVALUATION', text: 'Το μελετάμε.', nextStep: '', nextStepAt: '', cost: '' }));
    await offered();
    expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
    expect(screen.getByDisplayValue('Το μελετάμε.')).toBeDefined();
  });
});
