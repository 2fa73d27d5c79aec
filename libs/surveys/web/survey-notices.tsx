import { DateText, Notice, useWords } from '@isegoria/ui/web';
import type { ShownSurvey } from './documents';

/** What one must know before reading on: that nobody else sees it yet, that it is not open yet, that it was given more time, is over, or was taken back. */
export function SurveyNotices({ survey: { status, opensAt, closesAt, entryUntil, reportDueAt, extensions, withdrawal } }: { survey: ShownSurvey }) {
  const { t, d } = useWords('surveys');
  const [extension] = extensions;
  return (
    <>
      {status === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {status === 'announced' && opensAt && <Notice title={t('state.announced', { date: d(opensAt, 'moment') })}>{t('state.announcedText')}</Notice>}
      {status === 'open' && extension && <Notice title={t('state.extended', { from: d(extension.from), to: d(extension.to) })}><p lang="el">{extension.reason}</p></Notice>}
      {status === 'closed' && closesAt && (
        <Notice title={t('state.closed', { date: d(closesAt) })}>
          {entryUntil && <p>{t('state.entry', { date: d(entryUntil) })}</p>}
          {reportDueAt && <p>{t('state.closedText', { date: d(reportDueAt) })}</p>}
        </Notice>
      )}
      {withdrawal && (
        <Notice tone="warning" title={t('state.withdrawn')}>
          <p><DateText at={withdrawal.at} />: <span lang="el">{withdrawal.reason}</span></p>
        </Notice>
      )}
    </>
  );
}
