import type { Localized } from '@isegoria/kernel/contracts';

const GENDERS: Record<string, Localized> = {
  female: { el: 'Γυναίκες', en: 'Women' },
  male: { el: 'Άνδρες', en: 'Men' },
  other: { el: 'Άλλο φύλο', en: 'Another gender' },
};

const REST: Localized = { el: 'Όσοι δεν το είπαν, και μικρές ομάδες', en: 'Those who did not say, and small groups' };

/** A row of who answered in both languages. The bands of age need no words; a district is named by whoever knows it. */
export function groupWords(values: readonly string[], isRest: boolean, districts: ReadonlyMap<string, Localized>): Localized {
  const [value = ''] = values;
  return isRest ? REST : (GENDERS[value] ?? districts.get(value) ?? { el: value, en: value });
}
