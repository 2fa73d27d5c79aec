import { Button, Card, Checkbox, TextField, useFocusBack, useWords } from '@isegoria/ui/web';
import { volunteerLimits as limits } from '@isegoria/volunteering/contracts';
import styles from '../volunteering.module.css';
import { newShift, type TypedShift } from './typed';

interface ShiftsFieldProps {
  shifts: readonly TypedShift[];
  /** Those whose time stays, for people offered themselves for it. */
  fixed: readonly string[];
  onChange(shifts: TypedShift[]): void;
}

/** The shifts while a call is written: each with its time, what is done, and for how many. */
export function ShiftsField({ shifts, fixed, onChange }: ShiftsFieldProps) {
  const { t } = useWords('volunteering');
  const box = useFocusBack();
  const set = (at: number, part: Partial<TypedShift>) => onChange(shifts.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <div ref={box} className={styles.stack}>
      {shifts.map((shift, at) => (
        <Card key={shift.id} level={3} title={t('write.shift', { number: at + 1 })}>
          <TextField name={`shifts.${at}.task`} label={t('field.task', { number: at + 1 })} hint={t('write.taskHint')} value={shift.task} onChange={(task) => set(at, { task })} />
          {fixed.includes(shift.id) ? <p>{t('write.timeIsFixed')}</p> : <Time shift={shift} at={at} onChange={(part) => set(at, part)} />}
          <TextField name={`shifts.${at}.places`} width="short" inputMode="numeric" label={t('field.places', { number: at + 1 })} value={shift.places} onChange={(places) => set(at, { places })} />
          <TextField name={`shifts.${at}.minimum`} width="short" inputMode="numeric" label={t('field.minimum', { number: at + 1 })} hint={t('write.minimumHint')} value={shift.minimum} onChange={(minimum) => set(at, { minimum })} />
          <TextField name={`shifts.${at}.bring`} optional label={t('field.bring', { number: at + 1 })} hint={t('write.bringHint')} value={shift.bring} onChange={(bring) => set(at, { bring })} />
          <Checkbox name={`shifts.${at}.isStepFree`} label={t('write.stepFree')} checked={shift.isStepFree} onChange={(isStepFree) => set(at, { isStepFree })} />
          <Checkbox name={`shifts.${at}.isForChildren`} label={t('write.children')} checked={shift.isForChildren} onChange={(isForChildren) => set(at, { isForChildren })} />
          <TextField name={`shifts.${at}.fromAge`} optional width="short" inputMode="numeric" label={t('field.fromAge', { number: at + 1 })} value={shift.fromAge} onChange={(fromAge) => set(at, { fromAge })} />
          {shifts.length > 1 && !fixed.includes(shift.id) && <div><Button variant="quiet" label={t('write.removeOf', { number: at + 1 })} onClick={() => onChange(shifts.filter((one) => one !== shift))}>{t('write.remove')}</Button></div>}
        </Card>
      ))}
      {shifts.length < limits.shifts && <div><Button variant="secondary" onClick={() => onChange([...shifts, newShift(shifts.at(-1))])}>{t('write.addShift')}</Button></div>}
    </div>
  );
}

function Time({ shift, at, onChange }: { shift: TypedShift; at: number; onChange(part: Partial<TypedShift>): void }) {
  const { t } = useWords('volunteering');
  return (
    <>
      <Checkbox name={`shifts.${at}.isFlexible`} label={t('write.flexible')} hint={t('write.flexibleHint')} checked={shift.isFlexible} onChange={(isFlexible) => onChange({ isFlexible })} />
      {!shift.isFlexible && <TextField name={`shifts.${at}.startsAt`} type="datetime-local" width="medium" label={t('field.startsAt', { number: at + 1 })} value={shift.startsAt} onChange={(startsAt) => onChange({ startsAt })} />}
      <TextField name={`shifts.${at}.endsAt`} type="datetime-local" width="medium" label={t(shift.isFlexible ? 'field.until' : 'field.endsAt', { number: at + 1 })} value={shift.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
      {shift.isFlexible && <TextField name={`shifts.${at}.minutes`} width="short" inputMode="decimal" label={t('field.hours', { number: at + 1 })} hint={t('write.hoursHint')} value={shift.hours} onChange={(hours) => onChange({ hours })} />}
    </>
  );
}
