import { type Locale, type Localized, words } from '@isegoria/kernel/contracts';
import type { Place } from '@isegoria/organisation/contracts';

/** A place as it is searched: its names, and the folded words that they are found by. */
export interface KnownPlace {
  name: Localized;
  words: string[];
  districtId: string;
  lat: number;
  lng: number;
}

// What people write before a street's name without meaning a part of it.
const unsaid = new Set(['οδοσ', 'οδο', 'odos', 'street', 'str', 'αρ', 'no']);

/**
 * The places that a text names, best first. Every word of the text must begin a word of the name, in either language; a
 * lone number after the name is a house number and comes back in the label («Σαλαμίνος 12»).
 */
export function placesNamed(known: readonly KnownPlace[], text: string, locale: Locale, limit = 8): Place[] {
  const asked = words(text).filter((word) => !unsaid.has(word));
  const exactly = rankedBy(asked, known, limit).map((place) => placeOf(place, place.name[locale]));
  if (exactly.length > 0 || asked.length < 2) return exactly;

  const number = /(\d{1,4}\p{L}?)\s*$/u.exec(text.trim())?.[1];
  if (!number) return [];
  return rankedBy(asked.slice(0, -1), known, limit).map((place) => placeOf(place, `${place.name[locale]} ${number}`));
}

/** The known place nearest to a point, among those of its district. */
export function placeNearest(known: readonly KnownPlace[], point: { lat: number; lng: number }, districtId: string, locale: Locale): Place | null {
  // A degree of longitude is shorter than one of latitude; at a city's size that is all there is to the earth being round.
  const narrow = Math.cos((point.lat * Math.PI) / 180);
  const away = ({ lat, lng }: KnownPlace) => Math.hypot(lat - point.lat, (lng - point.lng) * narrow);
  const [nearest] = known.filter((place) => place.districtId === districtId).sort((a, b) => away(a) - away(b));
  return nearest ? { ...placeOf(nearest, nearest.name[locale]), ...point } : null;
}

function rankedBy(asked: string[], known: readonly KnownPlace[], limit: number): KnownPlace[] {
  if (asked.length === 0 || asked.join('').length < 2) return [];
  const found = known.filter((place) => asked.every((word) => place.words.some((own) => own.startsWith(word))));
  const begins = (place: KnownPlace) => (place.words[0]?.startsWith(asked[0] ?? '') ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b) || a.words.length - b.words.length).slice(0, limit);
}

function placeOf({ districtId, lat, lng }: KnownPlace, label: string): Place {
  return { label, districtId, lat, lng };
}
