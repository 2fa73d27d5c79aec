import { Button, Card, DateText, Notice, PlainText, Tag, useAct, useFate, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import { KeepOutcomeDocument, MeetingDocument, type ShownMeeting } from '../documents';
import styles from '../meetings.module.css';

/** What the city says of a meeting afterwards: what was said, what was agreed and who does it by when. */
export function ReportPart({ meeting: { id, report, came, mine } }: { meeting: ShownMeeting }) {
  const { t, lt, lang, d } = useWords('meetings');
  const { refused, take } = useFate('meetings');
  const [keep, { pending }] = useAct(KeepOutcomeDocument, { refresh: [MeetingDocument] });
  if (!report) return null;
  return (
    <Card title={t('report.title')} edge="olive">
      <p className={styles.small}><DateText at={report.at} />{came !== null && ` · ${t('facts.cameCount', { count: came })}`}</p>
      <div className={styles.words} lang={lang(report.text)}><PlainText text={lt(report.text)} /></div>
      {report.outcomes.length > 0 && <h3 className={styles.heading}>{t('report.outcomes')}</h3>}
      <ul role="list" className={styles.outcomes}>
        {report.outcomes.map(({ id: outcomeId, text, subject, department, dueAt, doneAt, isOverdue }) => (
          <li key={outcomeId}>
            <span lang="el">{text}</span>
            <span className={styles.small}>
              {[department && lt(department.name), dueAt && t('report.due', { date: d(dueAt) })].filter(Boolean).join(' · ')}
              {subject && <> · <Link to={subject.path} lang={lang(subject.title)}>{lt(subject.title)}</Link></>}
            </span>
            <span className={styles.acts}>
              {doneAt ? <Tag tone="olive">{t('report.done', { date: d(doneAt) })}</Tag> : isOverdue ? <Tag tone="terracotta">{t('report.overdue')}</Tag> : dueAt && <Tag>{t('report.waits')}</Tag>}
              {!doneAt && mine.organises && <Button variant="quiet" pending={pending} label={t('report.keepOf', { text })} onClick={() => void keep({ id, outcomeId }).then((kept) => take(kept?.keepMeetingOutcome, t('report.kept')))}>{t('report.keep')}</Button>}
            </span>
          </li>
        ))}
      </ul>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      {report.minutesUrl && <p><a href={report.minutesUrl} rel="noreferrer">{t('report.minutes')}</a></p>}
    </Card>
  );
}
