import { Bar, BottomBar, LinkButton, useWords } from '@isegoria/ui/web';
import { articleName } from './article-name';
import styles from './consultation-page.module.css';
import type { ShownConsultation } from './documents';
import type { Mine } from './use-mine';
import { nextLeft } from './use-read';

/** How far the reader has come, and the way on: on a phone under the thumb. */
export function ProgressPart({ consultation: { id, articles, takesPart }, mine: { read, stanceOn, amended } }: { consultation: ShownConsultation; mine: Mine }) {
  const { t } = useWords('consultations');
  const [first] = articles;
  if (!first) return null;
  const hasSaid = (article: (typeof articles)[number]) => stanceOn(article.ballotId) !== null || amended.has(article.id);
  const said = articles.filter(hasSaid).length;
  const isBegun = said > 0 || articles.some(({ id: one }) => read.includes(one));
  const next = nextLeft(articles, (one) => hasSaid(one) || read.includes(one.id)) ?? first;
  const act = !isBegun ? t('page.begin') : next === first && isBegun ? t('page.again') : t('page.goOn', { article: articleName(next, t('preamble')) });
  return (
    <>
      {takesPart && said > 0 && (
        <div className={styles.progress}>
          <p>{t('page.progress', { count: said, all: articles.length })}</p>
          <Bar label={t('page.progressLabel')} of={articles.length} parts={[{ label: t('page.progressSaid'), value: said }]} />
        </div>
      )}
      <BottomBar>
        <LinkButton to={`/consultations/${id}/articles/${next.id}`}>{act}</LinkButton>
      </BottomBar>
    </>
  );
}
