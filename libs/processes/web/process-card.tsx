import { Link } from 'react-router';
import { AskCard, LinkButton, useWords } from '@isegoria/ui/web';
import type { ListedProcess } from './documents';
import { actsOf } from './kinds';
import { closing } from './time-left';

/** A process that is open now: what kind, what it asks, until when, and the one act. */
export function ProcessCard({ process, main = false }: { process: ListedProcess; main?: boolean }) {
  const words = useWords('processes');
  const { t, lt } = words;
  const phase = process.phases.find(({ id }) => id === process.currentPhaseId);
  if (!phase) return null;
  const [act] = actsOf(process.kind, process.id, phase.settings.contributions);
  return (
    <AskCard
      kind={t(`kind.${process.kind}`)}
      title={<Link to={`/processes/${process.id}`}>{lt(process.title)}</Link>}
      lead={lt(process.summary)}
      facts={[lt(phase.name), closing(phase.closesAt, words)]}
      action={act && (main ? <LinkButton to={act.to}>{t(act.words)}</LinkButton> : <Link to={act.to}>{t(act.words)}</Link>)}
      main={main}
    />
  );
}
