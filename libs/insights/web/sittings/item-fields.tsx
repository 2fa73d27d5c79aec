import { agendaLimits } from '@isegoria/insights/contracts';
import { Button, Card, type PickedSubject, SubjectPicker, TextField, useGraph, useWords } from '@isegoria/ui/web';
import { FindSubjectsQuery } from './documents';
import type { DraftItem } from './draft';
import styles from './sitting.module.css';

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
  const says = usePickerWords(number);
  return (
    <Card level={3} title={t('edit.item', { number })}>
      <div className={styles.fields}>
        <TextField name={`items.${at}.title.el`} label={t('edit.itemEl', { number })} value={title.el} onChange={(el) => onChange({ title: { ...title, el } })} />
        <TextField name={`items.${at}.title.en`} label={t('edit.itemEn', { number })} optional value={title.en} onChange={(en) => onChange({ title: { ...title, en } })} />
        <SubjectPicker name={`find-${number}`} says={says} subjects={subjects} most={agendaLimits.subjects} useFound={useFound} onChange={(chosen) => onChange({ subjects: chosen.map(shown) })} />
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

/** What was found is asked for with all that an item keeps of it. */
const shown = (subject: PickedSubject): DraftItem['subjects'][number] => ({ path: '', isPublic: true, ...subject });

function useFound(words: string) {
  const { data, error, refetch } = useGraph(FindSubjectsQuery, { words });
  return { data: data?.findSubjects, error, refetch };
}

function usePickerWords(number: number) {
  const { t } = useWords('insights');
  return {
    group: t('edit.about', { number }), title: t('sitting.about'), nothing: t('edit.aboutNothing'), find: t('edit.find', { number }), findHint: t('edit.findHint'), findAct: t('edit.findAct'), findLabel: t('edit.findLabel', { number }), take: t('edit.take'), takeOff: t('edit.takeOff'),
    gone: t('edit.gone'), takeLabel: (title: string) => t('edit.takeLabel', { title }), takeOffLabel: (title: string) => t('edit.takeOffLabel', { title }), found: (count: number, words: string) => t('edit.found', { count, words }), kind: (kind: string) => t(`kind.${kind}`),
  };
}
