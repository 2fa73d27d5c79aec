/**
 * A calendar as RFC 5545 writes it: CRLF at the end of each line, none longer than 75 octets, texts with their commas and line ends escaped.
 * What has no end gets none: nobody knows how long a council sits.
 */

/** One thing in a calendar. */
export interface CalendarEvent {
  /** The same in each version of it, on each platform another. */
  uid: string;
  /** Rises with each change: a program that knows an older one takes this. */
  sequence: number;
  startsAt: Date;
  endsAt: Date | null;
  isCancelled: boolean;
  title: string;
  text: string;
  place: string;
  url: string;
}

const MOST_OCTETS = 75;

/** @param stampedAt - when this version of the file was made */
export function calendarText(name: string, events: readonly CalendarEvent[], stampedAt: Date): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Isegoria//Isegoria//EL', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, ...events.flatMap((event) => linesOf(event, stampedAt)), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, sequence, startsAt, endsAt, isCancelled, title, text, place, url }: CalendarEvent, stampedAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${momentOf(stampedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${momentOf(startsAt)}`,
    ...(endsAt && endsAt > startsAt ? [`DTEND:${momentOf(endsAt)}`] : []),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    `LOCATION:${escaped(place)}`,
    `URL:${url}`,
    'END:VEVENT',
  ];
}

/** In UTC, to the second. */
const momentOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** A text in which nothing ends a line or a value: what a clerk wrote makes no line of its own. Control characters have no place in a calendar. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n').replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

/** The line in pieces of 75 octets at most, each further one after a space, and no letter of several octets cut. */
function folded(line: string): string {
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const letter of line) {
    const more = Buffer.byteLength(letter);
    if (octets + more > MOST_OCTETS) {
      pieces.push(piece);
      [piece, octets] = [' ', 1];
    }
    piece += letter;
    octets += more;
  }
  return [...pieces, piece].join('\r\n');
}
