import { pushKinds } from '@isegoria/notifications/contracts';
import { announce, Button, Checkbox, CheckboxGroup, DateText, Notice, type ResultOf, Tag, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { useEffect, useState } from 'react';
import { DevicesQuery, SetPushKinds, TryDevice } from '../documents';
import styles from './device-wish.module.css';
import { hindrance, idHere } from './this-device';
import { useTurning } from './use-turning';

type Devices = ResultOf<typeof DevicesQuery>['devices'];

/** Whether notices come to this device, which ones, and to which of one's own they come. */
export function DeviceWish() {
  const { data } = useGraph(DevicesQuery, {});
  return data ? <Wish devices={data.devices} /> : null;
}

function Wish({ devices: { key, kinds, items } }: { devices: Devices }) {
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
        <>
          <Kinds chosen={kinds} />
          <OwnDevices items={items} here={here} onStop={turnOff} />
        </>
      )}
    </div>
  );
}

/** Which notices come to one's devices. A choice is kept at once. */
function Kinds({ chosen }: { chosen: Devices['kinds'] }) {
  const { t } = useWords('notifications');
  const [set] = useAct(SetPushKinds, { refresh: [DevicesQuery] });
  const change = async (wanted: string[]) => {
    if (await set({ kinds: pushKinds.filter((kind) => wanted.includes(kind)) })) announce(t('push.kindsSaved'));
  };
  return <CheckboxGroup name="kinds" label={t('push.kinds')} hint={t('push.kindsHint')} choices={pushKinds.map((value) => ({ value, label: t(`push.kind.${value}`) }))} chosen={chosen} onChange={(wanted) => void change(wanted)} />;
}

type Tried = 'triedYes' | 'triedNo' | 'tooMany';

interface OwnDevicesProps {
  items: Devices['items'];
  /** The id of the browser that shows the page. */
  here: string | null;
  onStop(id: string, isHere: boolean): Promise<void>;
}

/** One that does not answer any more leaves the list: what came of trying it stands beside the list. */
function OwnDevices({ items, here, onStop }: OwnDevicesProps) {
  const { t } = useWords('notifications');
  const [said, setSaid] = useState<Tried | null>(null);
  return (
    <>
      <ul role="list" className={styles.devices} aria-label={t('push.devices')}>
        {items.map((device) => (
          <Device key={device.id} device={device} isHere={device.id === here} onTried={setSaid} onStop={() => onStop(device.id, device.id === here)} />
        ))}
      </ul>
      {said && <Notice tone={said === 'triedYes' ? 'done' : 'warning'} live>{t(`push.${said}`)}</Notice>}
    </>
  );
}

function Device({ device: { id, name, addedAt }, isHere, onTried, onStop }: { device: Devices['items'][number]; isHere: boolean; onTried(said: Tried | null): void; onStop(): Promise<void> }) {
  const { t } = useWords('notifications');
  const [tryOut, { pending }] = useAct(TryDevice, { refresh: [DevicesQuery] });
  const tried = async () => {
    onTried(null);
    const answer = (await tryOut({ id }))?.tryDevice;
    if (answer) onTried(answer.__typename === 'TooMany' ? 'tooMany' : answer.__typename === 'DeviceTried' && answer.reached ? 'triedYes' : 'triedNo');
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
        <Button variant="quiet" label={`${t('push.try')}: ${name}`} pending={pending} onClick={() => void tried()}>
          {t('push.try')}
        </Button>
        <Button variant="quiet" label={`${t('push.stop')}: ${name}`} onClick={() => void onStop()}>
          {t('push.stop')}
        </Button>
      </div>
    </li>
  );
}
