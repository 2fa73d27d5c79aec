import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarText } from './calendar';

const stampedAt = new Date('2026-12-01T08:00:00.123Z');
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 's@city.example', sequence: 0, startsAt: new Date('2026-12-09T16:30:00Z'), endsAt: null, isCancelled: false, title: 'Τακτική', text: '', place: 'Δημαρχείο', url: 'https://city.example/council/sittings/s', ...more,
});
const linesOf = (...events: CalendarEvent[]) => calendarText('Συνεδριάσεις', events, stampedAt).replace(/\r\n /g, '').split('\r\n');

describe('a calendar', () => {
  it('says when and where, in UTC, and nothing of an end that nobody knows', () => {
    expect(linesOf(event())).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Isegoria//Isegoria//EL', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:Συνεδριάσεις', 'BEGIN:VEVENT', 'UID:s@city.example', 'DTSTAMP:20261201T080000Z', 'SEQUENCE:0',
      'DTSTART:20261209T163000Z', 'STATUS:CONFIRMED', 'SUMMARY:Τακτική', 'LOCATION:Δημαρχείο', 'URL:https://city.example/council/sittings/s', 'END:VEVENT', 'END:VCALENDAR', '',
    ]);
  });

  it('says when it ended, and that it was cancelled', () => {
    expect(linesOf(event({ endsAt: new Date('2026-12-09T18:00:00Z') }))).toContain('DTEND:20261209T180000Z');
    expect(linesOf(event({ endsAt: new Date('2026-12-09T16:30:00Z') })).some((line) => line.startsWith('DTEND'))).toBe(false);
    expect(linesOf(event({ isCancelled: true, sequence: 4 }))).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:4']));
  });

  it('lets no text make a line of its own', () => {
    const lines = linesOf(event({ title: 'Α; Β, Γ\\\r\nSTATUS:CANCELLED\u0007', text: '1. Πρώτο\n2. Δεύτερο' }));
    expect(lines).toContain('SUMMARY:Α\\; Β\\, Γ\\\\\\nSTATUS:CANCELLED ');
    expect(lines).toContain('DESCRIPTION:1. Πρώτο\\n2. Δεύτερο');
    expect(lines.filter((line) => line.startsWith('STATUS'))).toEqual(['STATUS:CONFIRMED']);
  });

  it('has no line of more than 75 octets, and cuts no letter', () => {
    const title = `${'Πολεοδομικός σχεδιασμός '.repeat(20)}𝔄🏛️${'x'.repeat(200)}`;
    const text = calendarText('Συνεδριάσεις', [event({ title })], stampedAt);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeGreaterThan(72);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).not.toContain('\ufffd');
    expect(linesOf(event({ title }))).toContain(`SUMMARY:${title}`);
  });
});
