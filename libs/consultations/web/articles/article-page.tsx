import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { Disclosure, Empty, LinkButton, Loaded, Page, PlainText, Section, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { AmendmentsPart } from './amendments-part';
import { ArticleAnswer } from './article-answer';
import { articleName } from './article-name';
import styles from './article-page.module.css';
import { Contents } from '../contents';
import { ArticleDocument, type ContentsRow, type ShownArticle, type ShownConsultation } from '../documents';
import { StancePart } from './stance-part';
import { StatusTag } from '../status-tag';
import { useLiveConsultation } from '../use-live-consultation';
import { useMine } from '../use-mine';
import { nextLeft, useReading } from '../use-read';

/** One article: its words, where people stand on it, the other wordings and the arguments; beside it the whole text, and after it the way to the next. */
export function Component() {
  const { id = '', articleId = '' } = useParams();
  const { t } = useWords('consultations');
  const whole = useLiveConsultation(id);
  const answer = useGraph(ArticleDocument, { id, articleId });
  return (
    <Loaded answer={whole}>
      {({ consultation, consultationArticles }) => (
        <Loaded answer={answer}>
          {({ consultationArticle: article }) =>
            consultation && article ? (
              <ArticleView key={articleId} consultation={{ ...consultation, articles: consultationArticles }} article={article} />
            ) : (
              <Page title={t('article.missing')} back={consultation ? { to: `/consultations/${id}`, label: t('article.back') } : { to: '/consultations', label: t('page.all') }}>
                <Empty title={t('page.missingHint')} action={<LinkButton to={consultation ? `/consultations/${id}` : '/consultations'}>{consultation ? t('article.back') : t('page.all')}</LinkButton>} />
              </Page>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function ArticleView({ consultation, article }: { consultation: ShownConsultation; article: ShownArticle }) {
  const { t, lt } = useWords('consultations');
  const { id, title, articles, takesPart, status } = consultation;
  const { subject, stances, answer, body } = article;
  const read = useReading(id, article.id);
  const { stanceOn, amended, argued, refetch } = useMine(id, articles);
  const place = articles.findIndex(({ id: one }) => one === article.id);
  const numbered = articles.filter(({ isPreamble }) => !isPreamble);
  const hasOpened = status !== 'draft' && status !== 'announced';
  const amendPath = `/consultations/${id}/amend/${article.id}`;
  const isDone = (one: ContentsRow) => read.includes(one.id) || stanceOn(one.ballotId) !== null;
  return (
    <Page
      wide
      title={articleName(article, t('preamble'))}
      lang="el"
      step={article.id}
      back={{ to: `/consultations/${id}`, label: lt(title) }}
      kicker={
        <>
          <StatusTag {...consultation} />
          {!article.isPreamble && <span>{t('article.place', { place: numbered.findIndex(({ id: one }) => one === article.id) + 1, all: numbered.length })}</span>}
        </>
      }
    >
      <div className={styles.layout}>
        <div className={styles.main}>
          <div className={styles.reading}>
            {answer ? (
              <ArticleAnswer consultationId={id} article={article} answer={answer} />
            ) : (
              <StancePart subject={subject} initial={stances} isOpen={takesPart} hasOpened={hasOpened} amendPath={amendPath} onKept={refetch}>
                <div className={styles.text}>
                  <PlainText text={body} />
                </div>
              </StancePart>
            )}
          </div>
          <Onward consultation={consultation} place={place} next={nextLeft(articles, isDone, article.id)} />
          {hasOpened && (
            <>
              <AmendmentsPart consultation={consultation} article={article} />
              <Section title={t('article.arguments')}>
                <Arguments brief subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
            </>
          )}
        </div>
        <div className={styles.side}>
          <h2 className={styles.contents}>{t('contents.title')}</h2>
          <Disclosure kind="narrow" label={t('contents.show', { count: articles.length })}>
            <Contents compact consultationId={id} articles={articles} hereId={article.id} read={read} stanceOn={stanceOn} amended={amended} argued={argued} />
          </Disclosure>
        </div>
      </div>
    </Page>
  );
}

/** The way on: to the next article that the reader has not read yet, else back to the whole; beside it the neighbours. */
function Onward({ consultation: { id, articles }, place, next }: { consultation: ShownConsultation; place: number; next: ContentsRow | null }) {
  const { t } = useWords('consultations');
  const to = (article: ContentsRow) => `/consultations/${id}/articles/${article.id}`;
  const [before, after] = [articles[place - 1], articles[place + 1]];
  return (
    <nav className={styles.onward} aria-label={t('article.onward')}>
      {next ? <LinkButton variant="secondary" to={to(next)}>{t('article.next', { article: articleName(next, t('preamble')) })}</LinkButton> : <LinkButton variant="secondary" to={`/consultations/${id}`}>{t('article.allRead')}</LinkButton>}
      <span className={styles.neighbours}>
        {before && <Link to={to(before)} rel="prev">{t('article.before', { article: before.label || t('preamble') })}</Link>}
        {after && after.id !== next?.id && <Link to={to(after)} rel="next">{t('article.after', { article: after.label || t('preamble') })}</Link>}
      </span>
    </nav>
  );
}
