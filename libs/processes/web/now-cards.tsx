import { Loaded, useGraph } from '@isegoria/ui/web';
import { ProcessesQuery } from './documents';
import { kindOf } from './kinds';
import { ProcessCard } from './process-card';

const most = 2;

/** On the home page: the processes that wait for citizens now, what closes soonest first. */
export default function NowCards() {
  const answer = useGraph(ProcessesQuery, {}, { staleMs: 60_000 });
  return (
    <Loaded answer={answer}>
      {({ processes }) => {
        const open = processes.filter(({ kind, currentPhaseId }) => currentPhaseId !== null && kindOf(kind).asksOnHome);
        return open.slice(0, most).map((process, place) => <ProcessCard key={process.id} process={process} main={place === 0} />);
      }}
    </Loaded>
  );
}
