import { articleId, type ConsultationForm, splitText } from '@isegoria/consultations/contracts';
import { asTyped, clockOf, fromCityClock } from '@isegoria/ui/web';
import type { EditedConsultation } from '../documents';

/** An article as it stands in the form. */
export interface TypedArticle {
  id: string;
  label: string;
  title: string;
  body: string;
  isPreamble: boolean;
}

/** A consultation as it stands in the form: moments by the city's clock, as they were typed. */
export interface Typed {
  /** The change that it follows; null for a new one. */
  revision: number | null;
  title: { el: string; en: string };
  summary: { el: string; en: string };
  departmentId: string;
  categoryId: string;
  districtIds: string[];
  links: { title: string; url: string }[];
  opensAt: string;
  closesAt: string;
  admission: 'wait' | 'public';
  articles: TypedArticle[];
}

export const blank = (departmentId: string): Typed => ({
  revision: null, title: { el: '', en: '' }, summary: { el: '', en: '' }, departmentId, categoryId: '', districtIds: [], links: [], opensAt: '', closesAt: '', admission: 'wait', articles: [],
});

export function typedOf({ revision, title, summary, department, category, districts, links, opensAt, closesAt, admission, articles }: EditedConsultation): Typed {
  return {
    revision, title: asTyped(title), summary: asTyped(summary), departmentId: department?.id ?? '', categoryId: category?.id ?? '', districtIds: districts.map(({ id }) => id), links: links.map(({ title: name, url }) => ({ title: name, url })),
    opensAt: clockOf(opensAt), closesAt: clockOf(closesAt), admission: admission === 'public' ? 'public' : 'wait',
    articles: articles.map(({ id, label, title: name, body, isPreamble }) => ({ id, label, title: name, body, isPreamble })),
  };
}

/** What was typed as the schemas read it. A link of which nothing was written is none. */
export function formOf({ title, summary, departmentId, categoryId, districtIds, links, opensAt, closesAt, admission, articles }: Typed): ConsultationForm {
  return {
    title, summary, departmentId: departmentId || null, categoryId: categoryId || null, districtIds,
    links: links.filter(({ title: name, url }) => name.trim() !== '' || url.trim() !== ''), opensAt: fromCityClock(opensAt), closesAt: fromCityClock(closesAt), admission, articles,
  };
}

/** A pasted text as articles. One that is named as an article that stands already takes its place, and its id. */
export function articlesOf(text: string, standing: readonly TypedArticle[]): TypedArticle[] {
  const taken = standing.map(({ id }) => id);
  const used = new Set<string>();
  return splitText(text).map((found) => {
    const known = standing.find(({ id, label, isPreamble }) => !used.has(id) && isPreamble === found.isPreamble && label === found.label);
    const id = known?.id ?? articleId(taken);
    if (!known) taken.push(id);
    used.add(id);
    return { ...found, id };
  });
}

/** The list with one article a place higher or lower. */
export function movedBy(articles: readonly TypedArticle[], id: string, step: 1 | -1): TypedArticle[] {
  const from = articles.findIndex((one) => one.id === id);
  const [article, other] = [articles[from], articles[from + step]];
  if (!article || !other) return [...articles];
  return articles.map((one, at) => (at === from ? other : at === from + step ? article : one));
}
