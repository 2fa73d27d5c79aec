import { areaOfKey } from '@isegoria/budgeting/contracts';
import { parseSubject } from '@isegoria/kernel/contracts';
import type { WidgetThing } from '@isegoria/widgets/contracts';

/** The page of a thing, for readers whose browser runs no script. */
export function pathOf({ kind, of, part }: WidgetThing): string {
  const id = encodeURIComponent(of);
  const subject = parseSubject(of);
  switch (kind) {
    case 'proposal':
      return `/proposals/${id}`;
    case 'decision':
      return `/decisions/${id}`;
    case 'choice':
      return `/choices/${id}`;
    case 'process':
      return `/processes/${id}`;
    case 'budget':
      return part ? `/budgets/${id}/results/${encodeURIComponent(part)}` : `/budgets/${id}`;
    case 'project': {
      const { budgetId, areaId: project } = areaOfKey(of);
      return `/budgets/${encodeURIComponent(budgetId)}/projects/${encodeURIComponent(project ?? '')}`;
    }
    case 'ballot':
      return subject?.kind === 'budget' ? `/budgets/${encodeURIComponent(areaOfKey(subject.id).budgetId)}` : '/';
    case 'opinion':
      return subject ? `/opinions/${encodeURIComponent(subject.kind)}/${encodeURIComponent(subject.id)}` : '/';
    case 'request':
      return `/requests/${id}`;
    case 'requests':
      return part ? `/requests?district=${encodeURIComponent(part)}` : '/requests';
    case 'answers':
      return '/proposals?sort=ANSWERED';
    case 'ledger':
      return '/ledger';
  }
}
