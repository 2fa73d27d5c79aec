import { RequireRole } from '@isegoria/identity/web';
import { Loaded, type Problem, useGraph } from '@isegoria/ui/web';
import { useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { CheckStep } from './check-step';
import { ProposalDocument, type ShownProposal } from '../documents';
import { useDraft } from './use-draft';
import { WriteStep } from './write-step';
import { begunBy, fieldOf, type Written } from './written';

/** Writing a proposal: one calm form, a look at the whole, and off it goes. The same page corrects one that was sent. */
export function Component() {
  const { id = '' } = useParams();
  return (
    <RequireRole>
      <Loaded answer={useGraph(ProposalDocument, { id }, { staleMs: 0 })}>{({ proposal }) => <Writing key={id} id={id} proposal={proposal} />}</Loaded>
    </RequireRole>
  );
}

function Writing({ id, proposal: loaded }: { id: string; proposal: ShownProposal | null }) {
  const [search, setSearch] = useSearchParams();
  // What the city had when the page opened; the draft's own saving must not turn the form under the writer's hands.
  const [proposal] = useState(loaded);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [start, setStart] = useState<string | null>(null);
  const isDraft = proposal === null || proposal.status === 'DRAFT';
  const processId = proposal?.processId ?? search.get('process');
  const draft = useDraft(id, proposal, { processId, keep: isDraft, begun: begunBy(search) });
  if (proposal && !isDraft && !proposal.canEdit) return <Navigate replace to={`/proposals/${id}`} />;

  const goTo = (step: 'check' | null) => {
    const next = new URLSearchParams(search);
    if (step) next.set('step', step);
    else next.delete('step');
    setSearch(next);
  };
  const showProblems = (found: readonly Problem[]) => setProblems(found.map((one) => atField(one, draft.written)));
  const common = { id, draft, processId, isDraft };
  return search.get('step') === 'check' ? (
    <CheckStep {...common} onBack={({ problems: found = [], field = null }) => { showProblems(found); setStart(field && fieldOf(field, draft.written)); goTo(null); }} />
  ) : (
    <WriteStep {...common} status={proposal?.status ?? 'DRAFT'} problems={problems} onProblems={showProblems} startAt={start} onNext={() => { setStart(null); goTo('check'); }} />
  );
}

/** A district that is asked for with the place is missed there. */
function atField(problem: Problem, written: Written): Problem {
  const field = fieldOf(problem.field, written);
  return field === 'place.districtId' ? { ...problem, field, code: 'required' } : { ...problem, field };
}
