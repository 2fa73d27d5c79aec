import type { Localized } from '@isegoria/kernel/contracts';
import type { Card } from '@isegoria/widgets/contracts';
import type { MakeCard, Maker } from '../card-maker';

interface Found {
  proposals: { items: { id: string; title: string; lang: string; answer: { status: string; answeredAt: string; department: { name: Localized } | null } | null }[] };
  latestReplies: { title: Localized; path: string; reply: { did: string; departmentId: string | null; at: string } }[];
  city: { departments: { id: string; name: Localized }[] };
}

type Dated = Card['items'][number] & { at: string };

const QUERY = `query WidgetAnswers($first: Int!) {
  proposals(sort: ANSWERED, first: $first) { items { id title lang answer { status answeredAt department { name { el en } } } } }
  latestReplies(first: $first) { title { el en } path reply { did departmentId at } }
  city { departments { id name { el en } } }
}`;

/** More of a reply than this is read on its page. */
const DID_LENGTH = 140;

/** What the municipality said lately, to proposals and to evaluations. `part` is how many answers; three where it is not said. */
export const answersCard: MakeCard = async (maker, _of, part) => {
  const { ask, t } = maker;
  const first = part === '' ? 3 : Number(part);
  if (!Number.isInteger(first) || first < 1 || first > 10) return null;
  const found = await ask<Found>(QUERY, { first });
  if (!found) return null;
  const latest = [...ofProposals(maker, found), ...ofEvaluations(maker, found)].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, first);
  return {
    title: t('answers.title'),
    href: '/proposals?sort=ANSWERED',
    lead: latest.length === 0 ? t('answers.none') : '',
    items: latest.map(({ at: _at, ...item }) => item),
  };
};

function ofProposals({ t, lt, day }: Maker, { proposals }: Found): Dated[] {
  return proposals.items.flatMap(({ id, title, lang, answer }) => {
    if (!answer) return [];
    const { status, answeredAt, department } = answer;
    const note = t(`answer.${status}`, { at: day(answeredAt), by: department ? lt(department.name) : t('municipality') });
    return [{ title, lang, href: `/proposals/${encodeURIComponent(id)}`, note, at: answeredAt }];
  });
}

function ofEvaluations({ t, lt, day, locale }: Maker, { latestReplies, city }: Found): Dated[] {
  const names = new Map(city.departments.map(({ id, name }) => [id, name]));
  return latestReplies.map(({ title, path, reply: { did, departmentId, at } }) => {
    const name = departmentId ? names.get(departmentId) : undefined;
    const said = did.length > DID_LENGTH ? `${did.slice(0, DID_LENGTH).trimEnd()}…` : did;
    return { title: lt(title), lang: locale, href: path, note: t('answer.replied', { did: said, at: day(at), by: name ? lt(name) : t('municipality') }), at };
  });
}
