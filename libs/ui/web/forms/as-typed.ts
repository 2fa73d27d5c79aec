import { toCityClock } from '../words/city-clock';

/** What the city keeps, as it stands in the fields of a form, and back. */

/** Words in both languages. English ones that were left empty are the Greek ones since: they were not typed. */
export const asTyped = ({ el, en }: { el: string; en: string }): { el: string; en: string } => ({ el, en: en === el ? '' : en });

/** A moment that may not be set yet, by the city's clock. */
export const clockOf = (at: string | null): string => (at ? toCityClock(new Date(at)) : '');

/** What is no number stays none, which the schema refuses; nothing is null. */
export const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
