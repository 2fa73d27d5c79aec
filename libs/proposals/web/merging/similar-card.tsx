import { Card, Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownMerging } from './documents';
import { InvitationTag, isYours } from './invitation-tag';
import styles from './merging.module.css';

/** To its author: an invitation that waits, from or to them. */
export function WaitingInvitations({ invitations }: Pick<ShownMerging, 'invitations'>) {
  const { t } = useWords('proposals');
  return invitations.map((invitation) => (
    <Notice key={invitation.id} tone={isYours(invitation) ? 'warning' : 'info'} title={t('merge.waitsWith', { title: (invitation.mySide === 'PART' ? invitation.whole : invitation.part).title })}>
      <p>
        <InvitationTag {...invitation} /> <Link to={`/proposals/merges/${invitation.id}`}>{t('merge.open')}</Link>
      </p>
    </Notice>
  ));
}

/** For its author: others that say the same, with the way to invite. For who may suggest a merge: the same ones. */
export function SimilarCard({ id, merging: { similar, invitations, maySuggest } }: { id: string; merging: Pick<ShownMerging, 'similar' | 'invitations' | 'maySuggest'> }) {
  const { t } = useWords('proposals');
  const invited = new Set(invitations.flatMap(({ part, whole }) => [part.id, whole.id]));
  const free = similar.filter((one) => !invited.has(one.id));
  if (free.length === 0) return null;
  return (
    <Card title={t('merge.similarTitle')} note={t(maySuggest ? 'merge.suggestHint' : 'merge.similarHint')}>
      <ul role="list" className={styles.parts}>
        {free.map((one) => (
          <li key={one.id}>
            <p><Link to={`/proposals/${one.id}`} lang={one.lang}>{one.title}</Link></p>
            <p><Link to={`/proposals/${id}/merge/${one.id}`} aria-label={t('merge.inviteOf', { title: one.title })}>{t('merge.invite')}</Link></p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
