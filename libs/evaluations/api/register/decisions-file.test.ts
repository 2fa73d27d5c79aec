import { describe, expect, it } from 'vitest';
import { amountTyped, idOfNumber } from '@isegoria/evaluations/contracts';
import { readDecisionsFile, textOfFile } from './decisions-file';
import { enteredAct, enteredProblems, idOfEntered, numberTaken } from './entered-decisions';

const now = new Date('2026-03-02T22:30:00Z');
const line = { number: '145/2026', subject: 'Νέες στάσεις <script>alert(1)</script>', type: 'Α.2', issued: '2026-03-02', status: 'PUBLISHED' as const };

describe('a file of decisions', () => {
  it('may name its columns in Greek, part them by semicolons and write dates as people do', () => {
    const text = '\uFEFFΑριθμός;Θέμα;Είδος;Ημερομηνία;Ποσό;Ισχύς\r\n145/2026;"Πλατεία\nΔημαρχείου";Δ.1;2/3/2026;1.234,50;\r\n146/2026;Στάσεις;Α.2;2026-03-05;;ανακλήθηκε\r\n';
    expect(readDecisionsFile(text)).toEqual([
      { line: 2, input: { number: '145/2026', subject: 'Πλατεία\nΔημαρχείου', type: 'Δ.1', issued: '2026-03-02', amount: '1.234,50', status: 'PUBLISHED' } },
      { line: 4, input: { number: '146/2026', subject: 'Στάσεις', type: 'Α.2', issued: '2026-03-05', amount: '', status: 'REVOKED' } },
    ]);
  });

  it('names a kind of act by its code, on either keyboard, or by its name', () => {
    const types = ['Α.2', 'a.2', 'A.2', 'κανονιστική ΠΡΑΞΗ', 'Regulation', 'Ω.9'].map((type) => `1;Θέμα;${type};2/3/2026`).join('\n');
    expect(readDecisionsFile(`number;subject;type;issued\n${types}`).map(({ input }) => input.type)).toEqual(['Α.2', 'Α.2', 'Α.2', 'Α.2', 'Α.2', 'Ω.9']);
  });

  it('may end in the empty lines and columns that a spreadsheet leaves', () => {
    expect(readDecisionsFile('number;subject;type;issued;;\r\n1;Θέμα;Α.2;2/3/2026;;\r\n;;;;;\r\n\r\n')).toEqual([{ line: 2, input: { number: '1', subject: 'Θέμα', type: 'Α.2', issued: '2026-03-02', status: 'PUBLISHED' } }]);
  });

  it('may end its lines in more than one way', () => {
    expect(readDecisionsFile('number;subject;type;issued\r\n1;Μία;Α.2;2/3/2026\n2;Άλλη;Α.2;2/3/2026\r3;Τρίτη;Α.2;2/3/2026').map(({ line, input }) => [line, input.number])).toEqual([[2, '1'], [3, '2'], [4, '3']]);
  });

  it('is read as it was saved: UTF-8, Windows-1253 or UTF-16', () => {
    const text = 'αριθμός;θέμα';
    const windows = Uint8Array.from([0xe1, 0xf1, 0xe9, 0xe8, 0xec, 0xfc, 0xf2, 0x3b, 0xe8, 0xdd, 0xec, 0xe1]);
    const saved = [Buffer.from(text), Buffer.from(`\uFEFF${text}`), windows, Buffer.from(`\uFEFF${text}`, 'utf16le')];
    expect(saved.map(textOfFile)).toEqual([text, text, text, text]);
    expect(() => textOfFile(Buffer.from('PK\u0003\u0004 a workbook'))).toThrow('save it as CSV');
  });

  it('says which columns are missing or unknown, and where it is no CSV', () => {
    expect(() => readDecisionsFile('number,subject\n1,2')).toThrow('these are missing: type, issued');
    expect(() => readDecisionsFile('number,subject,type,issued,colour\n')).toThrow('colour');
    expect(() => readDecisionsFile('number,subject,type,issued,θέμα\n')).toThrow('twice: θέμα');
    expect(() => readDecisionsFile('number,subject,type,issued\n1,"open')).toThrow('The file is not CSV');
    expect(() => readDecisionsFile('')).toThrow('these are missing');
  });
});

