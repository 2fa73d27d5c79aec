import { Checkbox, Dialog, Kbd, useWords } from '@isegoria/ui/web';
import styles from './queue.module.css';

const keys = ['j', 'k', 'r', 'a', 'h', 'g', 'u', 'x', 'd'] as const;

/** Which keys do what, and the switch that stops them. */
export function KeysHelp({ open, on, onChange, onClose }: { open: boolean; on: boolean; onChange(on: boolean): void; onClose(): void }) {
  const { t } = useWords('moderation');
  return (
    <Dialog title={t('keys.title')} open={open} onClose={onClose}>
      <p>{t('keys.text')}</p>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Kbd>?</Kbd>
          </dt>
          <dd>{t('keys.help')}</dd>
        </div>
      </dl>
      <Checkbox name="keys" label={t('keys.on')} checked={on} onChange={onChange} />
    </Dialog>
  );
}
