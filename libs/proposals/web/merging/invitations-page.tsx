import { RequireRole } from '@isegoria/identity/web';
import { DateText, Empty, Loaded, Page, Pager, Row, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { InvitationsDocument } from './documents';
import { InvitationTag } from './invitation-tag';

const size = 20;

/** The invitations from and to the reader. */
export function Component() {
  const { t } = useWords('proposals');
  return (
    <RequireRole>
      <Page wide title={t('merge.all')} lead={t('merge.allLead')} back={{ to: '/proposals/mine', label: t('navMine') }}>
        <Invitations />
      </Page>
    </RequireRole>
  );
}

function Invitations() {
  const { t } = useWords('proposals');
  const { after, page } = usePaging();
  const first = useGraph(InvitationsDocument, { first: size, after: null });
  const answer = useGraph(InvitationsDocument, { first: size, after }, { keepPrevious: true, staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ myMergeInvitations: { items, next } }) =>
        items.length === 0 && page === 1 ? (
          <Empty title={t('merge.none')}>{t('merge.noneHint')}</Empty>
        ) : (
          <>
            <Rows label={t('merge.all')}>
              {items.map((invitation) => (
                <Row key={invitation.id} level={2} to={`/proposals/merges/${invitation.id}`} title={`${invitation.part.title} → ${invitation.whole.title}`} note={<DateText at={invitation.at} />} tag={<InvitationTag {...invitation} />} />
              ))}
            </Rows>
            <Pager next={next} total={first.data?.myMergeInvitations.total ?? 0} size={size} />
          </>
        )
      }
    </Loaded>
  );
}
