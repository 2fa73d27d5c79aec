import { Button, LinkButton, Loaded, Missing, Page, QrCode, useHall, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import type { ShownMeeting, ShownPoll } from '../documents';
import styles from '../meetings.module.css';
import { inOrder, useLiveMeeting, useQuestions } from '../page/use-live-meeting';
import { PollResult, usePolls } from './polls-part';

const shownMost = 5;
/** So long a straw poll stays on the screen after its end. */
const freshMs = 10 * 60_000;

/** For the hall's projector: what is talked about now, what most people ask, and where to ask. Only what everybody may read. */
export function Component() {
  const { id = '' } = useParams();
  return <Loaded answer={useLiveMeeting(id)}>{({ meeting }) => (meeting ? <Screen meeting={meeting} /> : <Missing words="meetings" to="/meetings" />)}</Loaded>;
}

const isFresh = ({ closesAt }: ShownPoll): boolean => Date.now() - new Date(closesAt).getTime() < freshMs;

function Screen({ meeting }: { meeting: ShownMeeting }) {
  const { t, lt, lang, n } = useWords('meetings');
  const [inHall, setInHall] = useHall();
  const { id, title, items, currentItemId, currentQuestionId } = meeting;
  const item = items.find((one) => one.id === currentItemId);
  const all = (useQuestions(id).data?.meetingQuestions.items ?? []).filter(({ isPublic }) => isPublic);
  const now = all.find((one) => one.id === currentQuestionId);
  const top = inOrder(all).filter((one) => one.stage === 'asked' && one !== now).slice(0, shownMost);
  const [poll] = usePolls(meeting);
  const address = `${location.origin}/meetings/${id}`;
  return (
    <Page
      wide title={item ? lt(item.title) : lt(title)} lang={lang(item?.title ?? title)} kicker={<span lang={lang(title)}>{lt(title)}</span>} back={inHall ? undefined : { to: `/meetings/${id}`, label: t('screen.back') }}
      actions={<div className="no-print"><Button variant="secondary" onClick={() => setInHall(!inHall)}>{t(inHall ? 'screen.leave' : 'screen.whole')}</Button></div>}
    >
      <div className={styles.screen}>
        <div className={styles.text}>
          {now && (
            <div className={styles.now}>
              <p className={styles.small}>{t('room.answering')}</p>
              <p className={styles.asked} lang="el">{now.text}</p>
            </div>
          )}
          {poll?.isOpen ? (
            <div className={styles.now}>
              <p className={styles.small}>{t('screen.poll')}</p>
              <p className={styles.asked} lang={lang(poll.question)}>{lt(poll.question)}</p>
              <p>{t('poll.people', { count: poll.people })}</p>
            </div>
          ) : poll && isFresh(poll) && <PollResult poll={poll} />}
          <h2 className={styles.heading}>{t('screen.top')}</h2>
          {top.length === 0 && <p>{t('screen.none')}</p>}
          <ol role="list" className={styles.questions}>
            {top.map(({ id: questionId, text, supports }) => (
              <li key={questionId} className={styles.question}>
                <span className={styles.support}><span className={styles.count}>{n(supports)}</span></span>
                <span className={styles.asked} lang="el">{text}</span>
              </li>
            ))}
          </ol>
        </div>
        <div className={styles.code}>
          <QrCode address={address} label={t('screen.code')} />
          <p>{t('screen.ask')}</p>
          <p className={styles.address}>{address.replace(/^https?:\/\//, '')}</p>
        </div>
      </div>
      {!inHall && <div className="no-print"><LinkButton variant="quiet" to={`/meetings/${id}`}>{t('screen.back')}</LinkButton></div>}
    </Page>
  );
}
