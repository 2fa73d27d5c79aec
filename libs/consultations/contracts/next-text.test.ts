import { describe, expect, it } from 'vitest';
import { nextText } from './next-text';

const article = (id: string, label: string) => ({ id, label, title: `Τίτλος ${id}`, body: `Λόγια ${id}`, isPreamble: false });
const change = (outcome: 'kept' | 'changed' | 'removed', label = '') => ({ outcome, label, title: 'Άλλος', body: 'Άλλα λόγια' });

describe('the next version of a text', () => {
  const asked = [article('a1', 'Άρθρο 1'), article('a2', 'Άρθρο 2'), article('a3', 'Άρθρο 3')];

  it('is the same where nothing was said', () => {
    expect(nextText(asked, new Map(), [])).toEqual(asked);
  });

  it('has what was changed, not what was removed, and keeps the words of what was kept under its new number', () => {
    expect(nextText(asked, new Map([['a1', change('changed', 'Άρθρο 1')], ['a2', change('removed')], ['a3', change('kept', 'Άρθρο 2')]]), [])).toEqual([
      { ...article('a1', 'Άρθρο 1'), title: 'Άλλος', body: 'Άλλα λόγια' }, article('a3', 'Άρθρο 2'),
    ]);
  });

  it('has what was added where it belongs: first, after another, where a removed one stood, after another added one, and at the end', () => {
    const added = (id: string, after: string | null) => ({ ...article(id, id), after });
    const next = nextText(asked, new Map([['a2', change('removed')]]), [added('n1', null), added('n2', 'a2'), added('n3', 'n2'), added('n4', 'gone')]);
    expect(next.map(({ id }) => id)).toEqual(['n1', 'a1', 'n2', 'n3', 'a3', 'n4']);
  });
});
