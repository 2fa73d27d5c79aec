import { DateText, Notice, useWords } from '@isegoria/ui/web';
import type { ShownMeeting } from '../documents';

/** What one must know before reading on: that nobody else sees it yet, that it was put on another day or does not take place, that it meets now, that its report is owed. */
export function MeetingNotices({ meeting: { stage, postponements, cancellation, reportDueAt } }: { meeting: ShownMeeting }) {
  const { t, d } = useWords('meetings');
  return (
    <>
      {stage === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {stage === 'open' && <Notice tone="warning" title={t('state.open')}>{t('state.openText')}</Notice>}
      {cancellation && <Notice tone="warning" title={t('state.cancelled')}><p><DateText at={cancellation.at} />: <span lang="el">{cancellation.reason}</span></p></Notice>}
      {stage === 'announced' && postponements.length > 0 && (
        <Notice tone="warning" title={t('state.postponed')}>
          {postponements.map(({ from, reason, at }) => <p key={at}>{t('state.postponedFrom', { date: d(from, 'moment') })} <span lang="el">{reason}</span></p>)}
        </Notice>
      )}
      {reportDueAt && <Notice title={t('state.closed')}>{t('state.closedText', { date: d(reportDueAt) })}</Notice>}
    </>
  );
}
