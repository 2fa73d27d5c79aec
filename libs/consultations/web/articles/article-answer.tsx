import { Card, PlainText, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import styles from './article-page.module.css';
import { Difference, DifferenceKey } from './difference';
import { type ShownArticle, VersionsDocument } from '../documents';
import { StanceBar } from './stance-bar';

const tones = { kept: 'neutral', changed: 'olive', removed: 'terracotta' } as const;

interface ArticleAnswerProps {
  consultationId: string;
  article: ShownArticle;
  answer: NonNullable<ShownArticle['answer']>;
}

/** What the service heard about an article and did with it, and its words before and after. */
export function ArticleAnswer({ consultationId, article, answer }: ArticleAnswerProps) {
  const { t } = useWords('consultations');
  const { stances, body } = article;
  const isChanged = answer.outcome === 'changed';
  return (
    <div className={styles.main}>
      <Card edge="olive" title={t('answer.toArticle')}>
        <HeardAndDone answer={answer} />
        <StanceBar counts={stances} label={t('stance.label')} />
        <p className={styles.quiet}>{stances.people === 0 ? t('stance.nobodyClosed') : t('stance.told', { count: stances.people, agree: stances.agree, withChanges: stances.withChanges, disagree: stances.disagree })}</p>
      </Card>
      <Section title={isChanged ? t('answer.beforeAfter') : t('article.text')}>
        <div className={styles.text}>{isChanged ? <ChangedWords consultationId={consultationId} article={article} /> : <PlainText text={body} />}</div>
      </Section>
    </div>
  );
}

/** What became of an article, what the service heard about it, and why it did so. */
export function HeardAndDone({ answer: { heard, outcome, reason } }: { answer: NonNullable<ShownArticle['answer']> }) {
  const { t } = useWords('consultations');
  return (
    <>
      <p><Tag tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Tag></p>
      <dl className={styles.heard}>
        {heard && (
          <>
            <dt>{t('answer.heard')}</dt>
            <dd><PlainText text={heard} /></dd>
          </>
        )}
        {reason && (
          <>
            <dt>{t('answer.did')}</dt>
            <dd><PlainText text={reason} /></dd>
          </>
        )}
      </dl>
    </>
  );
}

function ChangedWords({ consultationId, article: { id, body } }: { consultationId: string; article: ShownArticle }) {
  const versions = useGraph(VersionsDocument, { id: consultationId }, { staleMs: 60_000 }).data?.consultationVersions;
  const now = versions?.at(-1)?.articles.find((one) => one.id === id);
  return (
    <>
      <DifferenceKey />
      {now ? <Difference whole before={body} after={now.body} /> : <PlainText text={body} />}
    </>
  );
}
