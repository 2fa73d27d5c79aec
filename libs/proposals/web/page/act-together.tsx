import { LinkButton, useWords } from '@isegoria/ui/web';
import type { ShownProposal } from '../documents';

/** From a proposal that the city accepted or carried out: the way to something that people do together about it. */
export function ActTogether({ proposal: { id, status } }: { proposal: Pick<ShownProposal, 'id' | 'status'> }) {
  const { t } = useWords('proposals');
  if (status !== 'ACCEPTED' && status !== 'IMPLEMENTED') return null;
  return <div className="no-print"><LinkButton variant="secondary" to={`/volunteering/propose?from=proposal:${id}`}>{t('page.actTogether')}</LinkButton></div>;
}
