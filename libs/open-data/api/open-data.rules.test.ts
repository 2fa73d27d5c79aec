import { describe, expect, it } from 'vitest';
import type { Dataset } from '@isegoria/kernel/api';
import { cursorOf, placeFrom } from './files/cursors';
import { dictionaryOf } from './catalogue/dictionary';
import { isDue } from './files/dumps.service';
import { formatsOf } from './files/formats';
import { feature } from './files/geometry';
import { aDataset } from './open-data.builders';
import { wanted } from './negotiation';
import { pageRows, pieces } from './files/row-stream';

const text = async (dataset: Dataset, extension: string, limit = Number.POSITIVE_INFINITY) => {
  const format = formatsOf(dataset).find((one) => one.extension === extension);
  if (!format) throw new Error(extension);
  let all = '';
  for await (const piece of pieces(dataset, format, { after: null, limit })) all += piece;
  return all;
};

describe('a file of public data', () => {
  const hostile = aDataset([{ id: '=1+1', title: 'Πλατεία, "νέα"\n<script>alert(1)</script>', supports: -3, at: new Date('2026-05-01T10:00:00Z'), lat: 37.94, lng: 22.93 }]);

  it('does not let a spreadsheet run a formula, and keeps numbers numbers', async () => {
    expect(await text(hostile, 'csv')).toBe('id,title,supports,at,lat,lng\r\n\'=1+1,"Πλατεία, ""νέα""\n<script>alert(1)</script>",-3,2026-05-01T10:00:00.000Z,37.94,22.93\r\n');
  });

  it('has texts to the letter as JSON Lines, one row a line', async () => {
    const lines = (await text(hostile, 'jsonl')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([{ id: '=1+1', title: 'Πλατεία, "νέα"\n<script>alert(1)</script>', supports: -3, at: '2026-05-01T10:00:00.000Z', lat: 37.94, lng: 22.93 }]);
  });

  it.each([0, 1, 199, 200, 201, 401])('is whole JSON in each of its formats, of %i rows', async (count) => {
    const many = aDataset(Array.from({ length: count }, (_, at) => ({ id: `p${at}`, title: 'x', supports: at, at: null, lat: null, lng: null })));
    const geo = JSON.parse(await text(many, 'geojson')) as { features: unknown[] };
    const linked = JSON.parse(await text(many, 'jsonld')) as { '@graph': unknown[] };
    expect([geo.features.length, linked['@graph'].length]).toEqual([count, count]);
    expect((await text(many, 'csv')).trim().split('\r\n')).toHaveLength(count + 1);
  });

  it('ends at the limit that was asked for', async () => {
    const many = aDataset(Array.from({ length: 900 }, (_, at) => ({ id: `p${at}`, title: 'x', supports: at, at: null, lat: null, lng: null })));
    expect((await text(many, 'jsonl', 250)).trim().split('\n')).toHaveLength(250);
  });

  it('puts longitude first, and makes no point of what is none', () => {
    const row = { id: 'a', title: '', supports: 0, at: null };
    expect(feature(hostile, { ...row, lat: 37.9, lng: 22.9 })).toMatchObject({ geometry: { type: 'Point', coordinates: [22.9, 37.9] }, properties: { id: 'a' } });
    expect(feature(hostile, { ...row, lat: 137, lng: 22.9 })).toMatchObject({ geometry: null });
    expect(feature(hostile, { ...row, lat: null, lng: 22.9 })).toMatchObject({ geometry: null });
  });
});

describe('whoever pages', () => {
  const many = aDataset(Array.from({ length: 23 }, (_, at) => ({ id: `p${String(at).padStart(2, '0')}`, title: 'x', supports: at, at: null, lat: null, lng: null })));

  it('gets every row once, in order, and no next after the last', async () => {
    const seen: unknown[] = [];
    let after = null;
    do {
      const { rows, next } = await pageRows(many, { after, limit: 5 });
      seen.push(...rows.map(({ id }) => id));
      after = next;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 23 }, (_, at) => `p${String(at).padStart(2, '0')}`));
  });

  it('is told no next page where the last one is full', async () => {
    expect((await pageRows(many, { after: null, limit: 23 })).next).toBeNull();
  });

  it('cannot bring in a cursor of another dataset, an operator, or nonsense', () => {
    const good = cursorOf('things', { id: 'p1', row: 0 });
    expect(placeFrom('things', good)).toEqual({ id: 'p1', row: 0 });
    const forged = [{ $gt: '' }, 1, ['x'], null].map((id) => Buffer.from(JSON.stringify(['things', id, 0])).toString('base64url'));
    const rows = [-1, 1.5, '0', null].map((row) => Buffer.from(JSON.stringify(['things', 'p1', row])).toString('base64url'));
    for (const bad of [cursorOf('others', { id: 'p1', row: 0 }), ...forged, ...rows, 'nonsense', '', good.slice(0, -4)]) expect(() => placeFrom('things', bad)).toThrow('This cursor is not one of this dataset');
  });
});

describe('the data dictionary', () => {
  it('takes types, emptiness and values from the contracts', () => {
    const dataset = { ...aDataset([]), fields: [{ name: 'status', from: 'Proposal.status', title: { el: '', en: '' }, says: { el: '', en: '' } }, { name: 'cost', from: 'Proposal.answer.cost', title: { el: '', en: '' }, says: { el: '', en: '' } }] };
    const [status, cost] = dictionaryOf(dataset);
    expect(status).toMatchObject({ type: 'string', isRequired: true, contract: 'Proposal.status' });
    expect(status?.values).toContain('IMPLEMENTED');
    expect(cost).toMatchObject({ type: 'integer', isRequired: false });
  });

  it('does not stand where a column names what the contracts do not have', () => {
    const dataset = { ...aDataset([]), fields: [{ name: 'x', from: 'Proposal.password', title: { el: '', en: '' }, says: { el: '', en: '' } }] };
    expect(() => dictionaryOf(dataset)).toThrow('Proposal has no password');
  });
});

describe('the night’s files', () => {
  it('are due once the hour of Athens is passed, in winter and in summer', () => {
    expect(isDue(null, new Date('2026-01-10T12:00:00Z'), 3)).toBe(true);
    expect(isDue(new Date('2026-01-10T02:00:00Z'), new Date('2026-01-11T00:59:00Z'), 3)).toBe(false);
    expect(isDue(new Date('2026-01-10T02:00:00Z'), new Date('2026-01-11T01:00:00Z'), 3)).toBe(true);
    expect(isDue(new Date('2026-07-10T02:00:00Z'), new Date('2026-07-11T00:00:00Z'), 3)).toBe(true);
    expect(isDue(new Date('2026-07-10T02:00:00Z'), new Date('2026-07-10T20:59:00Z'), 3)).toBe(false);
  });
});

describe('what a caller wants of the catalogue', () => {
  const offers = ['text/turtle', 'application/ld+json', 'text/html'] as const;

  it.each([
    [undefined, 'text/turtle'],
    ['*/*', 'text/turtle'],
    ['application/ld+json;q=0.9, text/turtle;q=0.1', 'application/ld+json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['text/*', 'text/turtle'],
    ['text/turtle;q=0, */*', 'application/ld+json'],
    ['image/png', null],
    [';;;q=', 'text/turtle'],
    ['text/turtle;q=7, application/ld+json', 'application/ld+json'],
  ])('%s gets %s', (accept, expected) => {
    expect(wanted(accept, offers)).toBe(expected);
  });
});
