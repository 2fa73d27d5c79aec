import { Button, Notice, Page, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { StopReport } from './documents';

/** The end of one report, by the link in each of its mails. It takes a press: programs that look at links must not press it. */
export function Component() {
  const { t } = useWords('reports');
  const [search] = useSearchParams();
  const [stop, { pending }] = useAct(StopReport);
  const [said, setSaid] = useState<'done' | 'unknown' | null>(null);
  const press = async () => {
    const data = await stop({ id: search.get('id') ?? '', token: search.get('token') ?? '' });
    if (data) setSaid(data.stopReport.__typename === 'ReportEnded' ? 'done' : 'unknown');
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
