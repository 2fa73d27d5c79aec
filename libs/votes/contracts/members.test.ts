import { describe, expect, it } from 'vitest';
import { isTaxNumber, onlyIdentities, readMembers, taxNumberOf } from './members';

describe('a list of members that somebody pastes', () => {
  it('is read line by line, by addresses and tax numbers, whatever else stands beside them', () => {
    const { named, unread } = readMembers('﻿Όνομα;E-mail;ΑΦΜ\r\nΜαρία;"Maria@Example.org";\r\n\r\nΝίκος, nikos ,090 000 045\n<eleni@example.org>');
    expect(named).toEqual([{ line: 2, email: 'maria@example.org' }, { line: 4, number: '090000045' }, { line: 5, email: 'eleni@example.org' }]);
    expect(unread).toEqual([]);
  });

  it('has each line named that names nobody, and why', () => {
    const { named, unread } = readMembers('maria@example\n123456789\n<script>alert(1)</script>\n090000045');
    expect(named).toEqual([{ line: 4, number: '090000045' }]);
    expect(unread).toEqual([
      { line: 1, text: 'maria@example', problem: 'unreadable' },
      { line: 2, text: '123456789', problem: 'number' },
      { line: 3, text: '<script>alert(1)</script>', problem: 'unreadable' },
    ]);
  });

  it('leaves its other columns behind, and keeps its line numbers', () => {
    const text = 'email;name\nmaria@example.org;Μαρία\n\n090000045;Νίκος';
    expect(onlyIdentities(text)).toBe('\nmaria@example.org\n\n090000045');
    expect(readMembers(onlyIdentities(text)).named).toEqual(readMembers(text).named);
  });
});

describe('a tax number', () => {
  it('is the same one however it is typed, and nothing else is one', () => {
    expect(['090000045', ' 090 000-045', 'EL090000045', 'ελ 090000045'].map(taxNumberOf)).toEqual(Array(4).fill('090000045'));
    expect(['', 'ΑΒ 123456', '090000054', 'EL', '0900000450'].map(taxNumberOf)).toEqual(Array(5).fill(null));
  });

  // Numbers of public bodies, as they print them: ΔΕΗ, ΟΤΕ, the ministry of finance.
  it.each(['090000045', '094019245', '090165560'])('%s is one', (number) => expect(isTaxNumber(number)).toBe(true));
  it.each(['090000046', '000000000', '90000045', '0900000450', ''])('%j is none', (number) => expect(isTaxNumber(number)).toBe(false));
});
