import { useState } from 'react';
import { announce } from '../announce';
import { useWords } from '../words/use-words';
import { Button } from './button';

/** Hands the page's address on: by the phone's own sheet where it has one, otherwise into the clipboard. */
export function ShareButton({ title }: { title: string }) {
  const { t } = useWords('ui');
  const [outcome, setOutcome] = useState<'shared' | 'notShared' | null>(null);
  const hasSheet = matchMedia('(pointer: coarse)').matches && 'share' in navigator;
  const share = async () => {
    const url = `${window.location.origin}${window.location.pathname}`;
    try {
      if (hasSheet) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      tell('shared');
    } catch (error) {
      // Whoever closes the sheet has changed their mind; there is nothing to say.
      if (!(error instanceof DOMException && error.name === 'AbortError')) tell('notShared');
    }
  };
  const tell = (came: 'shared' | 'notShared') => {
    setOutcome(came);
    announce(t(`share.${came}`));
  };
  return (
    <Button variant="quiet" onClick={() => void share()}>
      {outcome ? t(`share.${outcome}`) : t(hasSheet ? 'share.sheet' : 'share.link')}
    </Button>
  );
}
