import { describe, expect, it } from 'vitest';
import { problemsOf } from '@isegoria/kernel/contracts';
import { csvCells } from './csv-cells';
import { populationForm, populationHeader, populationRows, readPopulation } from './population';
import { aPopulation } from './statistics.builders';

const wrong = (table: object) => problemsOf(populationForm, table).map(({ field, code }) => `${field} ${code}`);
const asText = (apart: string) => [populationHeader, ...populationRows(aPopulation())].map((row) => row.map((cell) => cell ?? '').join(apart)).join('\r\n');

describe('the table of the city’s people', () => {
  it('has every age of both genders once, districts, a source and a day', () => {
    const { ages, districts } = aPopulation();
    expect(wrong(aPopulation())).toEqual([]);
    expect(wrong(aPopulation({ source: ' ', asOf: '2021-02-33' }))).toEqual(['source required', 'asOf invalid']);
    expect(wrong(aPopulation({ ages: ages.slice(1), districts: [] }))).toEqual(['ages invalid', 'districts invalid']);
    expect(wrong(aPopulation({ ages: [...ages.slice(1), { ageBand: '65+', gender: 'male', people: 1 }] }))).toEqual(['ages invalid']);
    expect(wrong(aPopulation({ districts: [...districts, { districtId: 'north', people: 1 }] }))).toEqual(['districts invalid']);
    expect(wrong(aPopulation({ districts: [{ districtId: 'north', people: 0 }] }))).toEqual(['districts invalid']);
    expect(wrong(aPopulation({ districts: [{ districtId: 'north', people: -1 }] }))).toEqual(['districts.0.people too_small', 'districts invalid']);
  });

  it('goes out as CSV and comes back the same, with commas or with semicolons', () => {
    for (const apart of [',', ';']) expect(readPopulation(asText(apart))).toEqual(aPopulation());
  });

  it('says which row of a file cannot be read', () => {
    expect(readPopulation('kind,group,gender,people\nage,15-24,female,many')).toEqual({ line: 2 });
    expect(readPopulation('<!doctype html>')).toEqual({ line: 1 });
    expect(readPopulation('')).toEqual({ source: '', asOf: '', ages: [], districts: [] });
  });
});

describe('a CSV file', () => {
  it('is read with its quotes, line feeds, empty rows and byte order mark', () => {
    expect(csvCells('\uFEFFa,"b,""c""\r\nd",\r\n\r\n;,e')).toEqual([['a', 'b,"c"\r\nd', ''], [';', 'e']]);
  });
});
