import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITERIA } from './criteria';
import { opinionOf, type OptionCount } from './opinion';

function headline(distributions: number[][], { people = 1208, acts = 1, criteria = DEFAULT_CRITERIA } = {}) {
  const counts: OptionCount[] = distributions.flatMap((steps, at) =>
    steps.map((count, step) => ({ questionId: criteria[at]?.id ?? '', optionId: String(step + 1), count })),
  );
  return opinionOf(criteria, { voters: people, counts }, acts).headline;
}

const liked = [9, 13, 15, 334, 329];
const disliked = [328, 227, 18, 17, 10];
const divided = [117, 121, 122, 125, 115];

describe('the headline over what a city thinks', () => {
  it('names what most find good and what most find bad, in the number of the acts', () => {
    expect(headline([divided, liked, disliked, divided], { acts: 6 })).toEqual({ el: 'Δίκαιες, όχι όμως καλά εξηγημένες', en: 'Fair, but not well explained' });
    expect(headline([liked, liked, disliked, divided])).toEqual({ el: 'Αναγκαία και δίκαιη, όχι όμως καλά εξηγημένη', en: 'Necessary and fair, but not well explained' });
    expect(headline([divided, disliked, disliked, divided])).toEqual({ el: 'Ούτε δίκαιη ούτε καλά εξηγημένη', en: 'Neither fair nor well explained' });
    expect(headline([divided, divided, disliked, divided]).el).toBe('Όχι καλά εξηγημένη');
    expect(headline([liked, divided, divided, divided]).en).toBe('Necessary');
  });

  it('speaks of all where all agree, and of nothing where nothing can be said', () => {
    expect(headline([liked, liked, liked, liked]).el).toBe('Καλά λόγια σε όλα');
    expect(headline([disliked, disliked, disliked, disliked]).en).toBe('Ill thought of on every count');
    expect(headline([divided, divided, divided, divided]).el).toBe('Οι γνώμες μοιράζονται');
  });

  it('takes a majority that chance may have made for none', () => {
    expect(headline([[0, 9, 0, 11, 0], divided, divided, divided]).el).toBe('Οι γνώμες μοιράζονται');
  });

  it('waits for more people', () => {
    expect(headline([[0, 0, 0, 0, 9], [], [], []], { people: 9 }).el).toBe('Λίγες απαντήσεις ακόμη');
    expect(headline([], { people: 0 }).en).toBe('Nobody has answered yet');
  });

  it('says a criterion that a city chose itself by its label', () => {
    const criteria = [{ id: 'green', label: { el: 'Φιλική στο περιβάλλον', en: 'Kind to nature' }, question: { el: '', en: '' } }];
    expect(headline([[...liked.slice(0, 4), 300]], { criteria: [...criteria, ...DEFAULT_CRITERIA] })).toEqual({ el: 'Φιλική στο περιβάλλον', en: 'Kind to nature' });
  });
});
