import { RefusalNotice, SignInLink, useMe } from '@isegoria/identity/web';
import { AskedAct, Button, Card, Checkbox, type Fact, Facts, Notice, useAct, useFate, useWords } from '@isegoria/ui/web';
import { CallDocument, ConfirmDocument, LeaveDocument, MyOffersDocument, OfferDocument, type ShownShift } from '../documents';
import { CallsDocument } from '../listed-document';
import { lasting, shiftTime } from '../when';
import { ShiftActs } from '../official/shift-acts';
import styles from '../volunteering.module.css';

const shown = [CallDocument, CallsDocument, MyOffersDocument];

/** One shift: when, what is done, what to bring, how many are wanted; and the press by which one comes along. */
export function ShiftItem({ shift, callId, leads, isOnly }: { shift: ShownShift; callId: string; leads: boolean; isOnly: boolean }) {
  const words = useWords('volunteering');
  const { t } = words;
  const { task, bring, minimum, places, registered, waiting, came, isStepFree, isForChildren, fromAge, cancellation, isOver, startsAt, minutes } = shift;
  const suits = [isStepFree && t('shift.stepFree'), isForChildren && t('shift.children'), fromAge !== null && t('shift.fromAge', { count: fromAge })].filter((one) => typeof one === 'string');
  const facts: (Fact | null | false)[] = [
    !startsAt && { label: t('shift.lasts'), value: lasting(minutes, words) },
    bring !== '' && { label: t('shift.bring'), value: <span lang="el">{bring}</span> },
    suits.length > 0 && { label: t('shift.suits'), value: suits.join(', ') },
    { label: t('shift.wanted'), value: t('shift.wantedOf', { count: registered, places }) },
    !isOver && registered < minimum && { label: t('shift.minimum'), value: t('shift.minimumLeft', { count: minimum - registered }) },
    waiting > 0 && !isOver && { label: t('shift.waiting'), value: t('shift.waitingCount', { count: waiting }) },
    isOver && came !== null && { label: t('shift.came'), value: t('shift.cameCount', { count: came }) },
  ];
  return (
    <Card level={3} title={shiftTime(shift, words)}>
      <p lang="el"><strong>{task}</strong></p>
      {cancellation ? <Notice tone="warning" title={t('shift.cancelled')}><span lang="el">{cancellation.reason}</span></Notice> : <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />}
      {!cancellation && <Press shift={shift} />}
      {leads && <ShiftActs shift={shift} callId={callId} isOnly={isOnly} />}
    </Card>
  );
}

/** Where somebody stands with a shift, and what they may do about it. */
function Press({ shift }: { shift: ShownShift }) {
  const words = useWords('volunteering');
  const { t, d } = words;
  const { me } = useMe();
  const { id: shiftId, places, registered, waiting, isOver, mine: { place, queue, confirmBy, isNamed, came, mayOffer } } = shift;
  const { refused, take } = useFate('volunteering');
  const [offer, offering] = useAct(OfferDocument, { refresh: shown });
  const [confirm, confirming] = useAct(ConfirmDocument, { refresh: shown });
  const isFull = registered >= places || waiting > 0;
  const press = async (named: boolean, said: string) => void take((await offer({ shiftId, isNamed: named }))?.offerVolunteering, said);
  if (place === 'none' && !mayOffer) return null;
  if (isOver) return came ? <Notice tone="done" title={t('offer.came')}>{t('offer.cameText')}</Notice> : null;
  return (
    <div className={styles.stack}>
      {place === 'none' && isFull && <p>{t('offer.full')}</p>}
      {place === 'none' && <div>{me ? <Button wide pending={offering.pending} label={t(isFull ? 'offer.waitOf' : 'offer.actOf', { when: shiftTime(shift, words) })} onClick={() => void press(false, t(isFull ? 'offer.doneWaits' : 'offer.done'))}>{t(isFull ? 'offer.wait' : 'offer.act')}</Button> : <SignInLink>{t('offer.signIn')}</SignInLink>}</div>}
      {place === 'none' && <p className={styles.small}>{t('offer.whoSees')}</p>}
      {place === 'registered' && !confirmBy && <Notice tone="done" title={t('offer.has')}>{t('offer.hasText')}</Notice>}
      {place === 'registered' && confirmBy && (
        <Notice tone="warning" title={t('offer.held')}>
          <p>{t('offer.heldText', { date: d(confirmBy, 'moment') })}</p>
          <Button pending={confirming.pending} onClick={() => void confirm({ shiftId }).then((done) => take(done?.confirmVolunteering, t('offer.confirmed')))}>{t('offer.confirm')}</Button>
        </Notice>
      )}
      {place === 'waiting' && <Notice title={t('offer.waits', { count: queue ?? 1 })}>{t('offer.waitsText')}</Notice>}
      {place !== 'none' && <Checkbox name={`named-${shiftId}`} label={t('offer.named')} hint={t('offer.namedHint')} checked={isNamed} onChange={(named) => void press(named, t(named ? 'offer.isNamed' : 'offer.isNotNamed'))} />}
      {place !== 'none' && <Leave shiftId={shiftId} />}
      {refused && <RefusalNotice>{refused}</RefusalNotice>}
    </div>
  );
}

function Leave({ shiftId }: { shiftId: string }) {
  const { t } = useWords('volunteering');
  const [leave, { pending }] = useAct(LeaveDocument, { refresh: shown });
  return (
    <AskedAct words="volunteering" act={t('offer.leave')} question={t('offer.leaveAsk')} yes={t('offer.leaveYes')} pending={pending} done={t('offer.left')} run={async () => (await leave({ shiftId }))?.leaveVolunteering}>
      <p>{t('offer.leaveText')}</p>
    </AskedAct>
  );
}
