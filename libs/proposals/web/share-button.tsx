import { announce, Button, useWords } from '@isegoria/ui/web';
import { useState } from 'react';

/** Hands the page's address on: by the phone's own sheet where it has one, otherwise into the clipboard. */
export function ShareButton({ title }: { title: string }) {
  const { t } = useWords('proposals');
  const [shared, setShared] = useState(false);
  const share = async () => {
    const url = `${window.location.origin}${window.location.pathname}`;
    try {
      if (matchMedia('(pointer: coarse)').matches && 'share' in navigator) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      setShared(true);
      announce(t('page.shared'));
    } catch {
      // Whoever closes the sheet has changed their mind; there is nothing to say.
    }
  };
  return (
    <Button variant="quiet" onClick={() => void share()}>
      {t(shared ? 'page.shared' : 'page.share')}
    </Button>
  );
}
