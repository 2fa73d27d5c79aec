import { demographicsOf } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';

const districts = ['kentro', 'kentro', 'ormos', 'agios-nikolaos', 'ano-poli', 'kentro', 'limani', 'agios-nikolaos', 'pefka'];

/** People who weigh a decision and write nothing: an evaluation is secret, so nobody ever meets them and they need no account. */
export function strangers(count: number, year: number): Citizen[] {
  return Array.from({ length: Math.max(count, 0) }, (_, at) => {
    const id = `demo-stranger-${at}`;
    const said = demographicsOf(100_000 + at, at % 2 === 0, year);
    return { id, personId: `person:${id}`, name: '', roles: ['citizen'], departmentId: null, districtId: districts[at % districts.length] ?? null, locale: 'el', confirmed: true, ...said };
  });
}

/** How content somebody is beforehand: by chance, and in the centre a little more than elsewhere, so that the groups do not all say the same. */
export const moodOf = ({ districtId }: Pick<Citizen, 'districtId'>, random: () => number): number => random() * 0.85 + (districtId === 'kentro' ? 0.15 : 0);
