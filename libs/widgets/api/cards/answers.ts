import type { Localized } from '@isegoria/kernel/contracts';
import type { MakeCard } from '../card-maker';

interface Found {
  proposals: { items: { id: string; title: string; lang: string; answer: { status: string; answeredAt: string; department: { name: Localized } | null } | null }[] };
}

const QUERY = `query WidgetAnswers($first: Int!) {
  proposals(sort: ANSWERED, first: $first) { items { id title lang answer { status answeredAt department { name { el en } } } } }
}`;

/** What the municipality said lately. `part` is how many answers; three where it is not said. */
export const answersCard: MakeCard = async ({ ask, t, lt, day }, _of, part) => {
  const first = part === '' ? 3 : Number(part);
  if (!Number.isInteger(first) || first < 1 || first > 10) return null;
  const found = await ask<Found>(QUERY, { first });
  if (!found) return null;
  const answered = found.proposals.items.flatMap(({ answer, ...proposal }) => (answer ? [{ ...proposal, answer }] : []));
  return {
    title: t('answers.title'),
    href: '/proposals?sort=ANSWERED',
    lead: answered.length === 0 ? t('answers.none') : '',
    items: answered.map(({ id, title, lang, answer: { status, answeredAt, department } }) => ({
      title,
      lang,
      href: `/proposals/${encodeURIComponent(id)}`,
      note: t(`answer.${status}`, { at: day(answeredAt), by: department ? lt(department.name) : t('municipality') }),
    })),
  };
};
