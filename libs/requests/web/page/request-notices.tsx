import { LinkButton, Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownRequest } from '../documents';
import { dueText } from '../standing';

/** What one must know before reading on: by when it is to be fixed, why it ended, who else reads it, what a moderator said. */
export function RequestNotices({ request }: { request: ShownRequest }) {
  const words = useWords('requests');
  const { t, lt } = words;
  const { id, canCorrect, status, isPrivate, mine, remark, closing, isOverdue, department } = request;
  const due = dueText(request, words);
  return (
    <>
      {isPrivate && <Notice title={t('page.privateTitle')}>{t(mine ? 'page.privateMine' : 'page.private', { department: lt(department.name) })}</Notice>}
      {mine && status === 'waiting' && <Notice title={t('page.waitingTitle')}>{t('page.waiting')}</Notice>}
      {mine && remark && (status === 'returned' || status === 'hidden') && (
        <Notice tone="warning" title={t(status === 'returned' ? 'page.returnedTitle' : 'page.hiddenTitle')}>
          <p>{remark.reason}</p>
          {canCorrect && <p><LinkButton to={`/requests/${id}/correct`}>{t('correct.title')}</LinkButton></p>}
          <p>
            {remark.rule !== null && <Link to="/code-of-conduct">{t('page.rule', { rule: remark.rule })}</Link>} <Link to={`/moderation/cases/${remark.caseId}/objection`}>{t('page.object')}</Link>
          </p>
        </Notice>
      )}
      {due && <Notice tone={isOverdue ? 'warning' : 'info'} title={due}>{t('page.dueBy', { department: lt(department.name) })}</Notice>}
      {status === 'fixed' && <Notice tone="done" title={t('status.fixed')} />}
      {status === 'closed' && closing && (
        <Notice title={t('page.closed', { reason: t(`closing.${closing.reason}`) })}>
          {closing.duplicateOf && <Link to={closing.duplicateOf.path}>{t('page.goesOn', { title: lt(closing.duplicateOf.title), id: closing.duplicateOf.id })}</Link>}
        </Notice>
      )}
      {status === 'withdrawn' && <Notice title={t('page.withdrawn')} />}
    </>
  );
}
