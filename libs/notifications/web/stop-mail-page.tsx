import { useSearchParams } from 'react-router';
import { useAct } from '@isegoria/ui/web';
import { StopMail } from './documents';
import { StopPage } from './stop-page';

/** The end of all mails about what one follows. */
export function Component() {
  const [search] = useSearchParams();
  const [stop, { pending }] = useAct(StopMail);
  const end = async () => {
    const data = await stop({ citizenId: search.get('citizen') ?? '', token: search.get('token') ?? '' });
    return data && data.stopMail.__typename === 'MailWishes';
  };
  return <StopPage words="notifications" pending={pending} stop={end} />;
}
