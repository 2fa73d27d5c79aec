import { Button, ChartTable, Empty, Facts, Figure, LinkButton, Loaded, Page, PlainText, Section, Tag, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { stances } from '@isegoria/consultations/contracts';
import { AnswerCard } from './answer-card';
import { HeardAndDone } from './articles/article-answer';
import { articleName } from './articles/article-name';
import { ConsultationNotices } from './consultation-notices';
import { Difference, DifferenceKey } from './articles/difference';
import { ReportDocument, type ShownReport, type ShownVersion } from './documents';
import styles from './report-page.module.css';
import { StatusTag } from './status-tag';
import { Changes } from './whole-text';

/** The public report of a consultation: who took part, what was said to each article, what the service heard and did. It prints well. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('consultations');
  const answer = useGraph(ReportDocument, { id });
  return (
    <Loaded answer={answer}>
      {({ consultationReport: report, consultationVersions }) =>
        report ? (
          <Report report={report} versions={consultationVersions} />
        ) : (
          <Page title={t('report.missing')} back={{ to: '/consultations', label: t('page.all') }}>
            <Empty title={t('report.missingHint')} action={<LinkButton to={`/consultations/${id}`}>{t('edit.back')}</LinkButton>} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Report({ report, versions }: { report: ShownReport; versions: readonly ShownVersion[] }) {
  const { t, lt, d } = useWords('consultations');
  const { consultation, articles, files, amendmentList } = report;
  const { id, title, summary, department, opensAt, closesAt, answer } = consultation;
  const [before, after] = versions;
  return (
    <Page
      wide
      title={t('report.title', { title: lt(title) })}
      kicker={
        <>
          <StatusTag {...consultation} />
          {department && <span>{lt(department.name)}</span>}
          {opensAt && closesAt && <span>{t('report.dates', { from: d(opensAt), to: d(closesAt) })}</span>}
        </>
      }
      back={{ to: `/consultations/${id}`, label: t('edit.back') }}
      actions={<span className="no-print"><Button variant="secondary" onClick={() => window.print()}>{t('report.print')}</Button></span>}
    >
      <ConsultationNotices consultation={consultation} />
      <PlainText text={lt(summary)} />
      <Numbers report={report} />
      {answer && <AnswerCard inReport consultation={consultation} />}
      <Section title={t('report.stances')}>
        <ChartTable
          chart="stacked"
          title={t('report.stances')}
          columns={[{ key: 'article', label: t('report.article'), type: 'text' }, ...stances.map((name) => ({ key: name, label: t(`stance.${name}`), type: 'number' as const }))]}
          rows={articles.map((article) => ({ article: article.label || t('preamble'), ...article.stances }))}
          csv={files.find(({ name }) => name === 'stances')?.path}
        />
      </Section>
      <Section title={t('report.articles')}>
        {amendmentList.length > 0 && <DifferenceKey />}
        <div className={styles.articles}>
          {articles.map((article) => (
            <ArticleReport key={article.id} article={article} amendments={amendmentList.filter(({ articleId }) => articleId === article.id)} />
          ))}
        </div>
      </Section>
      {before && after && (
        <Section title={t('report.text')}>
          <Changes before={before} after={after} />
        </Section>
      )}
      <div className="no-print">
        <Section title={t('report.files')}>
          <ul>
            {files.map(({ name, path }) => (
              <li key={name}>
                <a href={path} download>{t(`report.file.${name}`)}</a>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

/** The numbers that matter, with what they mean. */
function Numbers({ report: { peopleAtLeast, stances: taken, arguments: said, argumentAuthors, amendments, amendmentAuthors, supports } }: { report: ShownReport }) {
  const { t, n } = useWords('consultations');
  return (
    <Section title={t('report.numbers')}>
      <div className={styles.numbers}>
        <Figure size="large" value={taken.people} label={t('report.stancesOf', { count: taken.people })} />
        <Figure size="large" value={said.total} label={t('report.argumentsOf', { count: said.total })} />
        <Figure size="large" value={amendments} label={t('report.amendmentsOf', { count: amendments })} />
      </div>
      <Facts
        columns={2}
        facts={[
          { label: t('report.people'), value: t('report.atLeast', { count: peopleAtLeast }) },
          { label: t('report.argumentAuthors'), value: n(argumentAuthors) },
          { label: t('report.amendmentAuthors'), value: n(amendmentAuthors) },
          { label: t('report.supports'), value: n(supports) },
        ]}
      />
      <p className={styles.quiet}>{t('report.method')}</p>
    </Section>
  );
}

type ArticleInReport = ShownReport['articles'][number];

function ArticleReport({ article, amendments }: { article: ArticleInReport; amendments: ShownReport['amendmentList'] }) {
  const { t } = useWords('consultations');
  const { stances: taken, arguments: said, answer } = article;
  const told = [
    taken.people > 0 && t('stance.told', { count: taken.people, agree: taken.agree, withChanges: taken.withChanges, disagree: taken.disagree }),
    said.total > 0 && t('contents.arguments', { count: said.total }),
    article.amendments > 0 && t('contents.amendments', { count: article.amendments }),
  ].filter(Boolean);
  return (
    <section className={styles.article}>
      <h3 lang="el">{articleName(article, t('preamble'))}</h3>
      <p className={styles.quiet}>{told.length > 0 ? told.join('. ') : t('report.nothingSaid')}</p>
      {answer && (
        <HeardAndDone answer={answer} />
      )}
      {amendments.map(({ id, author, isRemoval, original, text, reason, supports, reply }) => (
        <div key={id} className={styles.amendment}>
          <p>
            <b>{t(isRemoval ? 'amendment.removalBy' : 'amendment.changeBy', { name: author?.name ?? t('amendment.someone') })}</b> <span className={styles.quiet}>{t('amendment.supports', { count: supports })}</span>
          </p>
          {isRemoval ? <p>{t('amendment.removal')}</p> : <Difference before={original} after={text} />}
          <PlainText text={reason} />
          {reply && (
            <div>
              <Tag tone={replyTones[reply.outcome]}>{t(`amendment.outcome.${reply.outcome}`)}</Tag>
              <PlainText text={reply.reason} />
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

const replyTones = { adopted: 'olive', partly: 'sun', notAdopted: 'neutral' } as const;
