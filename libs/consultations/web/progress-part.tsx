import { Bar, BottomBar, LinkButton, useWords } from '@isegoria/ui/web';
import { articleName } from './articles/article-name';
import styles from './consultation-page.module.css';
import type { ShownConsultation } from './documents';
import type { Mine } from './use-mine';
import { nextLeft } from './use-read';

/** How far the reader has come, and the way on: on a phone under the thumb. */
export function ProgressPart({ consultation: { id, articles, articleCount, takesPart }, mine: { read, stanceOn, amended, argued } }: { consultation: ShownConsultation; mine: Mine }) {
  const { t } = useWords('consultations');
  const [first] = articles;
  if (!first) return null;
  const hasSaid = (article: (typeof articles)[number]) => stanceOn(article.ballotId) !== null || amended.has(article.id) || argued.has(article.id);
  const isDone = (article: (typeof articles)[number]) => hasSaid(article) || read.includes(article.id);
  // A preamble is read, and seldom spoken about.
  const said = articles.filter((article) => hasSaid(article) && !article.isPreamble).length;
  const last = articles.findLast(isDone);
  const next = nextLeft(articles, isDone, last?.id);
  const act = next === null ? t('page.again') : last ? t('page.goOn', { article: articleName(next, t('preamble')) }) : t('page.begin');
  return (
    <>
      {takesPart && said > 0 && (
        <div className={styles.progress}>
          <p>{t('page.progress', { count: said, all: articleCount })}</p>
          <Bar label={t('page.progressLabel')} of={articleCount} parts={[{ label: t('page.progressSaid'), value: said }]} />
        </div>
      )}
      <BottomBar>
        <LinkButton to={`/consultations/${id}/articles/${(next ?? first).id}`}>{act}</LinkButton>
      </BottomBar>
    </>
  );
}
