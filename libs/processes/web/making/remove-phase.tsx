import { useNavigate } from 'react-router';
import { isHeld } from '@isegoria/processes/contracts';
import { announce, AskedButton, useAct, useWords } from '@isegoria/ui/web';
import { allProcesses, type Phase, type Process } from '../documents';
import { RemovePhase as RemovePhaseAct } from './process-acts';
import { RefusedNotice } from './refused-notice';
import { useFate } from './use-fate';

/** An administrator takes a phase out again, after a second thought; only where nothing can be in it. */
export function RemovePhase({ process: { id: processId, kind, isDraft, phases, revision }, phase }: { process: Process; phase: Phase }) {
  const { t, lt } = useWords('processes');
  const go = useNavigate();
  const { refused, take } = useFate();
  const [act, { pending }] = useAct(RemovePhaseAct, { refresh: allProcesses });
  const mayGo = isDraft || (!phase.hasBegun && !isHeld(kind, phase.id) && phases.length > 1);
  if (!mayGo) return null;
  const yes = async (close: () => void) => {
    const answer = (await act({ processId, phaseId: phase.id, revision }))?.removePhase;
    close();
    if (!answer || !take(answer)) return;
    announce(t('make.removedPhase', { phase: lt(phase.name) }));
    void go(`/processes/${processId}`);
  };
  return (
    <>
      <RefusedNotice processId={null} refused={refused} />
      <AskedButton act={t('make.removePhase')} question={t('make.removePhaseTitle', { phase: lt(phase.name) })} yes={t('make.removePhaseYes')} no={t('make.keep')} pending={pending} onYes={yes}>
        <p>{t('make.removePhaseWhy')}</p>
      </AskedButton>
    </>
  );
}
