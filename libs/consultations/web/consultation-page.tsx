import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { LinkButton, Loaded, Missing, Page, PlainText, ReturnLink, Section, SideActs, SubjectParts, TextAndSide, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { AnswerCard } from './answer-card';
import { ConsultationFacts } from './consultation-facts';
import { ConsultationNotices } from './consultation-notices';
import styles from './consultation-page.module.css';
import { Contents } from './contents';
import type { ShownConsultation } from './documents';
import { OfficialActs } from './official/official-acts';
import { ProgressPart } from './progress-part';
import { StatusTag } from './status-tag';
import { useLiveConsultation } from './use-live-consultation';
import { useMine } from './use-mine';
import { WholeText } from './whole-text';

/** One text under consultation: what it is, until when, its articles with what people think of each, and what the service made of it. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useLiveConsultation(id);
  return (
    <Loaded answer={answer}>
      {({ consultation, consultationArticles }) =>
        consultation ? <ConsultationView key={id} consultation={{ ...consultation, articles: consultationArticles }} /> : <Missing words="consultations" to="/consultations" />
      }
    </Loaded>
  );
}

function ConsultationView({ consultation }: { consultation: ShownConsultation }) {
  const { t, lt, lang } = useWords('consultations');
  const { id, title, summary, status, articles, articleCount, department, answer } = consultation;
  const subject = { kind: 'consultation', id };
  const mine = useMine(id, articles);
  const isPublic = status !== 'draft';
  const hasOpened = isPublic && status !== 'announced';
  return (
    <Page
      wide
      title={lt(title)}
      lang={lang(title)}
      back={{ to: '/consultations', label: t('page.all') }}
      kicker={
        <>
          <StatusTag {...consultation} />
          {department && <span>{lt(department.name)}</span>}
        </>
      }
    >
      <TextAndSide
        text={
          <>
            <ReturnLink />
            <ConsultationNotices consultation={consultation} />
            {answer && <AnswerCard consultation={consultation} />}
            <div className={styles.summary} lang={lang(summary)}>
              <PlainText text={lt(summary)} />
            </div>
            <ProgressPart consultation={consultation} mine={mine} />
            <Section title={t('page.articles', { count: articleCount })} id="articles">
              <Contents consultationId={id} articles={articles} {...mine} />
              {isPublic && articles.length > 1 && <WholeText id={id} />}
            </Section>
          </>
        }
        side={
          <>
            {isPublic && (
              <SideActs>
                <FollowButton subject={subject} />
                {hasOpened && <LinkButton variant="secondary" to={`/consultations/${id}/report`}>{t('page.report')}</LinkButton>}
              </SideActs>
            )}
            <OfficialActs consultation={consultation} />
            <ConsultationFacts consultation={consultation} />
          </>
        }
        more={
          hasOpened && (
            <>
              <SubjectParts subject={subject} />
              <Section title={t('page.whole')}>
                <p className={styles.lead}>{t('page.wholeHint')}</p>
                <Arguments brief subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
            </>
          )
        }
      />
    </Page>
  );
}
