import { announce, Button, Checkbox, DateText, Notice, type ResultOf, Tag, useAct, useGraph, useWords, VisuallyHidden } from '@isegoria/ui/web';
import { useEffect, useRef, useState } from 'react';
import { AddDevice, DevicesQuery, RemoveDevice, TryDevice } from '../documents';
import styles from './device-wish.module.css';
import { askBrowser, hindrance, idHere, stopHere } from './this-device';

type Devices = ResultOf<typeof DevicesQuery>['devices'];

/** Whether notices come to this device, and to which of one's own they come. */
export function DeviceWish() {
  const { data } = useGraph(DevicesQuery, {});
  return data ? <Wish devices={data.devices} /> : null;
}

function Wish({ devices: { key, items } }: { devices: Devices }) {
  const { t } = useWords('notifications');
  const [here, setHere] = useState<string | null>(null);
  const { turnOn, turnOff, said } = useTurning(key, setHere);
  useEffect(() => void idHere(key).then(setHere, () => undefined), [key]);
  const isOn = items.some(({ id }) => id === here);
  const why = said ?? (isOn ? null : hindrance());
  const isHindered = why === 'refused' || why === 'homeScreen' || why === 'unsupported';
  return (
    <div className={styles.wish}>
      {!isHindered && <Checkbox name="device" label={t('push.wish')} hint={t('push.wishHint')} checked={isOn} onChange={(wanted) => void (wanted ? turnOn() : here && turnOff(here, true))} />}
      {why && (
        <Notice tone={isHindered ? 'info' : 'warning'} live={said !== null} {...(isHindered ? { title: t('push.wish') } : {})}>
          {t(`push.${why}`)}
        </Notice>
      )}
      {items.length > 0 && (
        <ul role="list" className={styles.devices} aria-label={t('push.devices')}>
          {items.map((device) => (
            <Device key={device.id} device={device} isHere={device.id === here} onStop={() => turnOff(device.id, device.id === here)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** On and off, and why not where it did not come to that. */
function useTurning(key: string, setHere: (id: string) => void) {
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

function Device({ device: { id, name, addedAt }, isHere, onStop }: { device: Devices['items'][number]; isHere: boolean; onStop(): Promise<void> }) {
  const { t } = useWords('notifications');
  const [tryOut, { pending }] = useAct(TryDevice, { refresh: [DevicesQuery] });
  const [said, setSaid] = useState<'triedYes' | 'triedNo' | 'tooMany' | null>(null);
  const tried = async () => {
    setSaid(null);
    const answer = (await tryOut({ id }))?.tryDevice;
    if (answer) setSaid(answer.__typename === 'TooMany' ? 'tooMany' : answer.__typename === 'DeviceTried' && answer.reached ? 'triedYes' : 'triedNo');
  };
  return (
    <li className={styles.device}>
      <p className={styles.name}>
        <strong>{name}</strong>
        <span className={styles.since}>
          {t('push.since')} <DateText at={addedAt} />
        </span>
        {isHere && <Tag tone="olive">{t('push.this')}</Tag>}
      </p>
      <div className={styles.acts}>
        <Button variant="quiet" pending={pending} onClick={() => void tried()}>
          {t('push.try')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
        <Button variant="quiet" onClick={() => void onStop()}>
          {t('push.stop')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </Button>
      </div>
      {said && <Notice tone={said === 'triedYes' ? 'done' : 'warning'} live>{t(`push.${said}`)}</Notice>}
    </li>
  );
}
