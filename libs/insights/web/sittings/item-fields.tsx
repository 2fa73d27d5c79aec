import { Button, Card, TextField, useWords } from '@isegoria/ui/web';
import type { DraftItem } from './draft';
import styles from './sitting.module.css';
import { SubjectPicker } from './subject-picker';

interface ItemFieldsProps {
  item: DraftItem;
  at: number;
  of: number;
  onChange(change: Partial<DraftItem>): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

/** The buttons that a moved item and one that came back are found by. */
export const moveId = (item: DraftItem | undefined, by: 1 | -1): string => `${item?.key}-${by === 1 ? 'down' : 'up'}`;
export const removeId = ({ key }: DraftItem): string => `${key}-remove`;

/** One item of the agenda while it is written: its title, what it is about, its place. */
export function ItemFields({ item, at, of, onChange, onMove, onRemove }: ItemFieldsProps) {
  const { t } = useWords('insights');
  const { title, subjects } = item;
  const number = at + 1;
  return (
    <Card level={3} title={t('edit.item', { number })}>
      <div className={styles.fields}>
        <TextField name={`items.${at}.title.el`} label={t('edit.itemEl', { number })} value={title.el} onChange={(el) => onChange({ title: { ...title, el } })} />
        <TextField name={`items.${at}.title.en`} label={t('edit.itemEn', { number })} optional value={title.en} onChange={(en) => onChange({ title: { ...title, en } })} />
        <SubjectPicker number={number} subjects={subjects} onChange={(chosen) => onChange({ subjects: chosen })} />
        <div className={styles.actions}>
          <Button variant="quiet" id={moveId(item, -1)} disabled={at === 0} label={t('edit.upLabel', { number })} onClick={() => onMove(-1)}>
            {t('edit.up')}
          </Button>
          <Button variant="quiet" id={moveId(item, 1)} disabled={at === of - 1} label={t('edit.downLabel', { number })} onClick={() => onMove(1)}>
            {t('edit.down')}
          </Button>
          <Button variant="quiet" id={removeId(item)} label={t('edit.removeLabel', { number })} onClick={onRemove}>
            {t('edit.remove')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
