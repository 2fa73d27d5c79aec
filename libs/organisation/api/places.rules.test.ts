import { describe, expect, it } from 'vitest';
import { words } from '@isegoria/kernel/contracts';
import { type KnownPlace, placesNamed } from './places.rules';

const known = [aPlace('Σαλαμίνος', 'Salaminos'), aPlace('25ης Μαρτίου', '25is Martiou'), aPlace('Πλατεία Ισηγορίας', 'Isegoria square'), aPlace('Ισμήνης', 'Isminis')];
const labels = (text: string, locale: 'el' | 'en' = 'el') => placesNamed(known, text, locale).map(({ label }) => label);

describe('a citizen who types an address', () => {
  it('finds the street without accents, in capitals or in Latin letters', () => {
    expect(labels('σαλαμ')).toEqual(['Σαλαμίνος']);
    expect(labels('ΟΔΟΣ ΣΑΛΑΜΙΝΟΣ')).toEqual(['Σαλαμίνος']);
    expect(labels('salaminos', 'en')).toEqual(['Salaminos']);
  });

  it('keeps the house number', () => {
    expect(labels('Σαλαμίνος 12')).toEqual(['Σαλαμίνος 12']);
    expect(labels('οδός Σαλαμίνος 12Β')).toEqual(['Σαλαμίνος 12Β']);
  });

  it('is not misled by a number that is part of the name', () => {
    expect(labels('25ης Μαρτίου')).toEqual(['25ης Μαρτίου']);
    expect(labels('25ης Μαρτίου 7')).toEqual(['25ης Μαρτίου 7']);
  });

  it('sees first what begins with the words', () => {
    expect(labels('ισ')).toEqual(['Ισμήνης', 'Πλατεία Ισηγορίας']);
  });

  it('finds nothing for nothing, for one letter and for a street that is not here', () => {
    for (const text of ['', '  ', 'σ', 'Πατησίων 3', '<script>alert(1)</script>', '12']) expect(labels(text)).toEqual([]);
  });
});

function aPlace(el: string, en: string): KnownPlace {
  return { name: { el, en }, words: words(`${el} ${en}`), districtId: 'kentro', lat: 37.9, lng: 23 };
}
