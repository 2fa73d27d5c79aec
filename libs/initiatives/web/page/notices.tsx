import { DateText, Notice, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownInitiative } from '../documents';

/** What one must know before reading on: that nobody else sees it yet, that it was refused, hidden, taken back, came to nothing, or was answered. */
export function InitiativeNotices({ initiative }: { initiative: ShownInitiative }) {
  const { t, d, n, lt } = useWords('initiatives');
  const { stage, refusal, isLastTry, mine, verdict, isHidden, withdrawal, answer, sitting, signatures, terms, check, dueAt, promotersMissing } = initiative;
  return (
    <>
      {stage === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {stage === 'promoters' && <Notice title={promotersMissing > 0 ? t('state.promoters', { count: promotersMissing }) : t('state.whole')}>{t('state.promotersText')}</Notice>}
      {stage === 'submitted' && dueAt && <Notice title={t('state.submitted', { date: d(dueAt) })}>{t('state.submittedText')}</Notice>}
      {refusal && (
        <Notice tone="warning" title={t('state.refused')}>
          <p>{refusal.grounds.map((ground) => t(`ground.${ground}`)).join(' ')}</p>
          <p lang="el">{refusal.words}</p>
          {mine.isPromoter && <p>{t(isLastTry && !mine.canCorrect ? 'state.lastTry' : 'state.tryAgain')}</p>}
        </Notice>
      )}
      {isHidden && (
        <Notice tone="warning" title={t('state.hidden')}>
          {verdict && <p lang="el">{verdict.reason}</p>}
          {verdict && <Link to={`/moderation/cases/${verdict.caseId}/objection`}>{t('state.object')}</Link>}
        </Notice>
      )}
      {stage === 'short' && <Notice title={t('state.short', { total: n(check ? check.valid : signatures.total), needed: n(terms.needed) })}>{t(check ? 'state.shortValid' : 'state.shortText')}</Notice>}
      {(stage === 'handedIn' || stage === 'verified') && dueAt && <Notice title={t(stage === 'handedIn' ? 'state.handedIn' : 'state.verified', { date: d(dueAt) })} />}
      {stage === 'scheduled' && sitting && <Notice title={t('state.scheduled')}><Link to={sitting.path}>{lt(sitting.title)}</Link></Notice>}
      {withdrawal && (
        <Notice tone="warning" title={t('state.withdrawn')}>
          <p><DateText at={withdrawal.at} />: <span lang="el">{withdrawal.reason}</span></p>
        </Notice>
      )}
      {answer && (
        <Notice tone={answer.outcome === 'rejected' ? 'warning' : 'done'} title={t(`outcome.${answer.outcome}`)}>
          <p lang="el">{answer.text}</p>
          <Act url={answer.url} ada={answer.ada ?? null} />
          {sitting && <p><Link to={sitting.path}>{lt(sitting.title)}</Link></p>}
        </Notice>
      )}
    </>
  );
}

function Act({ url, ada }: { url: string; ada: string | null }) {
  const { t } = useWords('initiatives');
  const name = ada ? t('state.act', { ada }) : t('state.actElsewhere');
  if (!url) return ada && <p>{name}</p>;
  return <p>{url.startsWith('/') ? <Link to={url}>{name}</Link> : <a href={url} rel="noreferrer external">{name}</a>}</p>;
}
