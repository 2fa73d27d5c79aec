import { FollowButton } from '@isegoria/notifications/web';
import { Loaded, Missing, Page, PlainText, ReturnLink, ShareButton, SideActs, SubjectParts, TextAndSide, useWords } from '@isegoria/ui/web';
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
  return <Loaded answer={answer}>{({ meeting }) => (meeting ? <MeetingView key={id} meeting={meeting} /> : <Missing words="meetings" to="/meetings" />)}</Loaded>;
}

function MeetingView({ meeting }: { meeting: ShownMeeting }) {
  const { t, lt, lang, d, locale } = useWords('meetings');
  const { id, title, text, stage, kind, venue, startsAt, openedAt } = meeting;
  const subject = { kind: 'meeting', id };
  const isPublic = stage !== 'draft';
  const isToCome = stage === 'announced' || stage === 'open';
  return (
    <Page
      wide title={lt(title)} lang={lang(title)} back={{ to: '/meetings', label: t('page.all') }} lead={[startsAt && d(startsAt, 'moment'), lt(venue.address)].filter(Boolean).join(' · ')}
      kicker={<><StageTag {...meeting} /><span>{t(`kind.${kind}`)}</span></>}
    >
      <TextAndSide
        phone="side-next"
        text={
          <>
            <ReturnLink />
            <MeetingNotices meeting={meeting} />
            <ReportPart meeting={meeting} />
            <div className={styles.words} lang={lang(text)}><PlainText text={lt(text)} /></div>
            {stage !== 'open' && <AgendaPart meeting={meeting} />}
            {stage === 'open' && <RoomPart meeting={meeting} />}
            {isToCome && <RegisterPart meeting={meeting} />}
          </>
        }
        side={
          <>
            {isPublic && (
              <SideActs>
                <FollowButton subject={subject} />
                <ShareButton title={lt(title)} />
                {isToCome && <a href={`/meeting-files/one/${id}.ics?lang=${locale}`}>{t('page.calendar')}</a>}
              </SideActs>
            )}
            <OfficialActs meeting={meeting} />
            <FactsPart meeting={meeting} />
          </>
        }
        more={
          isPublic && (
            <>
              {openedAt !== null && stage !== 'open' && <RoomPart meeting={meeting} />}
              <SubjectParts subject={subject} />
            </>
          )
        }
      />
    </Page>
  );
}
