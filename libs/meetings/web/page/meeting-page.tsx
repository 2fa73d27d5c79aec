import { FollowButton } from '@isegoria/notifications/web';
import { Empty, LinkButton, Loaded, Page, PlainText, ReturnLink, ShareButton, SubjectParts, useFocusBack, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import type { ShownMeeting } from '../documents';
import styles from '../meetings.module.css';
import { OfficialActs } from '../official/official-acts';
import { RoomPart } from '../room/room-part';
import { StageTag } from '../stage-tag';
import { AgendaPart } from './agenda-part';
import { FactsPart } from './facts-part';
import { MeetingNotices } from './notices';
import { RegisterPart } from './register-part';
import { ReportPart } from './report-part';
import { useLiveMeeting } from './use-live-meeting';

/** One meeting: when and where, who comes; its live room while it meets; and what came of it. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useLiveMeeting(id);
  return <Loaded answer={answer}>{({ meeting }) => (meeting ? <MeetingView key={id} meeting={meeting} /> : <MissingMeeting />)}</Loaded>;
}

/** There is no such meeting, or none that the reader may see. */
export function MissingMeeting() {
  const { t } = useWords('meetings');
  return (
    <Page title={t('page.missing')} back={{ to: '/meetings', label: t('page.all') }}>
      <Empty title={t('page.missingHint')} action={<LinkButton to="/meetings">{t('page.all')}</LinkButton>} />
    </Page>
  );
}

function MeetingView({ meeting }: { meeting: ShownMeeting }) {
  const { t, lt, lang, d, locale } = useWords('meetings');
  const { id, title, text, stage, kind, venue, startsAt, openedAt } = meeting;
  const subject = { kind: 'meeting', id };
  const side = useFocusBack();
  const isPublic = stage !== 'draft';
  return (
    <Page
      wide title={lt(title)} lang={lang(title)} back={{ to: '/meetings', label: t('page.all') }} lead={[startsAt && d(startsAt, 'moment'), lt(venue.address)].filter(Boolean).join(' · ')}
      kicker={<><StageTag {...meeting} /><span>{t(`kind.${kind}`)}</span></>}
    >
      <div className={styles.layout}>
        <div className={styles.text}>
          <ReturnLink />
          <MeetingNotices meeting={meeting} />
          <ReportPart meeting={meeting} />
          <div className={styles.words} lang={lang(text)}><PlainText text={lt(text)} /></div>
          {stage !== 'open' && <AgendaPart meeting={meeting} />}
          {(stage === 'announced' || stage === 'open') && <RegisterPart meeting={meeting} />}
          {openedAt !== null && <RoomPart meeting={meeting} />}
        </div>
        <div ref={side} className={styles.side}>
          {isPublic && (
            <div className={styles.acts}>
              <FollowButton subject={subject} />
              <ShareButton title={lt(title)} />
              {(stage === 'announced' || stage === 'open') && <a href={`/meeting-files/one/${id}.ics?lang=${locale}`}>{t('page.calendar')}</a>}
            </div>
          )}
          <OfficialActs meeting={meeting} />
          <FactsPart meeting={meeting} />
        </div>
        {isPublic && <div className={styles.more}><SubjectParts subject={subject} /></div>}
      </div>
    </Page>
  );
}
