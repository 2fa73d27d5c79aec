import { RequireRole } from '@isegoria/identity/web';
import { Empty, Excerpt, LinkButton, Loaded, Page, Pager, Row, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { MyProposalsDocument } from '../documents';
import { WaitingInvitationsDocument } from '../merging/documents';
import { ProposalRow } from '../proposal-row';
import { StatusTag } from '../status-tag';

const size = 20;

/** All that one has written, drafts first to hand. */
export function Component() {
  const { t } = useWords('proposals');
  return (
    <RequireRole>
      <Page wide title={t('mine.title')} lead={t('mine.lead')} actions={<LinkButton to="/proposals/new">{t('list.write')}</LinkButton>}>
        <ToInvitations />
        <Mine />
      </Page>
    </RequireRole>
  );
}

/** Where invitations to merge wait. */
function ToInvitations() {
  const { t } = useWords('proposals');
  const count = useGraph(WaitingInvitationsDocument, {}, { staleMs: 0 }).data?.waitingMergeInvitations ?? 0;
  return (
    <p>
      <Link to="/proposals/merges">{t(count === 0 ? 'mine.toInvitations' : 'mine.invitations', { count })}</Link>
    </p>
  );
}

function Mine() {
  const { t } = useWords('proposals');
  const { after, page } = usePaging();
  const first = useGraph(MyProposalsDocument, { first: size, after: null });
  const answer = useGraph(MyProposalsDocument, { first: size, after }, { keepPrevious: true, staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ myProposals: { items, next } }) =>
        items.length === 0 && page === 1 ? (
          <Empty title={t('mine.empty')}>{t('mine.emptyHint')}</Empty>
        ) : (
          <>
            <Rows label={t('mine.title')}>
              {items.map((proposal) =>
                proposal.status === 'DRAFT' ? (
                  <Row key={proposal.id} level={2} to={`/proposals/${proposal.id}/write`} title={proposal.title || t('mine.untitled')} note={t('mine.continue')} tag={<StatusTag {...proposal} />}>
                    <Excerpt>{proposal.excerpt}</Excerpt>
                  </Row>
                ) : (
                  <ProposalRow key={proposal.id} proposal={proposal} onChange={() => void answer.refetch()} />
                ),
              )}
            </Rows>
            <Pager next={next} total={first.data?.myProposals.total ?? 0} size={size} />
          </>
        )
      }
    </Loaded>
  );
}
