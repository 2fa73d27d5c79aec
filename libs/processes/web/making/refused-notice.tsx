import { Link } from 'react-router';
import { Notice, useWords } from '@isegoria/ui/web';
import { isOutrun, type Refused, refusedBy } from './process-acts';

/** Why an act on a process was refused; where a colleague was faster, with the way to what they changed. */
export function RefusedNotice({ processId, refused }: { processId: string | null; refused: Refused | null }) {
  const words = useWords('processes');
  if (!refused) return null;
  return (
    <Notice tone="problem" live title={refusedBy(refused, words)}>
      {processId && isOutrun(refused) && <Link to={`/processes/${processId}`}>{words.t('refused.whatChanged')}</Link>}
    </Notice>
  );
}
