import type { PanelForm } from '@isegoria/panels/contracts';
import { asTyped, clockOf, fromCityClock, numberOf } from '@isegoria/ui/web';
import type { ShownPanel } from '../documents';

interface Both {
  el: string;
  en: string;
}

/** A call as it stands in the form: numbers and moments as they were typed. */
export interface Typed {
  /** The change that it follows; null for a new one. */
  revision: number | null;
  title: Both;
  text: Both;
  source: Both;
  departmentId: string;
  districtIds: string[];
  minimumAge: string;
  seats: string;
  balance: PanelForm['balance'];
  closesAt: string;
  drawsAt: string;
  answerDays: string;
}

const nothing = (): Both => ({ el: '', en: '' });

export const blank = (departmentId: string): Typed => ({
  revision: null, title: nothing(), text: nothing(), source: nothing(), departmentId, districtIds: [], minimumAge: '', seats: '24', balance: ['ageBand', 'districtId'], closesAt: '', drawsAt: '', answerDays: '7',
});

export function typedOf({ revision, title, text, source, department, districts, minimumAge, seats, balance, closesAt, drawsAt, answerDays }: ShownPanel): Typed {
  return {
    revision, title: asTyped(title), text: asTyped(text), source: asTyped(source), departmentId: department?.id ?? '', districtIds: districts.map(({ id }) => id), minimumAge: String(minimumAge ?? ''), seats: String(seats), balance: [...balance],
    closesAt: clockOf(closesAt), drawsAt: clockOf(drawsAt), answerDays: String(answerDays),
  };
}

/** What was typed as the schemas read it: what is no number stays none, which they refuse. */
export function formOf({ revision: _, departmentId, minimumAge, seats, answerDays, closesAt, drawsAt, ...rest }: Typed): PanelForm {
  return {
    ...rest, departmentId: departmentId || null, minimumAge: numberOf(minimumAge), seats: numberOf(seats) ?? Number.NaN, answerDays: numberOf(answerDays) ?? Number.NaN,
    closesAt: fromCityClock(closesAt), drawsAt: fromCityClock(drawsAt),
  };
}
