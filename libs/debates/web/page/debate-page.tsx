import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { useRoom } from '@isegoria/realtime/web';
import { LinkButton, Loaded, Missing, Page, Prose, ReturnLink, Section, ShareButton, SideActs, SubjectParts, TextAndSide, useGraph, useRefresh, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import styles from '../debates.module.css';
import { DebateDocument, type ShownDebate } from '../documents';
import { StageTag } from '../stage-tag';
import { AnswerPart } from './answer-part';
import { ConclusionPart } from './conclusion-part';
import { FactsPart } from './facts-part';
import { DebateNotices } from './notices';
import { OpenerActs } from './opener-acts';

/** One debate: what is asked, what was concluded, who says so, and the arguments. */
export function Component() {
  const { id = '' } = useParams();
  const refresh = useRefresh();
  const answer = useGraph(DebateDocument, { id });
  useRoom(id ? { kind: 'debate', id } : null, { onDelta: (name) => (name === 'changed' || name === 'people') && void refresh(DebateDocument), onMissed: () => void refresh(DebateDocument) });
  return <Loaded answer={answer}>{({ debate }) => (debate ? <DebateView key={id} debate={debate} /> : <Missing words="debates" to="/debates" />)}</Loaded>;
}

function DebateView({ debate }: { debate: ShownDebate }) {
  const { t, n } = useWords('debates');
  const { id, title, html, people, visibility, stage, proposals } = debate;
  const subject = { kind: 'debate', id };
  const isPublic = visibility === 'public';
  return (
    <Page
      wide title={title || t('mine.untitled')} lang={title ? 'el' : undefined} back={{ to: '/debates', label: t('page.all') }}
      kicker={<><StageTag {...debate} />{isPublic && <span>{t('page.people', { count: people, n: n(people) })}</span>}</>} lead={<Opener debate={debate} />}
    >
      <TextAndSide
        text={
          <>
            <ReturnLink />
            <DebateNotices debate={debate} />
            <div className={styles.measure} lang="el"><Prose html={html} /></div>
            {isPublic && stage === 'open' && <p className="no-print"><a href="#arguments">{t('page.argue')}</a></p>}
            <ConclusionPart debate={debate} />
            <AnswerPart debate={debate} />
          </>
        }
        side={
          <>
            {isPublic && (
              <SideActs>
                <FollowButton subject={subject} />
                <ShareButton title={title} />
                <ReportButton item={subject} />
              </SideActs>
            )}
            <OpenerActs debate={debate} />
            <FactsPart debate={debate} />
          </>
        }
        more={
          isPublic && (
            <>
              <Section title={t('page.arguments')}>
                <Arguments brief={stage === 'concluded'} subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
              {proposals.length > 0 && (
                <Section title={t('page.fromIt')}>
                  <ul>{proposals.map((proposal) => <li key={proposal.id} lang="el"><Link to={proposal.path}>{proposal.title}</Link></li>)}</ul>
                </Section>
              )}
              <p className="no-print"><LinkButton variant="secondary" to={proposeFrom(debate)}>{t('page.propose')}</LinkButton></p>
              <SubjectParts subject={subject} />
            </>
          )
        }
      />
    </Page>
  );
}

function Opener({ debate: { opener } }: { debate: ShownDebate }) {
  const { t, lt } = useWords('debates');
  if (opener.department) return t('page.byDepartment', { name: lt(opener.department.name) });
  return opener.name ? t('page.by', { name: opener.name }) : t('page.byLeft');
}

/** The form of proposals opens with the debate named, and with what is known of it. */
function proposeFrom({ id, category, district }: ShownDebate): string {
  return `/proposals/new?${new URLSearchParams({ debate: id, category: category?.id ?? '', district: district?.id ?? '' }).toString()}`;
}
