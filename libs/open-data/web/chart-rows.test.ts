import { describe, expect, it } from 'vitest';
import { chartRows, figuresOf, labelsOf } from './chart-rows';
import type { DatasetInList, Field, Sample } from './documents';
import { matching } from './matching';

const field = (name: string, type: string): Field => ({ name, type, title: { el: name, en: name }, says: { el: '', en: '' }, isRequired: false, isKey: false, contract: null, values: [] });
const fields = [field('status', 'string'), field('supports', 'integer'), field('lat', 'number'), field('text', 'string')];
const row = (status: string | null, supports: number | null): Sample['rows'][number] => [{ text: status, number: null }, { text: null, number: supports }, { text: null, number: 37.9 }, { text: 'x'.repeat(500), number: null }];
const sample: Sample = { rows: [row('OPEN', 3), row('OPEN', 4), row('ACCEPTED', 20), row(null, 1), row('REJECTED', null)], hasMore: false };

describe('a look at a column', () => {
  it('adds a figure up for each value, the largest first, and names what is empty', () => {
    expect(chartRows(fields, sample, { figure: 'supports', by: 'status', none: '(κενό)' })).toEqual([{ label: 'ACCEPTED', value: 20 }, { label: 'OPEN', value: 7 }, { label: '(κενό)', value: 1 }]);
  });

  it('shows twelve at the most', () => {
    const many = { rows: Array.from({ length: 40 }, (_, at) => row(`s${at}`, at)), hasMore: true };
    expect(chartRows(fields, many, { figure: 'supports', by: 'status', none: '' })).toHaveLength(12);
  });

  it('offers numbers that add up and short texts, no places and no essays', () => {
    expect(figuresOf(fields, sample).map(({ name }) => name)).toEqual(['supports']);
    expect(labelsOf(fields, sample).map(({ name }) => name)).toEqual(['status']);
    expect(figuresOf(fields.map((one) => ({ ...one, isKey: true })), sample)).toEqual([]);
  });
});

describe('whoever looks for data', () => {
  const dataset = (id: string, el: string, en: string, formats: string[]): DatasetInList => ({ id, title: { el, en }, description: { el: '', en: '' }, keywords: [{ el: 'χάρτης', en: 'map' }], formats, fields: [] });
  const all = [dataset('proposals', 'Προτάσεις πολιτών', 'Proposals', ['CSV', 'GeoJSON']), dataset('budgets', 'Προϋπολογισμοί', 'Budgets', ['CSV', 'PB'])];
  const found = (asked: Partial<Parameters<typeof matching>[1]>) => matching(all, { q: '', tag: '', format: '', ...asked }).map(({ id }) => id);

  it('finds by any words, in either language, with or without accents', () => {
    expect(found({ q: 'ΠΡΟΤΑΣΕΙΣ πολιτων' })).toEqual(['proposals']);
    expect(found({ q: 'budg' })).toEqual(['budgets']);
    expect(found({ q: 'nothing' })).toEqual([]);
  });

  it('narrows by topic and by format', () => {
    expect(found({ tag: 'map' })).toEqual(['proposals', 'budgets']);
    expect(found({ format: 'PB' })).toEqual(['budgets']);
    expect(found({ tag: 'money' })).toEqual([]);
  });
});