describe('a decision that an official enters', () => {
  it('has an amount however people write it', () => {
    expect(['1.234,50', '1,234.5', '1234', ' 12 000 € ', '0,99', '1.234'].map(amountTyped)).toEqual([1234.5, 1234.5, 1234, 12_000, 0.99, 1234]);
    expect(['=1+1', '12.34.5', '-5', 'πολλά'].map(amountTyped)).toEqual([null, null, null, null]);
  });

  it('is refused field by field', () => {
    const wrong = { ...line, number: '/', subject: ' ', type: 'Ω.9', issued: '2026-02-30', amount: 'x', document: 'javascript:alert(1)', status: 'DRAFT' as 'PUBLISHED' };
    expect(enteredProblems(wrong, { hosts: [], now }).map(({ field }) => field)).toEqual(['number', 'subject', 'type', 'issued', 'amount', 'document', 'status']);
    expect(enteredProblems(line, { hosts: [], now })).toEqual([]);
  });

  it('was issued by the city’s today: in Athens a day begins before it does in London', () => {
    expect(enteredProblems({ ...line, issued: '2026-03-03' }, { hosts: [], now })).toEqual([]);
    expect(enteredProblems({ ...line, issued: '2026-03-04' }, { hosts: [], now })).toEqual([{ field: 'issued', code: 'in_future', limit: null }]);
    expect(enteredProblems({ ...line, issued: '2099-02-30' }, { hosts: [], now })).toMatchObject([{ code: 'invalid' }]);
  });

  it('links only to the sites that the city named', () => {
    const document = 'https://www.city.example/a.pdf';
    expect(enteredProblems({ ...line, document }, { hosts: [], now })).toHaveLength(1);
    expect(enteredProblems({ ...line, document }, { hosts: ['www.city.example'], now })).toEqual([]);
    expect(enteredProblems({ ...line, document: 'https://www.city.example.evil.example/a.pdf' }, { hosts: ['www.city.example'], now })).toHaveLength(1);
  });

  it('is one act by its number, on whichever keyboard it was typed, and never meets one of the register', () => {
    expect([idOfNumber('ΑΔΣ 13/2026'), idOfEntered({ number: 'AΔΣ  13/2026' }), idOfNumber('ψκ')]).toEqual(['act-ads-13-2026', 'act-ads-13-2026', 'act-ck']);
    expect(idOfNumber('ΨΚ70ΩΔΙ-ΛΝ9')).toBe('ck70wdi-ln9');
    expect(numberTaken({ number: '145-2026' }, { ada: '145/2026', source: 'CITY', versionId: '' })).toBe('taken');
    expect(numberTaken({ number: 'ΨΚ70ΩΔΙ-ΛΝ9' }, { ada: 'ΨΚ70ΩΔΙ-ΛΝ9', source: 'DIAVGEIA', versionId: '' })).toBe('of_register');
    expect(numberTaken({ number: '145/2026' }, { ada: '145/2026', source: 'CITY', versionId: '' })).toBeNull();
  });

  it('has the same version for the same words, and another one that corrects it for others', () => {
    const [first, again] = [enteredAct(line, null, new Date(1)).act, enteredAct(line, null, new Date(2)).act];
    expect(again.versionId).toBe(first.versionId);
    const known = { ada: first.ada, source: 'CITY' as const, versionId: first.versionId };
    const corrected = enteredAct({ ...line, subject: 'Άλλο' }, known, new Date(3)).act;
    expect(corrected.correctedVersionId).toBe(first.versionId);
    expect(enteredAct(line, known, new Date(3)).act.correctedVersionId).toBeNull();
  });
});
