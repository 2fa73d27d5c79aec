import { AskedButton, Card, LinkButton, Notice, useAct, useFate, useWords } from '@isegoria/ui/web';
import styles from '../debates.module.css';
import { DebateDocument, MyDebatesDocument, type ShownDebate, WithdrawDocument } from '../documents';
import { DebatesDocument } from '../listed-document';

/** What who opened it may do now; nothing for anybody else. */
export function OpenerActs({ debate: { id, mine, opener, stage, conclusion } }: { debate: ShownDebate }) {
  const { t } = useWords('debates');
  if (!mine.isOpener || !(mine.canConclude || mine.canCorrect || mine.canWithdraw)) return null;
  return (
    <div className="no-print">
      <Card title={t(opener.department ? 'own.department' : 'own.title')} edge="sun">
        <div className={styles.stack}>
          {mine.canConclude && <LinkButton to={`/debates/${id}/conclude`}>{t(conclusion ? 'conclusion.rewrite' : 'own.conclude')}</LinkButton>}
          {mine.canConclude && stage === 'open' && <p className={styles.small}>{t('own.concludeHint')}</p>}
          {mine.canCorrect && <LinkButton variant="secondary" to={`/debates/${id}/correct`}>{t('own.correct')}</LinkButton>}
          {mine.canWithdraw && <Withdraw id={id} />}
        </div>
      </Card>
    </div>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useWords('debates');
  const { refused, take } = useFate('debates');
  const [withdraw, { pending }] = useAct(WithdrawDocument, { refresh: [DebateDocument, DebatesDocument, MyDebatesDocument] });
  const yes = async (close: () => void) => {
    take((await withdraw({ id }))?.withdrawDebate, t('own.withdrawn'));
    close();
  };
  return (
    <>
      <AskedButton act={t('own.withdraw')} variant="quiet" yesVariant="danger" question={t('own.withdrawAsk')} yes={t('own.withdrawYes')} pending={pending} onYes={yes}>
        <p>{t('own.withdrawLoses')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}
