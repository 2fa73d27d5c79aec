import { Disclosure, LinkButton, useAct, useWords } from '@isegoria/ui/web';
import { CallDocument, CallsDocument, CancelShiftDocument, type ShownShift } from '../documents';
import styles from '../volunteering.module.css';
import { shiftTime } from '../when';
import { ReasonForm } from './reason-form';

/** What the department does with one shift: it reads who comes, and cancels it with a reason. */
export function ShiftActs({ shift, callId }: { shift: ShownShift; callId: string }) {
  const words = useWords('volunteering');
  const { t } = words;
  const { id, registered, waiting, cancellation, isOver } = shift;
  const [cancel, { pending }] = useAct(CancelShiftDocument, { refresh: [CallDocument, CallsDocument] });
  return (
    <div className={`${styles.stack} no-print`}>
      <div><LinkButton variant="secondary" to={`/volunteering/${callId}/people?shift=${encodeURIComponent(id)}`}>{t('official.people', { count: registered + waiting })}</LinkButton></div>
      {!cancellation && !isOver && (
        <Disclosure label={t('official.cancelShift')}>
          <ReasonForm label={t('official.cancelShiftOf', { when: shiftTime(shift, words) })} hint={t('official.cancelShiftHint')} act={t('official.cancelShiftAct')} done={t('official.shiftCancelled')} pending={pending} send={async (reason) => (await cancel({ shiftId: id, reason }))?.cancelVolunteerShift} />
        </Disclosure>
      )}
    </div>
  );
}
