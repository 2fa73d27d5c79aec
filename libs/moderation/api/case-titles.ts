import type { Subjects } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { Case } from './case.schema';
import { itemOf } from './case-view';

/** What cases are called in both languages: the title that came in, and in English the municipality's own where it keeps one. */
export async function titlesOf(cases: readonly Case[], subjects: Subjects): Promise<(found: Case) => Localized> {
  const cards = await subjects.cards(cases.map(itemOf));
  return ({ item, title }) => ({ el: title, en: (title && cards.get(item)?.english?.title) || title });
}
