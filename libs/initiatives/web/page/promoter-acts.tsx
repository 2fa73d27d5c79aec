import { initiativeLimits as limits, withdrawInput } from '@isegoria/initiatives/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, AskedButton, Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, TextArea, useAct, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { HandInDocument, InitiativeDocument, LeaveDocument, MineDocument, RewriteDocument, type ShownInitiative, SubmitDocument, WithdrawDocument } from '../documents';
import styles from '../initiatives.module.css';

const shown = [InitiativeDocument, MineDocument];

/** What its promoters may do now; nothing for anybody else. */
export function PromoterActs({ initiative }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { id, stage, invitation, mine } = initiative;
  if (!mine.isPromoter) return null;
  return (
    <div className="no-print">
      <Card title={t('own.title')} edge="sun">
        {mine.canEdit && <LinkButton to={`/initiatives/${id}/write`}>{t('own.write')}</LinkButton>}
        {invitation && <Invite invitation={invitation} />}
        {mine.canSubmit && <Submit initiative={initiative} />}
        {mine.canHandIn && <HandIn initiative={initiative} />}
        {mine.canCorrect && <Rewrite initiative={initiative} />}
        {stage === 'promoters' && !mine.isAuthor && <Leave id={id} />}
        {stage === 'collecting' && <LinkButton variant="secondary" to={`/initiatives/${id}/sheet`}>{t('page.sheet')}</LinkButton>}
        {mine.canWithdraw && <Disclosure label={t('own.withdraw')}><Withdraw id={id} /></Disclosure>}
      </Card>
    </div>
  );
}

/** The secret address: whoever opens it may say yes. */
export function Invite({ invitation }: { invitation: string }) {
  const { t } = useWords('initiatives');
  const [isCopied, setCopied] = useState(false);
  const address = `${window.location.origin}/initiatives/join/${invitation}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
      announce(t('own.copied'));
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className={styles.invite}>
      <p>{t('own.inviteHint')}</p>
      <p className={styles.address}><code>{address}</code></p>
      <Button variant="secondary" onClick={() => void copy()}>{t(isCopied ? 'own.copied' : 'own.copy')}</Button>
    </div>
  );
}

function Submit({ initiative: { id, terms } }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { refused, take } = useFate('initiatives');
  const [submit, { pending }] = useAct(SubmitDocument, { refresh: shown });
  return (
    <>
      <Button pending={pending} onClick={() => void submit({ id }).then((data) => take(data?.submitInitiative, t('own.submitted')))}>{t('own.submit')}</Button>
      <p className={styles.small}>{t('own.submitHint', { count: terms.checkDays })}</p>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

function HandIn({ initiative: { id } }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { refused, take } = useFate('initiatives');
  const [handIn, { pending }] = useAct(HandInDocument, { refresh: shown });
  const yes = async (close: () => void) => {
    take((await handIn({ id }))?.handInInitiative, t('own.handedIn'));
    close();
  };
  return (
    <>
      <AskedButton act={t('own.handIn')} variant="primary" yesVariant="primary" question={t('own.handInAsk')} yes={t('own.handInYes')} pending={pending} onYes={yes}>
        <p>{t('own.handInLoses')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

function Rewrite({ initiative: { id, stage } }: { initiative: ShownInitiative }) {
  const { t } = useWords('initiatives');
  const { refused, take } = useFate('initiatives');
  const [rewrite, { pending }] = useAct(RewriteDocument, { refresh: shown });
  const yes = async (close: () => void) => {
    take((await rewrite({ id }))?.rewriteInitiative, t('own.rewritten'));
    close();
  };
  return (
    <>
      <AskedButton act={t(stage === 'refused' ? 'own.correct' : 'own.rewrite')} variant={stage === 'refused' ? 'primary' : 'quiet'} yesVariant="primary" question={t('own.rewriteAsk')} yes={t('own.rewriteYes')} pending={pending} onYes={yes}>
        <p>{t('own.rewriteLoses')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

function Leave({ id }: { id: string }) {
  const { t } = useWords('initiatives');
  const { refused, take } = useFate('initiatives');
  const [leave, { pending }] = useAct(LeaveDocument, { refresh: shown });
  return (
    <>
      <Button variant="quiet" pending={pending} onClick={() => void leave({ id }).then((data) => take(data?.leaveInitiative, t('own.leftIt')))}>{t('own.leave')}</Button>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useWords('initiatives');
  const { problems, setProblems, refused, take } = useFate('initiatives');
  const [reason, setReason] = useState('');
  const [withdraw, { pending }] = useAct(WithdrawDocument, { refresh: shown });
  const send = async () => {
    const wrong = problemsOf(withdrawInput, { reason });
    setProblems(wrong);
    if (wrong.length === 0) take((await withdraw({ id, reason }))?.withdrawInitiative, t('own.withdrawn'));
  };
  return (
    <Form words="initiatives" summary="here" label={t('own.withdraw')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.small}>{t('own.withdrawHint')}</p>
      <TextArea name="reason" rows={3} label={t('field.reason')} limit={limits.words} value={reason} onChange={setReason} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" variant="danger" pending={pending}>{t('own.withdrawAct')}</Button>
      </FormActs>
    </Form>
  );
}
