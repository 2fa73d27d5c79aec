import { useCallback, useEffect, useRef, useState } from 'react';
import { Button, FormActs, Notice, useWords } from '@isegoria/ui/web';
import { askDoor } from '../sign-out';
import { askNoMore, askWho, type Answered, knowsPasskeys, offersQuietly } from './device';
import { tooMany } from './too-many';

/** A question is good for five minutes; whoever thinks longer is asked anew before it is over. */
const renewMs = 240_000;

/** The way in without typing. `offered`: the browser may offer the passkey at the field of the address too. */
export function PasskeySignIn({ next, offered = false }: { next: string; offered?: boolean }) {
  const { t } = useWords('identity');
  const [said, setSaid] = useState('');
  const [pending, setPending] = useState(false);
  const come = useCallback(async (answered: Answered) => {
    if ('tooManySeconds' in answered) return tooMany(t, answered.tooManySeconds);
    if ('no' in answered) return t(answered.no === 'failed' ? 'signIn.failed' : 'signIn.passkeyNo');
    const { status, said: why } = await askDoor('/auth/passkey/sign-in', { ...answered.said });
    // A new page, so that nothing that a visitor was told is shown to a citizen.
    if (status === 200) location.assign(next);
    if (status === 200) return '';
    if (status === 429) return tooMany(t, why['retryAfterSeconds']);
    return t(status === 401 ? 'signIn.passkeyWrong' : 'signIn.failed');
  }, [next, t]);
  const offer = useQuietOffer(offered, useCallback(async (answered) => setSaid(await come(answered)), [come]));
  if (!knowsPasskeys()) return null;
  const press = async () => {
    setSaid('');
    setPending(true);
    const why = await askWho().then(come, () => t('signIn.failed'));
    setSaid(why);
    setPending(why === '');
    if (why) offer();
  };
  return (
    <>
      {said && <Notice tone="problem" live>{said}</Notice>}
      <FormActs>
        <Button variant="secondary" wide pending={pending} onClick={() => void press()}>
          {t('signIn.passkey')}
        </Button>
      </FormActs>
    </>
  );
}

/** Lets the browser offer passkeys at the field of the address for as long as the page is open; answers how to begin again. Who chooses none is not told that they chose none. */
function useQuietOffer(isWanted: boolean, came: (answered: Answered) => Promise<void>): () => void {
  const latest = useRef(came);
  latest.current = came;
  const offer = useCallback(async () => {
    if (!isWanted || !(await offersQuietly())) return;
    const answered = await askWho({ quietly: true });
    if ('said' in answered) await latest.current(answered);
  }, [isWanted]);
  useEffect(() => {
    const begin = () => void offer().catch(() => undefined);
    begin();
    const again = setInterval(begin, renewMs);
    return () => {
      clearInterval(again);
      if (knowsPasskeys()) void askNoMore();
    };
  }, [offer]);
  return () => void offer().catch(() => undefined);
}
