import { Button, Notice, Page, useWords } from '@isegoria/ui/web';
import { useState } from 'react';

interface StopPageProps {
  /** The slice whose words `stop.title`, `lead`, `act`, `done` and `unknown` say what ends. */
  words: string;
  pending: boolean;
  /** Ends it. Whether the link was a right one; null where no answer came. */
  stop(): Promise<boolean | null>;
}

/** The end of mails, by the link in each of them. It takes a press: programs that look at links must not press it. */
export function StopPage({ words, pending, stop }: StopPageProps) {
  const { t } = useWords(words);
  const [said, setSaid] = useState<'done' | 'unknown' | null>(null);
  const press = async () => {
    const isRight = await stop();
    if (isRight !== null) setSaid(isRight ? 'done' : 'unknown');
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
