import { expect, it } from 'vitest';
import { dateFormat, moneyText, numberFormat } from './city-formats';

it('a moment is written by the clock of the city, as people of each language write it', () => {
  const moment = new Date('2026-06-30T21:00:00Z');
  expect(dateFormat('el', { day: 'numeric', month: 'long', year: 'numeric' }).format(moment)).toBe('1 Ιουλίου 2026');
  expect(dateFormat('en', { day: 'numeric', month: 'long', year: 'numeric' }).format(moment)).toBe('1 July 2026');
  expect(dateFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment)).toBe('00:00');
});

it('a number too, each style for itself', () => {
  expect([numberFormat('el').format(1208.5), numberFormat('en').format(1208.5)]).toEqual(['1.208,5', '1,208.5']);
  expect(numberFormat('en', { maximumFractionDigits: 0 }).format(1208.4)).toBe('1,208');
});

it('money has cents only where there are any', () => {
  expect([moneyText('el', 1_250_000, 'EUR'), moneyText('en', 1_250_000, 'EUR'), moneyText('en', 1_250_050, 'EUR')]).toEqual(['12.500\u00a0€', '€12,500', '€12,500.50']);
});

it('a format is made once', () => {
  expect(dateFormat('el', { month: 'long' })).toBe(dateFormat('el', { month: 'long' }));
  expect(dateFormat('el', { month: 'long' })).not.toBe(dateFormat('en', { month: 'long' }));
});
