import { Disclosure, LinkButton, Notice, useAct, useWords } from '@isegoria/ui/web';
import { CallDocument, CancelShiftDocument, type ShownShift } from '../documents';
import { CallsDocument } from '../listed-document';
import styles from '../volunteering.module.css';
import { shiftTime } from '../when';
import { ReasonForm } from './reason-form';

/** What the department does with one shift: it hears that people are missing, reads who comes, and cancels it with a reason; the only one goes with its call. */
export function ShiftActs({ shift, callId, isOnly }: { shift: ShownShift; callId: string; isOnly: boolean }) {
  const words = useWords('volunteering');
  const { t } = words;
  const { id, registered, minimum, waiting, cancellation, isOver, isShort } = shift;
  const [cancel, { pending }] = useAct(CancelShiftDocument, { refresh: [CallDocument, CallsDocument] });
  return (
    <div className={`${styles.stack} no-print`}>
      {isShort && <Notice tone="warning" title={t('official.short', { count: minimum - registered })}>{t(isOnly ? 'official.onlyShift' : 'official.shortText')}</Notice>}
      <div><LinkButton variant="secondary" to={`/volunteering/${callId}/people?shift=${encodeURIComponent(id)}`}>{t('official.people', { count: registered + waiting })}</LinkButton></div>
      {!cancellation && !isOver && !isOnly && (
        <Disclosure label={t('official.cancelShift')}>
          <ReasonForm label={t('official.cancelShiftOf', { when: shiftTime(shift, words) })} hint={t('official.cancelShiftHint')} act={t('official.cancelShiftAct')} done={t('official.shiftCancelled')} pending={pending} send={async (reason) => (await cancel({ shiftId: id, reason }))?.cancelVolunteerShift} />
        </Disclosure>
      )}
    </div>
  );
}
