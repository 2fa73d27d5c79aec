import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isHeld } from '@isegoria/processes/contracts';
import { announce, Button, Dialog, useAct, useWords } from '@isegoria/ui/web';
import { allProcesses, type Phase, type Process } from './documents';
import { RemovePhase as RemovePhaseAct } from './process-acts';
import { RefusedNotice } from './refused-notice';
import { useFate } from './use-fate';

/** An administrator takes a phase out again, after a second thought; only where nothing can be in it. */
export function RemovePhase({ process: { id: processId, kind, isDraft, phases, revision }, phase }: { process: Process; phase: Phase }) {
  const { t, lt } = useWords('processes');
  const go = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { refused, take } = useFate();
  const [act, { pending }] = useAct(RemovePhaseAct, { refresh: allProcesses });
  const mayGo = isDraft || (!phase.hasBegun && !isHeld(kind, phase.id) && phases.length > 1);
  if (!mayGo) return null;
  const yes = async () => {
    const answer = (await act({ processId, phaseId: phase.id, revision }))?.removePhase;
    setAsked(false);
    if (!answer || !take(answer)) return;
    announce(t('make.removedPhase', { phase: lt(phase.name) }));
    void go(`/processes/${processId}`);
  };
  const actions = (
    <Button variant="danger" pending={pending} onClick={() => void yes()}>
      {t('make.removePhaseYes')}
    </Button>
  );
  return (
    <>
      <RefusedNotice processId={null} refused={refused} />
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {t('make.removePhase')}
      </Button>
      <Dialog title={t('make.removePhaseTitle', { phase: lt(phase.name) })} open={isAsked} onClose={() => setAsked(false)} closeLabel={t('make.keep')} actions={actions}>
        <p>{t('make.removePhaseWhy')}</p>
      </Dialog>
    </>
  );
}
