import type { Answer } from '@isegoria/votes/contracts';
import { describe, expect, it } from 'vitest';
import { cartOf } from './use-cart';

type Ballot = Parameters<typeof cartOf>[0];

const question = { id: 'projects', options: ['shade', 'pool', 'ramps'], form: 'approval' as const, most: 2, money: 100, costs: [40, 80, 20], points: null };
const ballot = { questions: [question] } as unknown as Ballot;

function cartWith(...chosen: string[]) {
  const said: (readonly Answer[])[] = [];
  const cart = cartOf(ballot, { answers: chosen.map((optionId) => ({ questionId: 'projects', optionId })), choose: (answers) => said.push(answers) });
  return { cart, chosen: () => said.at(-1)?.map(({ optionId }) => optionId) };
}

describe('a cart', () => {
  it('says what the money still allows, and how much is missing for the rest', () => {
    const { cart } = cartWith('shade');
    expect(cart).toMatchObject({ cost: 40, left: 60 });
    expect([cart.missing('pool'), cart.missing('ramps')]).toEqual([20, null]);
  });

  it('takes in what fits, and nothing that does not', () => {
    const fits = cartWith('shade');
    fits.cart.toggle('ramps');
    expect(fits.chosen()).toEqual(['shade', 'ramps']);
    const dear = cartWith('shade');
    dear.cart.toggle('pool');
    expect(dear.chosen()).toBeUndefined();
  });

  it('lets everything be taken out again, also when it is full', () => {
    const { cart, chosen } = cartWith('shade', 'ramps');
    expect(cart.isFull).toBe(true);
    cart.toggle('shade');
    expect(chosen()).toEqual(['ramps']);
  });
});
