import { LinkButton, Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownProposal } from '../documents';
import styles from './proposal-page.module.css';

/** What the author (and, of a withdrawn one, everybody) must know before reading on. */
export function AuthorNotice({ proposal: { status, withdrawal, remark, mine } }: { proposal: ShownProposal }) {
  const { t } = useWords('proposals');
  if (status === 'WITHDRAWN') return <Notice tone="info" title={t('page.withdrawnTitle')}>{withdrawal}</Notice>;
  if (!mine) return null;
  if (status === 'WAITING') return <Notice tone="info" title={t('page.waitingTitle')}>{t('page.waitingText')}</Notice>;
  if (!remark || (status !== 'RETURNED' && status !== 'HIDDEN')) return null;
  return (
    <Notice tone="warning" title={t(status === 'RETURNED' ? 'page.returnedTitle' : 'page.hiddenTitle')}>
      <p>{remark.reason}</p>
      <p>
        {remark.rule !== null && <Link to="/code-of-conduct">{t('page.rule', { rule: remark.rule })}</Link>}{' '}
        <Link to={`/moderation/cases/${remark.caseId}/objection`}>{t('page.object')}</Link>
      </p>
    </Notice>
  );
}

/** What its author can still do with it. */
export function AuthorActs({ proposal: { id, status, canEdit, canWithdraw } }: { proposal: ShownProposal }) {
  const { t } = useWords('proposals');
  if (!canEdit && !canWithdraw) return null;
  return (
    <div className={styles.acts}>
      {canEdit && (
        <LinkButton variant={status === 'RETURNED' ? 'primary' : 'secondary'} to={`/proposals/${id}/write`}>
          {t(status === 'RETURNED' ? 'page.putRight' : 'page.edit')}
        </LinkButton>
      )}
      {canWithdraw && <Link to={`/proposals/${id}/withdraw`}>{t('page.withdraw')}</Link>}
    </div>
  );
}
