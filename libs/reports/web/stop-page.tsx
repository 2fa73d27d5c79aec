import { StopPage } from '@isegoria/notifications/web';
import { useAct, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { StopReport } from './documents';

/** The end of one report. */
export function Component() {
  const { t } = useWords('reports');
  const [search] = useSearchParams();
  const [stop, { pending }] = useAct(StopReport);
  const end = async () => {
    const data = await stop({ id: search.get('id') ?? '', token: search.get('token') ?? '' });
    return data && data.stopReport.__typename === 'ReportEnded';
  };
  const says = { title: t('stop.title'), lead: t('stop.lead'), act: t('stop.act'), done: t('stop.done'), unknown: t('stop.unknown') };
  return <StopPage says={says} pending={pending} stop={end} />;
}
