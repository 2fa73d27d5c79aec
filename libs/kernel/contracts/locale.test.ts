import { expect, it } from 'vitest';
import { localeOf } from './index';

it('whatever an address asks for is read in Greek or in English', () => {
  expect(['en', 'el', 'EN', 'de', '', undefined, null, ['en'], { en: 1 }].map(localeOf)).toEqual(['en', ...Array.from({ length: 8 }, () => 'el')]);
});
