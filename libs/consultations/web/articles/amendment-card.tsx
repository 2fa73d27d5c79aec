import { ReportButton } from '@isegoria/moderation/web';
import { announce, AskedButton, Card, DateText, Figure, Notice, PlainText, refusalText, Tag, type Tone, useAct, useWords } from '@isegoria/ui/web';
import { SupportButton } from '@isegoria/votes/web';
import { useState } from 'react';
import { Link } from 'react-router';
import styles from './amendments.module.css';
import { Difference } from './difference';
import { AmendmentsDocument, ConsultationDocument, MyAmendmentsDocument, type ShownAmendment, WithdrawAmendmentDocument } from '../documents';

const tones: Record<'adopted' | 'partly' | 'notAdopted', Tone> = { adopted: 'olive', partly: 'sun', notAdopted: 'neutral' };

/** Another wording of an article: what it changes, word by word, why, how many stand behind it, and what became of it. */
export function AmendmentCard({ amendment, takesPart }: { amendment: ShownAmendment; takesPart: boolean }) {
  const { t } = useWords('consultations');
  const { id, original, isRemoval, text, reason, author, supports, visibility, createdAt, mine, reply } = amendment;
  const subject = { kind: 'amendment', id };
  const by = mine ? t('amendment.yours') : (author?.name ?? t('amendment.someone'));
  return (
    <li id={`amendment-${id}`} className={styles.amendment}>
      <Card level={3} title={t(isRemoval ? 'amendment.removalBy' : 'amendment.changeBy', { name: by })} note={<DateText at={createdAt} />} edge={mine ? 'aegean' : undefined}>
        {mine && <OwnNotice amendment={amendment} />}
        {isRemoval ? <p><b>{t('amendment.removal')}</b></p> : <Difference before={original} after={text} />}
        <div>
          <p className={styles.label}>{t('amendment.why')}</p>
          <PlainText text={reason} />
        </div>
        {reply && (
          <div className={styles.reply}>
            <p><span className={styles.label}>{t('amendment.reply')}</span> <Tag tone={tones[reply.outcome]}>{t(`amendment.outcome.${reply.outcome}`)}</Tag></p>
            <PlainText text={reply.reason} />
          </div>
        )}
        {visibility === 'public' && (takesPart ? <SupportButton subject={subject} initial={supports} /> : <Figure value={supports} label={t('amendment.supporters', { count: supports })} layout="beside" size="small" />)}
        <div className={styles.acts}>
          {visibility === 'public' && !mine && <ReportButton item={subject} of={t('amendment.changeBy', { name: by })} />}
          {amendment.canWithdraw && <Withdraw id={id} />}
        </div>
      </Card>
    </li>
  );
}

/** Where one's own wording stands while others do not see it. */
function OwnNotice({ amendment: { visibility, decision } }: { amendment: ShownAmendment }) {
  const { t } = useWords('consultations');
  if (visibility === 'waiting') return <Notice title={t('amendment.waiting')}>{t('amendment.waitingText')}</Notice>;
  if (!decision || (visibility !== 'returned' && visibility !== 'hidden')) return null;
  return (
    <Notice tone="warning" title={t(`amendment.${visibility}`)}>
      <p lang="el">{decision.reason}</p>
      <p>
        {decision.rule !== null && <Link to="/code-of-conduct">{t('amendment.rule', { rule: decision.rule })}</Link>}{' '}
        <Link to={`/moderation/cases/${decision.caseId}/objection`}>{t('amendment.object')}</Link>
      </p>
    </Notice>
  );
}

function Withdraw({ id }: { id: string }) {
  const words = useWords('consultations');
  const { t } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [withdraw, { pending }] = useAct(WithdrawAmendmentDocument, { refresh: [AmendmentsDocument, MyAmendmentsDocument, ConsultationDocument] });
  const yes = async (close: () => void) => {
    const result = (await withdraw({ id }))?.withdrawAmendment;
    if (!result) return;
    close();
    if ('reason' in result) return setRefused(refusalText(words, result.reason));
    announce(t('amendment.withdrawn'));
  };
  return (
    <>
      <AskedButton act={t('amendment.withdraw')} question={t('amendment.withdrawAsk')} yes={t('amendment.withdrawYes')} no={t('amendment.withdrawNo')} pending={pending} onYes={yes}>
        <p>{t('amendment.withdrawLoses')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
