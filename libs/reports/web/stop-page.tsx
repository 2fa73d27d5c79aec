import { StopPage } from '@isegoria/notifications/web';
import { useAct } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { StopReport } from './documents';

/** The end of one report. */
export function Component() {
  const [search] = useSearchParams();
  const [stop, { pending }] = useAct(StopReport);
  const end = async () => {
    const data = await stop({ id: search.get('id') ?? '', token: search.get('token') ?? '' });
    return data && data.stopReport.__typename === 'ReportEnded';
  };
  return <StopPage words="reports" pending={pending} stop={end} />;
}
