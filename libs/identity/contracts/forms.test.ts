import { describe, expect, it } from 'vitest';
import { problemsOf } from '@isegoria/kernel/contracts';
import { ageBandOf, verifiedBirthYear } from './citizen';
import { demographicsForm, isObvious, signUpForm } from './forms';
import { safePath } from './next-path';

const maria = { name: 'Μαρία <script>alert(1)</script>', email: 'maria@example.org', password: 'θάλασσα με άλογα', locale: 'el', agrees: true };

describe('somebody who fills in the sign-up form', () => {
  it('may have any name and any long password', () => {
    expect(problemsOf(signUpForm, maria)).toEqual([]);
    expect(problemsOf(signUpForm, { ...maria, name: 'اسم أطول من المعتاد بكثير', password: '정말로 긴 비밀번호입니다' })).toEqual([]);
  });

  it('is told of every field that is not right, once', () => {
    const problems = problemsOf(signUpForm, { name: ' ', email: 'maria', password: 'short', locale: 'fr', agrees: false });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(['name required', 'email invalid', 'password too_short', 'locale invalid', 'agrees invalid']);
  });

  it('cannot put an operator where a text belongs', () => {
    expect(problemsOf(signUpForm, { ...maria, email: { $ne: '' } })).toMatchObject([{ field: 'email' }]);
  });

  it.each(['password123', 'Passw0rd2024', 'aaaaaaaaaaaa', 'ababababababab', '1234567890', 'Olympiakos7', 'ΠΑΝΑΘΗΝΑΪΚΟΣ', 'κωδικός123', 'qwertyuiop', 'papadopoulou1', 'maria.p2024'])('cannot take %s, which anybody would try', (password) => {
    expect(isObvious(password, { name: 'Maria Papadopoulou', email: 'maria.p@example.org' })).toBe(true);
  });

  it.each(['θάλασσα με άλογα', 'kalimera-poli-mou', 'correct horse battery', 'Zx9!rrTq8#LmW'])('may take %s', (password) => {
    expect(isObvious(password, { name: 'Maria Papadopoulou', email: 'maria.p@example.org' })).toBe(false);
  });
});

describe('what a person says of themselves for statistics', () => {
  const wrong = (said: object) => problemsOf(demographicsForm, said).map(({ field, code }) => `${field} ${code}`);

  it('may be all of it, some of it or nothing', () => {
    for (const said of [{ birthYear: 1984, gender: 'other' }, { birthYear: null, gender: 'female' }, { birthYear: 2000 }, {}]) expect(wrong(said)).toEqual([]);
  });

  it('is a year that has been, and a gender that is counted', () => {
    expect(wrong({ birthYear: 1899 })).toEqual(['birthYear too_small']);
    expect(wrong({ birthYear: new Date().getFullYear() + 1, gender: 'x' })).toEqual(['birthYear invalid', 'gender invalid']);
    for (const birthYear of [Number.NaN, 1984.5, '1984']) expect(wrong({ birthYear })).toHaveLength(1);
  });

  it('opens no door that asks for an age: only a register’s word does', () => {
    expect(verifiedBirthYear({ birthYear: 1984, birthYearBy: 'self' })).toBeNull();
    expect(verifiedBirthYear({ birthYear: 1984, birthYearBy: 'verified' })).toBe(1984);
    expect(verifiedBirthYear({ birthYear: 1984 })).toBeNull();
  });

  it('puts them in the band of the age that they reach this year', () => {
    expect([2012, 2011, 2002, 2001, 1987, 1986, 1972, 1971, 1962, 1961, 1930].map((year) => ageBandOf(year, 2026))).toEqual([
      null, '15-24', '15-24', '25-39', '25-39', '40-54', '40-54', '55-64', '55-64', '65+', '65+',
    ]);
    expect([null, undefined, 0].map((year) => ageBandOf(year, 2026))).toEqual([null, null, null]);
  });
});

describe('the way back after signing in', () => {
  it.each(['/proposals/x?page=2#comments', '/', '/a/b'])('leads to %s', (path) => expect(safePath(path)).toBe(path));
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '/..//evil.example', '\\\\evil', '', null, 'data:text/html,x'])(
    'does not lead to %s', (path) => expect(safePath(path)).toBe('/'),
  );
  it('does not lead to what is endless or breaks a line', () => {
    for (const path of [`/${'x'.repeat(600)}`, '/a\r\nset-cookie: x']) expect(safePath(path)).toBe('/');
  });
});
