import { isToMeet } from '@isegoria/insights/contracts';
import { AskedButton, Notice, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { MoveSittingMutation, SittingQuery, SittingsQuery, SittingViewQuery, type Sitting } from './documents';
import { Postpone } from './postpone';

type To = 'open' | 'closed' | 'cancelled';

/** Opens a sitting that is to meet, postpones or cancels it, closes an open one; each is asked once more, for there is no way back. */
export function MoveButtons({ sitting: { id, status } }: { sitting: Pick<Sitting, 'id' | 'status'> }) {
  if (status === 'open') return <MoveButton id={id} to="closed" />;
  if (!isToMeet(status)) return null;
  return (
    <>
      <MoveButton id={id} to="open" />
      <Postpone id={id} />
      <MoveButton id={id} to="cancelled" />
    </>
  );
}

function MoveButton({ id, to }: { id: string; to: To }) {
  const { t } = useWords('insights');
  const [refused, setRefused] = useState<string | null>(null);
  const [move, { pending }] = useAct(MoveSittingMutation, { refresh: [SittingQuery, SittingsQuery, SittingViewQuery] });
  const act = async (close: () => void) => {
    const answer = (await move({ id, to }))?.moveSitting;
    if (answer && answer.__typename !== 'SittingSaved') return setRefused(answer.reason);
    if (answer) close();
  };
  return (
    <AskedButton
      act={t(`sitting.move.${to}`)} variant={to === 'cancelled' ? 'secondary' : 'primary'} question={t(`sitting.move.${to}Sure`)} yes={t(`sitting.move.${to}`)} yesVariant="primary"
      pending={pending} onYes={act}
    >
      <p>{t(`sitting.move.${to}Why`)}</p>
      {refused && <Notice tone="problem" live title={t(`sitting.refused.${refused}`)} />}
    </AskedButton>
  );
}
