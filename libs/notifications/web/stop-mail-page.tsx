import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, Notice, Page, useAct, useWords } from '@isegoria/ui/web';
import { StopMail } from './documents';

/** The end of the mails, by the link in each of them. It takes a press: programs that look at links must not press it. */
export function Component() {
  const { t } = useWords('notifications');
  const [search] = useSearchParams();
  const [stop, { pending }] = useAct(StopMail);
  const [said, setSaid] = useState<'done' | 'unknown' | null>(null);
  const press = async () => {
    const data = await stop({ citizenId: search.get('citizen') ?? '', token: search.get('token') ?? '' });
    if (data) setSaid(data.stopMail.__typename === 'MailWishes' ? 'done' : 'unknown');
  };
  return (
    <Page title={t('stop.title')} lead={said === null && t('stop.lead')}>
      {said === null && (
        <Button pending={pending} onClick={() => void press()}>
          {t('stop.act')}
        </Button>
      )}
      {said !== null && (
        <Notice live tone={said === 'done' ? 'done' : 'problem'}>
          {t(`stop.${said}`)}
        </Notice>
      )}
    </Page>
  );
}
