import { Arguments } from '@isegoria/comments/web';
import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { OpinionSection } from '@isegoria/opinions/web';
import { listedStatuses } from '@isegoria/proposals/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { BottomBar, LinkButton, Loaded, Missing, Notice, Page, Prose, ReturnLink, Section, ShareButton, SideActs, SubjectParts, TextAndSide, useGraph, useWords } from '@isegoria/ui/web';
import { SupportButton } from '@isegoria/votes/web';
import { Link, useParams } from 'react-router';
import { ActTogether } from './act-together';
import { AnswerCard } from './answer-card';
import { AuthorActs, AuthorNotice } from './author-parts';
import { ProposalDocument, type ShownProposal } from '../documents';
import { Additions } from '../merging/additions';
import { ProposalMergingDocument, type ShownMerging } from '../merging/documents';
import { MergeQuestions } from '../merging/merge-question';
import { MergedInto } from '../merging/merged-into';
import { MergedParts } from '../merging/merged-parts';
import { SimilarCard, WaitingInvitations } from '../merging/similar-card';
import { ProposalFacts } from './proposal-facts';
import { ProposalStory } from './proposal-story';
import styles from './proposal-page.module.css';
import { StatusTag } from '../status-tag';

/** What concerns only the count or the discussion is heard by those parts themselves. */
const heardElsewhere = ['tally', 'arguments', 'opinions.mapped'];

/** One proposal: what it says, who stands behind it, what the city answered, and what others think. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(ProposalDocument, { id });
  const merging = useGraph(ProposalMergingDocument, { id });
  const again = () => void Promise.all([answer.refetch(), merging.refetch()]);
  useRoom(id ? { kind: 'proposal', id } : null, {
    onDelta: (name) => !heardElsewhere.includes(name) && !name.startsWith('comment') && again(),
    onMissed: again,
  });
  return (
    <Loaded answer={answer}>
      {({ proposal }) =>
        proposal ? <ProposalView key={id} proposal={proposal} merging={merging.data?.proposalMerging ?? null} onAnswered={() => void merging.refetch()} /> : <Missing words="proposals" to="/proposals" all="back" />
      }
    </Loaded>
  );
}

interface ProposalViewProps {
  proposal: ShownProposal;
  /** What joins it with others; null until it has come. */
  merging: ShownMerging | null;
  onAnswered(): void;
}

function ProposalView({ proposal, merging, onAnswered }: ProposalViewProps) {
  const { t, lt } = useWords('proposals');
  const { id, title, html, lang, status, supports, answer, answerDueAt, district, publishedAt, project } = proposal;
  const subject = { kind: 'proposal', id };
  const isPublic = listedStatuses.some((one) => one === status);
  const isTold = isPublic || status === 'MERGED';
  return (
    <Page
      wide
      title={title}
      lang={lang}
      back={{ to: '/proposals', label: t('back') }}
      kicker={
        <>
          <StatusTag long status={status} answerDueAt={answerDueAt} answer={answer} />
          {district && <span>{lt(district.name)}</span>}
        </>
      }
    >
      <TextAndSide
        phone="side-last"
        text={
          <>
            <ReturnLink />
            <AuthorNotice proposal={proposal} />
            {merging && <WaitingInvitations invitations={merging.invitations} />}
            {merging?.into && <MergedInto id={id} title={title} into={merging.into} />}
            {merging && <MergeQuestions id={id} questions={merging.questions} onAnswered={onAnswered} />}
            {project && (
              <Notice tone="done" title={t('page.becameProject')}>
                <Link to={project.path}>{t('page.becameProjectOf', { title: project.title, budget: lt(project.budget) })}</Link>
              </Notice>
            )}
            <div className={styles.prose}>
              <Prose lang={lang} html={html} />
            </div>
            <Pictures proposal={proposal} />
            {merging && <Additions additions={merging.additions} lang={lang} />}
            {answer && <AnswerCard answer={answer} />}
            <ActTogether proposal={proposal} />
          </>
        }
        act={
          isPublic && (
            <BottomBar>
              <SupportButton subject={subject} initial={supports} />
            </BottomBar>
          )
        }
        side={
          <>
            {isTold && (
              <SideActs>
                <FollowButton subject={subject} />
                <ShareButton title={title} />
                {!proposal.mine && <ReportButton item={subject} />}
              </SideActs>
            )}
            {proposal.canAnswer && <LinkButton to={`/official/${id}`}>{t('page.answerIt')}</LinkButton>}
            <AuthorActs proposal={proposal} />
            {merging && <SimilarCard id={id} merging={merging} />}
            {merging && <MergedParts parts={merging.parts} />}
            <ProposalFacts proposal={proposal} />
            <ProposalStory proposal={proposal} />
          </>
        }
        more={
          publishedAt && (
            <>
              <SubjectParts subject={subject} />
              <Section title={t('page.arguments')}>
                <Arguments subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
              <Section title={t('page.opinions')}>
                <OpinionSection subject={subject} report={(item, of) => <ReportButton item={item} of={of} />} />
              </Section>
            </>
          )
        }
      />
    </Page>
  );
}

function Pictures({ proposal: { pictures } }: { proposal: ShownProposal }) {
  const { t } = useWords('proposals');
  return pictures.map(({ id, url, width, height, alt }) => (
    <figure key={id} className={styles.picture}>
      <img src={url} width={width} height={height} alt={alt || t('page.picture')} loading="lazy" decoding="async" />
      {alt && <figcaption>{alt}</figcaption>}
    </figure>
  ));
}
