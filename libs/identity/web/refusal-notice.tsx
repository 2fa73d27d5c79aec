import type { ReactNode } from 'react';
import { Notice } from '@isegoria/ui/web';
import { ResendConfirmation } from './resend-confirmation';
import { useMe } from './use-me';

/** Why an act did not count. Who has not confirmed the address finds the way to do so right here. */
export function RefusalNotice({ children }: { children: ReactNode }) {
  const { me } = useMe();
  return (
    <>
      <Notice tone="problem" live>
        {children}
      </Notice>
      {me && !me.confirmed && <ResendConfirmation />}
    </>
  );
}
