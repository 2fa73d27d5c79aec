import { describe, expect, it } from 'vitest';
import type { Ballot } from './ballots/ballot.schema';
import { tallyRows } from './votes.dataset';

const aBallot = (more: Partial<Ballot>): Ballot => ({ _id: 'poll:1', subject: { kind: 'poll', id: '1' }, kind: 'poll', questions: [{ id: 'q', options: ['yes', 'no'] }], opensAt: null, closesAt: null, districts: [], ...more });
const counts = (yes: number, no: number) => [{ questionId: 'q', optionId: 'yes', count: yes }, { questionId: 'q', optionId: 'no', count: no }];
const shown = (ballot: Ballot, voters: number, told: ReturnType<typeof counts>) => tallyRows(ballot, { voters, counts: told }).map(({ option, voters: people, count }) => [option, people, count]);

describe('a tally as data', () => {
  it('has a row an option, with nought for what nobody chose', () => {
    expect(shown(aBallot({}), 12, [{ questionId: 'q', optionId: 'yes', count: 12 }])).toEqual([['yes', 12, 12], ['no', 12, 0]]);
  });

  it('says how many voted secretly and not what, while they are too few to hide one', () => {
    expect(shown(aBallot({}), 9, counts(8, 1))).toEqual([['yes', 9, null], ['no', 9, null]]);
    expect(shown(aBallot({}), 10, counts(9, 1))).toEqual([['yes', 10, 9], ['no', 10, 1]]);
  });

  it('says how many support, for that is known of each', () => {
    expect(shown(aBallot({ kind: 'support', questions: [{ id: 'support', options: ['yes'] }] }), 2, [{ questionId: 'support', optionId: 'yes', count: 2 }])).toEqual([['yes', 2, 2]]);
  });

  it('says nothing of a budget that waits for its end', () => {
    expect(shown(aBallot({ kind: 'budget' }), 400, [])).toEqual([['yes', 400, null], ['no', 400, null]]);
  });

  it('says nothing of what lies in a sealed box, and all when it was opened', () => {
    expect(shown(aBallot({ secrecy: 'sealed' }), 400, [])).toEqual([['yes', 400, null], ['no', 400, null]]);
    expect(shown(aBallot({ secrecy: 'sealed' }), 400, counts(300, 100))).toEqual([['yes', 400, 300], ['no', 400, 100]]);
  });
});
