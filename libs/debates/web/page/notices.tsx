import { Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownDebate } from '../documents';

/** What one must know before reading on: that not everybody reads it, or that it ended and nobody has concluded it. */
export function DebateNotices({ debate }: { debate: ShownDebate }) {
  const { t, d } = useWords('debates');
  const { visibility, verdict, stage, endsAt, mine, opener, conclusion } = debate;
  if (visibility === 'waiting') return <Notice title={t('state.waiting')}>{t('state.waitingText')}</Notice>;
  if (visibility === 'returned' || visibility === 'hidden') return <Notice tone="warning" title={t(`state.${visibility}`)}><Verdict verdict={verdict} /></Notice>;
  if (visibility === 'withdrawn') return <Notice title={t('state.withdrawn')} />;
  if (stage !== 'ended' || !endsAt || conclusion) return null;
  const text = mine.isOpener ? 'state.endedOwn' : !opener.department && !opener.name ? 'state.endedLeft' : 'state.endedText';
  return <Notice title={t('state.ended', { date: d(endsAt) })}>{t(text)}</Notice>;
}

/** Why a moderator decided so, and where one objects. */
export function Verdict({ verdict }: { verdict: ShownDebate['verdict'] }) {
  const { t } = useWords('debates');
  if (!verdict) return null;
  return (
    <>
      <p lang="el">{verdict.reason}</p>
      <p><Link to={`/moderation/cases/${verdict.caseId}/objection`}>{t('state.object')}</Link></p>
    </>
  );
}
