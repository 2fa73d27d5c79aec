import { RequireRole } from '@isegoria/identity/web';
import { ReportButton } from '@isegoria/moderation/web';
import { useRoom } from '@isegoria/realtime/web';
import { AskedButton, Card, LinkButton, Loaded, Missing, Notice, Page, PlainText, useAct, useFate, useGraph, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { AnswerMerge } from './answer-merge';
import { InvitationDocument, InvitationsDocument, ProposalMergingDocument, type ShownInvitation, WaitingInvitationsDocument, WithdrawMergeDocument } from './documents';
import { InvitationTag, isYours } from './invitation-tag';
import { TwoTexts } from './two-texts';

/** One invitation, for the two authors: both texts, what would be added, and the answer. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useGraph(InvitationDocument, { id }, { staleMs: 0 });
  const { refetch } = answer;
  useRoom(id ? { kind: 'merge-invitation', id } : null, { onDelta: () => void refetch(), onMissed: () => void refetch() });
  return (
    <RequireRole>
      <Loaded answer={answer}>
        {({ mergeInvitation }) =>
          mergeInvitation ? (
            <Invitation invitation={mergeInvitation} />
          ) : (
            <Missing words="proposals" part="merge" to="/proposals/merges" />
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function Invitation({ invitation }: { invitation: ShownInvitation }) {
  const { t, d } = useWords('proposals');
  const { state, waitsFor, mySide, expiresAt, part, whole, blocked, isHidden } = invitation;
  const isWaiting = state === 'OPEN' || state === 'SUGGESTED';
  const turn = !isWaiting ? undefined : t(isYours(invitation) ? 'merge.yourTurn' : 'merge.theirTurn', { date: d(expiresAt) });
  return (
    <Page wide title={t('merge.title')} kicker={<InvitationTag {...invitation} />} lead={turn} back={{ to: '/proposals/merges', label: t('merge.all') }}>
      {isHidden && <Notice tone="warning">{t('merge.hidden')}</Notice>}
      {isWaiting && blocked && <Notice tone="warning" title={t('merge.impossible')}>{t(`refused.merge_${blocked}`)}</Notice>}
      {state === 'MERGED' && <LinkButton to={`/proposals/${whole.id}`}>{t('merge.see')}</LinkButton>}
      <Said invitation={invitation} />
      <TwoTexts part={part} whole={whole} />
      {isYours(invitation) && <AnswerMerge key={invitation.revision} invitation={invitation} />}
      {state === 'OPEN' && invitation.by === mySide && waitsFor !== mySide && <TakeBack id={invitation.id} />}
    </Page>
  );
}

/** What the two wrote to each other, and what would be added. */
function Said({ invitation: { id, message, addition, isChanged, reply, by, mySide, waitsFor, state } }: { invitation: ShownInvitation }) {
  const { t } = useWords('proposals');
  const isByMe = by === mySide;
  const asksReply = reply !== null && state === 'REFUSED';
  const isByCity = by === null;
  return (
    <>
      {message && (
        <Card title={t(isByCity ? 'merge.fromCity' : isByMe ? 'merge.fromYou' : 'merge.fromOther')}>
          <PlainText text={message} />
          {!isByMe && <p><ReportButton item={{ kind: 'merge-message', id }} of={message} /></p>}
        </Card>
      )}
      <Card title={t('merge.wouldAdd')} note={isChanged && state === 'OPEN' ? t(waitsFor === mySide ? 'merge.changedByOther' : 'merge.changedByYou') : undefined}>
        {addition ? <PlainText text={addition} /> : <p>{t('merge.wouldAddNothing')}</p>}
        {isChanged && isByMe && <p><ReportButton item={{ kind: 'merge-message', id: `${id}~reply` }} of={addition} /></p>}
      </Card>
      {asksReply && (
        <Card title={t('merge.replied')}>
          <PlainText text={reply} />
        </Card>
      )}
    </>
  );
}

function TakeBack({ id }: { id: string }) {
  const { t } = useWords('proposals');
  const { refused, take } = useFate('proposals');
  const [withdraw, { pending }] = useAct(WithdrawMergeDocument, { refresh: [InvitationDocument, InvitationsDocument, WaitingInvitationsDocument, ProposalMergingDocument] });
  const yes = async (close: () => void) => {
    const result = (await withdraw({ id }))?.withdrawMerge;
    if (!result) return;
    close();
    take(result, t('merge.takenBack'));
  };
  return (
    <>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <p>
        <AskedButton act={t('merge.takeBack')} question={t('merge.takeBackAsk')} yes={t('merge.takeBackYes')} pending={pending} onYes={yes}>
          <p>{t('merge.takeBackLoses')}</p>
        </AskedButton>
      </p>
    </>
  );
}
