import { announce, useAct, useWords } from '@isegoria/ui/web';
import { useRef, useState } from 'react';
import { AddDevice, DevicesQuery, RemoveDevice } from '../documents';
import { askBrowser, stopHere } from './this-device';

/** Turns notices on and off for this browser, off for others; and says why not where it did not come to that. */
export function useTurning(key: string, setHere: (id: string) => void) {
  const { t } = useWords('notifications');
  const [said, setSaid] = useState<'refused' | 'homeScreen' | 'unsupported' | 'dismissed' | 'failed' | 'full' | 'tooMany' | null>(null);
  const [add] = useAct(AddDevice, { refresh: [DevicesQuery] });
  const [remove] = useAct(RemoveDevice, { refresh: [DevicesQuery] });
  const underway = useRef(false);
  /** The browser may take its time to ask: a second press meanwhile asks nothing more. */
  const once = async (act: () => Promise<void>) => {
    if (underway.current) return;
    underway.current = true;
    setSaid(null);
    await act().finally(() => (underway.current = false));
  };
  const turnOn = () =>
    once(async () => {
      const asked = await askBrowser(key);
      if (typeof asked === 'string') return setSaid(asked);
      const added = (await add({ input: asked }))?.addDevice;
      if (!added) return;
      if (added.__typename === 'DeviceAdded') {
        setHere(added.device.id);
        announce(t('push.on'));
      } else setSaid(added.__typename === 'NotAllowed' ? 'full' : added.__typename === 'TooMany' ? 'tooMany' : 'failed');
    });
  const turnOff = (id: string, isHere: boolean) =>
    once(async () => {
      if (!(await remove({ id }))) return;
      if (isHere) await stopHere().catch(() => undefined);
      announce(t(isHere ? 'push.off' : 'push.stopped'));
    });
  return { said, turnOn, turnOff };
}
