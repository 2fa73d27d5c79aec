import { ReportButton } from '@isegoria/moderation/web';
import { FollowButton } from '@isegoria/notifications/web';
import { PlaceShown } from '@isegoria/organisation/web';
import { Card, DateText, type Fact, Facts, Figure, Loaded, Missing, Notice, Page, PlainText, ReturnLink, Section, ShareButton, SideActs, SubjectParts, TextAndSide, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import type { ShownCall } from '../documents';
import { OfficialActs } from '../official/official-acts';
import { StageTag } from '../stage-tag';
import styles from '../volunteering.module.css';
import { callTime, lasting } from '../when';
import { AuthorActs } from './author-acts';
import { ShiftItem } from './shift-item';
import { useLiveCall } from './use-live-call';

/** One call: what is done, when and where; the shifts in which one comes along; and what came of it. */
export function Component() {
  const { id = '' } = useParams();
  const answer = useLiveCall(id);
  return <Loaded answer={answer}>{({ volunteerCall }) => (volunteerCall ? <CallView key={id} call={volunteerCall} /> : <Missing words="volunteering" to="/volunteering" />)}</Loaded>;
}

function CallView({ call }: { call: ShownCall }) {
  const words = useWords('volunteering');
  const { t, lt, lang, locale } = words;
  const { id, title, text, stage, place, shifts, category, isHidden, mine } = call;
  const held = shifts.filter(({ cancellation }) => !cancellation);
  const subject = { kind: 'volunteer-call', id };
  const isPublic = !isHidden && (stage === 'published' || stage === 'reported' || stage === 'cancelled');
  return (
    <Page wide title={lt(title)} lang={lang(title)} back={{ to: '/volunteering', label: t('page.all') }} lead={[callTime(call, words), place.label].filter(Boolean).join(' · ')} kicker={<><StageTag {...call} />{category && <span>{lt(category.name)}</span>}</>}>
      <TextAndSide
        phone="side-next"
        text={
          <>
            <ReturnLink />
            <Notices call={call} />
            <ReportPart call={call} />
            <div className={styles.words} lang={lang(text)}><PlainText text={lt(text)} /></div>
            {shifts.length > 0 && (
              <Section title={t('page.shifts')} id="shifts">
                <div className={styles.stack}>{shifts.map((shift) => <ShiftItem key={shift.id} shift={shift} callId={id} leads={mine.leads && isPublic} isOnly={held.length === 1} />)}</div>
              </Section>
            )}
          </>
        }
        side={
          <>
            {isPublic && (
              <SideActs>
                <FollowButton subject={subject} />
                <ShareButton title={lt(title)} />
                {stage === 'published' && <a href={`/volunteer-files/one/${id}.ics?lang=${locale}`}>{t('page.calendar')}</a>}
                {call.isByCitizen && <ReportButton item={subject} />}
              </SideActs>
            )}
            <AuthorActs call={call} />
            <OfficialActs call={call} />
            <FactsPart call={call} />
          </>
        }
        more={isPublic && <SubjectParts subject={subject} />}
      />
    </Page>
  );
}

/** What one must know before reading on. */
function Notices({ call: { stage, decline, cancellation, reportDueAt, verdict, mine } }: { call: ShownCall }) {
  const { t, d } = useWords('volunteering');
  return (
    <>
      {stage === 'draft' && <Notice title={t('state.draft')}>{t('state.draftText')}</Notice>}
      {stage === 'proposed' && <Notice title={t('state.proposed')}>{t(mine.leads ? 'state.proposedDesk' : 'state.proposedText')}</Notice>}
      {decline && <Notice tone="warning" title={t('state.declined')}><p><DateText at={decline.at} />: <span lang="el">{decline.reason}</span></p></Notice>}
      {verdict && <Notice tone="warning" title={t('state.hidden')}><p lang="el">{verdict.reason}</p>{mine.isAuthor && <Link to={`/moderation/cases/${verdict.caseId}/objection`}>{t('state.object')}</Link>}</Notice>}
      {cancellation && <Notice tone="warning" title={t('state.cancelled')}><p><DateText at={cancellation.at} />: <span lang="el">{cancellation.reason}</span></p></Notice>}
      {reportDueAt && <Notice title={t('state.over')}>{t('state.overText', { date: d(reportDueAt) })}</Notice>}
    </>
  );
}

/** What was done, with how many people and in how much time; the names of those who chose it. */
function ReportPart({ call: { report, named } }: { call: ShownCall }) {
  const words = useWords('volunteering');
  const { t, lt, lang } = words;
  if (!report) return null;
  return (
    <Card title={t('report.title')} edge="olive">
      <p className={styles.small}><DateText at={report.at} /></p>
      <div className={styles.figures}>
        <Figure value={report.people} label={t('report.people', { count: report.people })} />
        <Figure value={lasting(report.minutes, words)} label={t('report.given')} />
      </div>
      <div className={styles.words} lang={lang(report.text)}><PlainText text={lt(report.text)} /></div>
      {report.pictures.length > 0 && (
        <div className={styles.pictures}>{report.pictures.map(({ id, url, thumbnailUrl, width, height, alt }) => <a key={id} href={url}><img src={thumbnailUrl} width={width} height={height} alt={alt || t('report.picture')} loading="lazy" /></a>)}</div>
      )}
      {named.length > 0 && <p><strong>{t('report.thanks')}</strong> <span lang="el">{named.join(', ')}</span></p>}
    </Card>
  );
}

function FactsPart({ call }: { call: ShownCall }) {
  const { t, lt, lang } = useWords('volunteering');
  const { place, district, department, isByCitizen, author, origin, places, registered, placesLeft, isDemo, stage, mine } = call;
  const facts: (Fact | null | false)[] = [
    { label: t('facts.place'), value: <span lang="el">{place.label}</span> },
    { label: t('facts.district'), value: district ? lt(district.name) : t('facts.wholeCity') },
    department && { label: t('facts.department'), value: lt(department.name) },
    isByCitizen && { label: t('facts.by'), value: author ? <span lang="el">{author}</span> : t('facts.byCitizen') },
    origin && { label: t('facts.origin'), value: <Link to={origin.path} lang={lang(origin.title)}>{lt(origin.title)}</Link> },
    places > 0 && { label: t('facts.places'), value: t('facts.placesOf', { count: registered, places }) },
    stage === 'published' && placesLeft > 0 && { label: t('facts.left'), value: placesLeft },
    mine.responsible !== '' && { label: t('facts.responsible'), value: <span lang="el">{mine.responsible}</span> },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      {place.lat !== null && place.lng !== null && <PlaceShown lat={place.lat} lng={place.lng} />}
      {isDemo && <p className={styles.small}>{t('facts.demo')}</p>}
    </Card>
  );
}
