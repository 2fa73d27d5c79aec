import type { ConsultationForm, ConsultationInput } from '@isegoria/consultations/contracts';
import { consultationLimits as limits } from '@isegoria/consultations/contracts';
import { inBoth, oneLine, plain, terms } from '@isegoria/kernel/api';
import type { FieldProblem, Localized } from '@isegoria/kernel/contracts';
import type { StoredArticle } from './consultation.schema';

/** What an official wrote of a consultation, ready to be stored; the text of its articles apart. */
export function fieldsOf({ title, summary, categoryId, districtIds, links, opensAt, closesAt, admission }: ConsultationInput, departmentId: string | null) {
  const words = { title: inBoth(title, oneLine), summary: inBoth(summary, plain) };
  return {
    ...words,
    departmentId,
    categoryId: categoryId ?? null,
    districtIds: [...new Set(districtIds)],
    links: links.map((link) => ({ title: oneLine(link.title), url: link.url.trim() })),
    opensAt: opensAt ?? null,
    closesAt: closesAt ?? null,
    admission: admission === 'public' ? ('public' as const) : ('wait' as const),
  };
}

const termsKept = 1500;

/** The stems that a consultation is found by: those of its title and summary first, then of its articles. */
export function termsOf({ title, summary }: Record<'title' | 'summary', Localized>, articles: readonly Pick<StoredArticle, 'title' | 'body'>[]): string[] {
  return terms([title.el, title.en, summary.el, summary.en, ...articles.flatMap((article) => [article.title, article.body])].join(' ')).slice(0, termsKept);
}

/** The articles as they would be kept now, with what was kept of those whose words are not sent; or what is wrong with them. */
export function articlesOf(written: ConsultationForm['articles'], kept: readonly StoredArticle[]): { articles: StoredArticle[]; problems: FieldProblem[] } {
  const known = new Map(kept.map(({ id, body }) => [id, body]));
  const articles = written.map(({ id, label, title, body, isPreamble }) => ({ id, label: isPreamble ? '' : oneLine(label), title: oneLine(title), body: plain(body ?? known.get(id) ?? ''), isPreamble }));
  const problem = (code: FieldProblem['code'], limit: number | null = null): FieldProblem[] => [{ field: 'articles', code, limit }];
  if (new Set(articles.map(({ id }) => id)).size < articles.length) return { articles, problems: problem('invalid') };
  if (written.some(({ id, body }) => (body ?? null) === null && !known.has(id))) return { articles, problems: problem('required') };
  const signs = articles.reduce((sum, { body }) => sum + body.length, 0);
  return { articles, problems: signs > limits.wholeText ? problem('too_long', limits.wholeText) : [] };
}
