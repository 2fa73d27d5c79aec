import { Button, Notice, Page } from '@isegoria/ui/web';
import { useState } from 'react';

interface StopPageProps {
  /** What ends, what the press is called, and what is told after it: that it ended, or that the link is not a right one. */
  says: Record<'title' | 'lead' | 'act' | 'done' | 'unknown', string>;
  pending: boolean;
  /** Ends it. Whether the link was a right one; null where no answer came. */
  stop(): Promise<boolean | null>;
}

/** The end of mails, by the link in each of them. It takes a press: programs that look at links must not press it. */
export function StopPage({ says, pending, stop }: StopPageProps) {
  const [said, setSaid] = useState<'done' | 'unknown' | null>(null);
  const press = async () => {
    const isRight = await stop();
    if (isRight !== null) setSaid(isRight ? 'done' : 'unknown');
  };
  return (
    <Page title={says.title} lead={said === null && says.lead}>
      {said === null && (
        <Button pending={pending} onClick={() => void press()}>
          {says.act}
        </Button>
      )}
      {said !== null && (
        <Notice live tone={said === 'done' ? 'done' : 'problem'}>
          {says[said]}
        </Notice>
      )}
    </Page>
  );
}
