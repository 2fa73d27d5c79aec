import { DateText, Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownConsultation } from './documents';

type Told = Pick<ShownConsultation, 'status' | 'opensAt' | 'closesAt' | 'answerDueAt' | 'extensions' | 'withdrawal' | 'adopted'>;

/** What one must know before reading on: that nobody else sees it yet, that it is not open yet, that it was given more time, taken back, or adopted. */
export function ConsultationNotices({ consultation: { status, opensAt, closesAt, answerDueAt, extensions, withdrawal, adopted } }: { consultation: Told }) {
  const { t, d } = useWords('consultations');
  const [extension] = extensions;
  return (
    <>
      {status === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {status === 'announced' && opensAt && <Notice title={t('state.announced', { date: d(opensAt, 'moment') })}>{t('state.announcedText')}</Notice>}
      {status === 'open' && extension && <Notice title={t('state.extended', { from: d(extension.from), to: d(extension.to) })}><p lang="el">{extension.reason}</p></Notice>}
      {status === 'closed' && closesAt && <Notice title={t('state.closed', { date: d(closesAt) })}>{answerDueAt && t('state.closedText', { date: d(answerDueAt) })}</Notice>}
      {withdrawal && (
        <Notice tone="warning" title={t('state.withdrawn')}>
          <p><DateText at={withdrawal.at} />: <span lang="el">{withdrawal.reason}</span></p>
        </Notice>
      )}
      {adopted && (
        <Notice tone="done" title={t('state.adopted')}>
          <p>
            {adopted.url.startsWith('/') ? <Link to={adopted.url} lang="el">{adopted.title}</Link> : <a href={adopted.url} lang="el" rel="noreferrer external">{adopted.title}</a>}
            {adopted.ada && `, ${t('facts.ada')} ${adopted.ada}`}
          </p>
          {adopted.note && <p lang="el">{adopted.note}</p>}
        </Notice>
      )}
    </>
  );
}
