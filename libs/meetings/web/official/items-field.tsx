import { meetingLimits as limits } from '@isegoria/meetings/contracts';
import { announce, Button, Card, MoveActs, SubjectPicker, TextField, useFocusBack, useGraph, useWords } from '@isegoria/ui/web';
import { FindSubjectsDocument } from '../documents';
import styles from '../meetings.module.css';
import { newItem, type TypedItem } from './typed';

/** The agenda while it is written: items in their order, each with what on the platform it is about. */
export function ItemsField({ items, onChange }: { items: readonly TypedItem[]; onChange(items: TypedItem[]): void }) {
  const { t } = useWords('meetings');
  const box = useFocusBack();
  const move = (at: number, by: 1 | -1) => {
    const next = [...items];
    const [moved] = next.splice(at, 1);
    if (!moved) return;
    next.splice(at + by, 0, moved);
    onChange(next);
    announce(t('edit.moved', { place: at + by + 1, all: items.length }));
  };
  return (
    <div ref={box} className={styles.stack}>
      {items.map((item, at) => (
        <Card key={item.id} level={3} title={t('edit.item', { number: at + 1 })}>
          <TextField name={`items.${at}.title.el`} label={t('field.itemEl', { number: at + 1 })} value={item.title.el} onChange={(el) => onChange(items.map((one) => (one === item ? { ...item, title: { ...item.title, el } } : one)))} />
          <TextField name={`items.${at}.title.en`} optional label={t('field.itemEn', { number: at + 1 })} value={item.title.en} onChange={(en) => onChange(items.map((one) => (one === item ? { ...item, title: { ...item.title, en } } : one)))} />
          <Picker name={`find-${at}`} number={at + 1} subjects={item.subjects} most={limits.subjects} onChange={(subjects) => onChange(items.map((one) => (one === item ? { ...item, subjects } : one)))} />
          <MoveActs name={t('edit.item', { number: at + 1 })} at={at} canUp={at > 0} canDown={at < items.length - 1} onMove={(step) => move(at, step)} onRemove={() => onChange(items.filter((one) => one !== item))} />
        </Card>
      ))}
      {items.length < limits.items && <div><Button variant="secondary" onClick={() => onChange([...items, newItem()])}>{t('edit.addItem')}</Button></div>}
    </div>
  );
}

interface PickerProps {
  name: string;
  number: number;
  subjects: TypedItem['subjects'];
  most: number;
  onChange(subjects: TypedItem['subjects']): void;
}

/** What an item, or an outcome, is about. */
export function Picker({ name, number, subjects, most, onChange }: PickerProps) {
  const { t } = useWords('meetings');
  const says = {
    group: t('pick.group', { number }), title: t('pick.title'), nothing: t('pick.nothing'), find: t('pick.find', { number }), findHint: t('pick.findHint'), findAct: t('pick.findAct'), findLabel: t('pick.findLabel', { number }), take: t('pick.take'), takeOff: t('pick.takeOff'), gone: t('pick.gone'),
    takeLabel: (title: string) => t('pick.takeLabel', { title }), takeOffLabel: (title: string) => t('pick.takeOffLabel', { title }), found: (count: number, words: string) => t('pick.found', { count, words }), kind: (kind: string) => t(`subject.${kind}`),
  };
  return <SubjectPicker name={name} says={says} subjects={subjects} most={most} onChange={onChange} useFound={useFound} />;
}

function useFound(words: string) {
  const { data, error, refetch } = useGraph(FindSubjectsDocument, { words });
  return { data: data?.findMeetingSubjects, error, refetch };
}
