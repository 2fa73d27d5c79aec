import type { AddedArticle, ArticleOutcome, VersionArticle } from './consultations.gen';

/** What the service does with one article, as far as it bears on the next version. */
export interface ArticleChange {
  outcome: ArticleOutcome | null;
  label: string;
  title: string;
  body: string;
}

type Article = Omit<VersionArticle, '__typename'>;
type Added = Pick<AddedArticle, 'id' | 'label' | 'title' | 'body'> & { after?: string | null };

/**
 * The next version of a text: what is kept (its number may change), what is changed, without what is removed, and what is added where it is to stand. What is added after an article
 * that was removed comes where that one stood; after one that does not exist, at the end.
 */
export function nextText(articles: readonly Article[], changes: ReadonlyMap<string, ArticleChange>, added: readonly Added[]): Article[] {
  const standing: (Article | { id: string; gone: true })[] = articles.map((article) => changed(article, changes.get(article.id)));
  for (const { after, id, label, title, body } of added) {
    const place = after ? standing.findIndex((article) => article.id === after) : -1;
    standing.splice(after ? (place < 0 ? standing.length : place + 1) : 0, 0, { id, label, title, body, isPreamble: false });
  }
  return standing.filter((article): article is Article => !('gone' in article));
}

function changed(article: Article, change: ArticleChange | undefined): Article | { id: string; gone: true } {
  const { id, title, body, isPreamble } = article;
  switch (change?.outcome ?? null) {
    case null:
      return article;
    case 'kept':
      return { id, label: change?.label ?? article.label, title, body, isPreamble };
    case 'changed':
      return { id, label: change?.label ?? article.label, title: change?.title ?? title, body: change?.body ?? body, isPreamble };
    case 'removed':
      return { id, gone: true };
  }
}
