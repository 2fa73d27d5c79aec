import { RequireRole } from '@isegoria/identity/web';
import { Button, Empty, Loaded, Missing, Notice, Page, Pager, Select, Tag, useAct, useFate, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useParams, useSearchParams } from 'react-router';
import { CallDocument, MarkDocument, OffersDocument, type ShownCall, type ShownOffer, type ShownShift } from '../documents';
import styles from '../volunteering.module.css';
import { lasting, shiftTime } from '../when';
import { HoursForm } from './hours-form';

const size = 50;

/** Who offered themself for each shift, for the department that holds the call alone; and who came. */
export function Component() {
  const { id = '' } = useParams();
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Loaded answer={useGraph(CallDocument, { id })}>{({ volunteerCall }) => (volunteerCall?.mine.leads && volunteerCall.shifts.length > 0 ? <People call={volunteerCall} /> : <Missing words="volunteering" to="/volunteering" />)}</Loaded>
    </RequireRole>
  );
}

function People({ call: { id, title, shifts } }: { call: ShownCall }) {
  const words = useWords('volunteering');
  const { t, lt } = words;
  const [search, setSearch] = useSearchParams();
  const { after } = usePaging();
  const shift = shifts.find((one) => one.id === search.get('shift')) ?? shifts[0];
  const answer = useGraph(OffersDocument, { shiftId: shift?.id ?? '', first: size, after }, { staleMs: 0, keepPrevious: true });
  if (!shift) return null;
  return (
    <Page title={t('people.title')} lead={lt(title)} back={{ to: `/volunteering/${id}`, label: t('page.toCall') }}>
      <p>{t('people.lead')}</p>
      <p className={styles.small}>{t('people.record')}</p>
      {shifts.length > 1 && <Select name="shift" width="full" label={t('people.shift')} value={shift.id} onChange={(value) => setSearch({ shift: value })} choices={shifts.map((one) => ({ value: one.id, label: `${shiftTime(one, words)}: ${one.task}` }))} />}
      <p className={styles.day}>{shiftTime(shift, words)}</p>
      <Loaded answer={answer}>
        {({ volunteerOffers: { items, next, total } }) =>
          items.length === 0 ? <Empty title={t('people.none')}>{t('people.noneHint')}</Empty> : (
            <>
              <ul role="list" aria-label={t('people.title')}>{items.map((offer) => <Person key={offer.id} offer={offer} shift={shift} />)}</ul>
              <Pager next={next} total={total} size={size} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** One person, and whether they came: two buttons, and the same pressed again takes the mark back. */
function Person({ offer: { id, name, isWaiting, confirmBy, came, minutes, at }, shift }: { offer: ShownOffer; shift: ShownShift }) {
  const words = useWords('volunteering');
  const { t, d } = words;
  const { refused, take } = useFate('volunteering');
  const [mark, { pending }] = useAct(MarkDocument, { refresh: [OffersDocument, CallDocument] });
  const shownName = name || t('people.left');
  const began = new Date(shift.startsAt ?? shift.endsAt) <= new Date();
  const press = async (wanted: boolean) => void take((await mark({ offerId: id, came: came === wanted ? null : wanted, minutes: null }))?.markVolunteer, t(came === wanted ? 'people.unmarked' : wanted ? 'people.marked' : 'people.markedMissed', { name: shownName }));
  return (
    <li className={styles.person}>
      <div>
        <strong lang="el">{shownName}</strong>
        <p className={styles.small}>{[t('people.at', { date: d(at, 'moment') }), confirmBy && t('people.unconfirmed', { date: d(confirmBy, 'moment') }), came && minutes !== null && lasting(minutes, words)].filter(Boolean).join(' · ')}</p>
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        {came === true && minutes !== null && <HoursForm key={minutes} offerId={id} name={shownName} minutes={minutes} />}
      </div>
      {isWaiting ? <Tag tone="sun">{t('place.waiting')}</Tag> : began && !shift.cancellation && (
        <div className={styles.acts}>
          <Button variant={came === true ? 'primary' : 'secondary'} pressed={came === true} pending={pending} label={t('people.cameOf', { name: shownName })} onClick={() => void press(true)}>{t('people.came')}</Button>
          <Button variant={came === false ? 'primary' : 'secondary'} pressed={came === false} pending={pending} label={t('people.missedOf', { name: shownName })} onClick={() => void press(false)}>{t('people.missed')}</Button>
        </div>
      )}
    </li>
  );
}
