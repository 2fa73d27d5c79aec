import { useSearchParams } from 'react-router';
import { StopPage } from '@isegoria/notifications/web';
import { useAct, useWords } from '@isegoria/ui/web';
import { LeaveNewsletters } from './documents';

/** The end of the city's letters. */
export function Component() {
  const { t } = useWords('newsletters');
  const [search] = useSearchParams();
  const [leave, { pending }] = useAct(LeaveNewsletters);
  const end = async () => {
    const data = await leave({ citizenId: search.get('citizen') ?? '', letterId: search.get('letter') ?? '', token: search.get('token') ?? '' });
    return data && data.leaveNewsletters.__typename === 'NewslettersEnded';
  };
  const says = { title: t('stop.title'), lead: t('stop.lead'), act: t('stop.act'), done: t('stop.done'), unknown: t('stop.unknown') };
  return <StopPage says={says} pending={pending} stop={end} />;
}
