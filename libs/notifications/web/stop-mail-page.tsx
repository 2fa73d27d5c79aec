import { useSearchParams } from 'react-router';
import { useAct, useWords } from '@isegoria/ui/web';
import { StopMail } from './documents';
import { StopPage } from './stop-page';

/** The end of all mails about what one follows. */
export function Component() {
  const { t } = useWords('notifications');
  const [search] = useSearchParams();
  const [stop, { pending }] = useAct(StopMail);
  const end = async () => {
    const data = await stop({ citizenId: search.get('citizen') ?? '', token: search.get('token') ?? '' });
    return data && data.stopMail.__typename === 'MailWishes';
  };
  const says = { title: t('stop.title'), lead: t('stop.lead'), act: t('stop.act'), done: t('stop.done'), unknown: t('stop.unknown') };
  return <StopPage says={says} pending={pending} stop={end} />;
}
