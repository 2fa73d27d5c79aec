import { Card, DateText, type Fact, Facts, useWords } from '@isegoria/ui/web';
import type { ShownMeeting } from '../documents';
import styles from '../meetings.module.css';

/** When and where, what there is for those who need it, who invites, how many come. */
export function FactsPart({ meeting }: { meeting: ShownMeeting }) {
  const { t, lt, lang, d, n } = useWords('meetings');
  const { venue, isRemote, startsAt, endsAt, department, districts, places, registered, waiting, registerUntil, came, postponements, stage, isDemo, mine } = meeting;
  const access = [venue.isStepFree && t('facts.stepFree'), venue.hasHearingLoop && t('facts.hearingLoop'), venue.hasSignLanguage && t('facts.signLanguage')].filter((one) => typeof one === 'string');
  const hasPlace = lt(venue.address) !== '';
  const facts: (Fact | null | false)[] = [
    startsAt !== null && { label: t('facts.starts'), value: <DateText at={startsAt} style="moment" /> },
    endsAt !== null && { label: t('facts.ends'), value: <DateText at={endsAt} style="moment" /> },
    hasPlace && { label: t('facts.place'), value: <span lang={lang(venue.address)}>{lt(venue.address)}</span> },
    hasPlace && { label: t('facts.access'), value: access.join(', ') || t('facts.noAccess') },
    isRemote && { label: t('facts.remote'), value: mine.joinUrl ? <a href={mine.joinUrl} rel="noreferrer">{t('facts.join')}</a> : t('facts.remoteHint') },
    department && { label: t('facts.department'), value: lt(department.name) },
    { label: t('facts.for'), value: districts.length > 0 ? districts.map(({ name }) => lt(name)).join(', ') : t('facts.wholeCity') },
    { label: t('facts.places'), value: places === null ? t('facts.noLimit', { count: registered }) : t('facts.placesOf', { count: registered, places }) },
    waiting > 0 && { label: t('facts.waiting'), value: t('facts.waitingCount', { count: waiting }) },
    stage === 'announced' && registerUntil !== null && { label: t('facts.registerUntil'), value: <DateText at={registerUntil} style="moment" /> },
    came !== null && { label: t('facts.came'), value: n(came) },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      {stage !== 'announced' && postponements.map(({ from, reason, at }) => <p key={at} className={styles.small}>{t('state.postponedFrom', { date: d(from, 'moment') })} <span lang="el">{reason}</span></p>)}
      {isDemo && <p className={styles.small}>{t('facts.demo')}</p>}
    </Card>
  );
}
