import { describe, expect, it } from 'vitest';
import { articleId, savings, splitText } from './article-text';

const heads = (text: string) => splitText(text).map(({ label, title, body }) => [label, title, body]);

describe('a pasted text', () => {
  it('is split at its headings, however they are written; what comes before them is the preamble', () => {
    expect(heads('ΚΑΝΟΝΙΣΜΟΣ\nΈχοντας υπόψη\n\nΆρθρο 1\nΣκοπός\nΟ κανονισμός ορίζει.\n\nΔεύτερη.\nΑΡΘΡΟ 2ο – Ορισμοί\nΤραπέζι: έπιπλο.\nΆρθρο 3: Πλάτος\n1. Ένα.\n2. Δύο.\nΆρθρο 4. Ώρες\r\nΩς τις 23:00.')).toEqual([
      ['', '', 'ΚΑΝΟΝΙΣΜΟΣ\nΈχοντας υπόψη'],
      ['Άρθρο 1', 'Σκοπός', 'Ο κανονισμός ορίζει.\n\nΔεύτερη.'],
      ['Άρθρο 2', 'Ορισμοί', 'Τραπέζι: έπιπλο.'],
      ['Άρθρο 3', 'Πλάτος', '1. Ένα.\n2. Δύο.'],
      ['Άρθρο 4', 'Ώρες', 'Ως τις 23:00.'],
    ]);
    expect(heads('Article 1\nPurpose\nThis rules.\nARTICLE 2A - Terms\nTable.')).toEqual([['Article 1', 'Purpose', 'This rules.'], ['Article 2A', 'Terms', 'Table.']]);
    expect(heads('## Άρθρο 12Α\n**Τέλη**\nΚείμενο.\nΑΡΘΡΟ ΔΕΚΑΤΟ\nΈναρξη\nΣήμερα.')).toEqual([['Άρθρο 12Α', 'Τέλη', 'Κείμενο.'], ['Άρθρο δέκατο', 'Έναρξη', 'Σήμερα.']]);
  });

  it('keeps sentences that speak of articles', () => {
    expect(heads('Άρθρο 1\nΣκοπός\nΌπως ορίζει το\nάρθρο 3.\nΆρθρο 5 του ν. 3463/2006 ισχύει.\nΆρθρα 1 έως 3.')).toEqual([['Άρθρο 1', 'Σκοπός', 'Όπως ορίζει το\nάρθρο 3.\nΆρθρο 5 του ν. 3463/2006 ισχύει.\nΆρθρα 1 έως 3.']]);
  });

  it('takes a first line that is a sentence, a paragraph with its number or all there is for words and not for a title', () => {
    expect(heads('Άρθρο 1\nΟ κανονισμός ισχύει από σήμερα.\nΚαι αύριο.')).toEqual([['Άρθρο 1', '', 'Ο κανονισμός ισχύει από σήμερα.\nΚαι αύριο.']]);
    expect(heads('Άρθρο 1\n1. Πρώτη παράγραφος\n2. Δεύτερη')).toEqual([['Άρθρο 1', '', '1. Πρώτη παράγραφος\n2. Δεύτερη']]);
    expect(heads('Άρθρο 1\nΚαταργείται')).toEqual([['Άρθρο 1', '', 'Καταργείται']]);
    expect(heads('Άρθρο 1. Τα τραπέζια μπαίνουν μόνο στην όψη του καταστήματος.')).toEqual([['Άρθρο 1', '', 'Τα τραπέζια μπαίνουν μόνο στην όψη του καταστήματος.']]);
  });

  it('loses the table of contents before it, and nothing else', () => {
    expect(heads('Άρθρο 1 – Σκοπός ........ 2\nΆρθρο 2 – Ορισμοί ....... 3\n\nΆρθρο 1 – Σκοπός\nΛόγια.\nΆρθρο 2 – Ορισμοί\nΆλλα.')).toEqual([['Άρθρο 1', 'Σκοπός', 'Λόγια.'], ['Άρθρο 2', 'Ορισμοί', 'Άλλα.']]);
    expect(heads('Άρθρο 7\n')).toEqual([['Άρθρο 7', '', '']]);
    expect(splitText('Χωρίς άρθρα.')).toEqual([{ label: '', title: '', body: 'Χωρίς άρθρα.', isPreamble: true }]);
    expect(splitText(' \n')).toEqual([]);
  });
});

describe('a new article', () => {
  it('has an id that no other has', () => {
    expect(articleId([])).toBe('a1');
    expect(articleId(['a2', 'x9', 'a10'])).toBe('a11');
  });
});

describe('a long text', () => {
  const long = (id: string, signs: number) => ({ id, label: id, body: 'ψ'.repeat(signs) });

  it('is saved in portions that fit into a request, with all articles so far in each', () => {
    const articles = [long('a1', 20_000), long('a2', 20_000), long('a3', 100)];
    const portions = savings(articles);
    expect(portions.map((portion) => portion.map(({ id, body }) => `${id}${body === null ? '' : '+'}`))).toEqual([['a1+'], ['a1', 'a2+', 'a3+']]);
    for (const portion of portions) expect(new TextEncoder().encode(JSON.stringify(portion)).length).toBeLessThan(60_000);
  });

  it('loses no article that is kept, where the portions break off', () => {
    const kept = new Map(['a1', 'a2', 'a3'].map((id) => [id, 'παλιό']));
    const portions = savings([long('a1', 25_000), long('a2', 25_000), long('new', 5), { ...long('a3', 5), body: 'παλιό' }], kept);
    expect(portions.map((portion) => portion.map(({ id, body }) => `${id}${body === null ? '' : '+'}`))).toEqual([['a1+', 'a2', 'a3'], ['a1', 'a2+', 'new+', 'a3']]);
  });

  it('is one portion where it is short, sends no words that are kept, and may be empty', () => {
    expect(savings([long('a1', 5), long('a2', 5)], new Map([['a1', 'ψψψψψ']]))).toEqual([[{ id: 'a1', label: 'a1', body: null }, long('a2', 5)]]);
    expect(savings([])).toEqual([[]]);
  });
});
