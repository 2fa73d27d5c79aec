import { RequireRole } from '@isegoria/identity/web';
import { Columns, Empty, LinkButton, Loaded, Page, Prose, Section, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { AnswerCard } from '../page/answer-card';
import { ProposalDocument, type ShownProposal } from '../documents';
import { Additions } from '../merging/additions';
import { ProposalMergingDocument } from '../merging/documents';
import { ProposalFacts } from '../page/proposal-facts';
import styles from '../lists/proposals.module.css';
import { StatusTag } from '../status-tag';
import { AnswerForm } from './answer-form';

/** An official reads a proposal and answers it for the department. */
export function Component() {
  const { id = '' } = useParams();
  const { t, lt } = useWords('proposals');
  const answer = useGraph(ProposalDocument, { id });
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={answer}>
        {({ proposal }) =>
          proposal?.canAnswer ? (
            <Answering proposal={proposal} />
          ) : proposal ? (
            <Page title={t('official.notYours')} back={{ to: '/official', label: t('official.queue') }}>
              <Empty title={t(proposal.department ? 'official.answersIt' : 'official.nobodyYet', { department: proposal.department ? lt(proposal.department.name) : '' })} action={<LinkButton to={`/proposals/${id}`}>{t('sent.see')}</LinkButton>} />
            </Page>
          ) : (
            <Page title={t('page.missing')} back={{ to: '/official', label: t('official.queue') }}>
              <Empty title={t('page.missingHint')} action={<LinkButton to="/official">{t('official.queue')}</LinkButton>} />
            </Page>
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function Answering({ proposal }: { proposal: ShownProposal }) {
  const { t } = useWords('proposals');
  const { id, title, html, lang, status, answerDueAt, answer } = proposal;
  const additions = useGraph(ProposalMergingDocument, { id }).data?.proposalMerging?.additions ?? [];
  return (
    <Page wide title={t('official.formTitle')} lead={t('official.to', { title })} kicker={<StatusTag long status={status} answerDueAt={answerDueAt} answer={answer} />} back={{ to: '/official', label: t('official.queue') }}>
      <Columns>
        <AnswerForm proposal={proposal} />
        <div>
          <Section title={t('field.text')} more={{ to: `/proposals/${id}`, label: t('official.inItsPlace') }}>
            <div className={styles.apart}>
              <Prose lang={lang} html={html} />
              <Additions additions={additions} lang={lang} />
              {answer && <AnswerCard answer={answer} />}
              <ProposalFacts proposal={proposal} />
            </div>
          </Section>
        </div>
      </Columns>
    </Page>
  );
}
