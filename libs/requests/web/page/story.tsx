import { ReportButton } from '@isegoria/moderation/web';
import { DateText, LinkButton, Notice, Timeline, type TimelineStep, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { ShownMoment, ShownRequest } from '../documents';
import { dueText } from '../standing';
import { Pictures } from './pictures';
import styles from './request-page.module.css';

/** What happened so far, in the words of those who did it, and what comes. */
export function Story({ request }: { request: ShownRequest }) {
  const words = useWords('requests');
  const { t, lt } = words;
  const due = dueText(request, words);
  const happened = request.history.map((moment): TimelineStep => ({
    title: moment.department ? t('page.momentBy', { moment: titleOf(moment, t), department: lt(moment.department.name) }) : titleOf(moment, t),
    when: <DateText at={moment.at} style="moment" />,
    state: 'done',
    children: <Moment requestId={request.id} moment={moment} />,
  }));
  return (
    <div>
      <Timeline label={t('page.story')} steps={due ? [...happened, { title: t('page.repair'), when: due, state: 'next' }] : happened} />
    </div>
  );
}

function titleOf({ kind, closing }: ShownMoment, t: (key: string) => string): string {
  return closing && kind === 'closed' ? t(`closing.${closing.reason}`) : t(`moment.${kind}`);
}

function Moment({ requestId, moment }: { requestId: string; moment: ShownMoment }) {
  const { t, lt, d } = useWords('requests');
  const { id, text, pictures, expectedAt, closing, held, mine, department } = moment;
  const isReportable = !mine && held === null && department === null && text !== '';
  return (
    <div id={`moment-${id}`}>
      {expectedAt && <p>{t('page.named', { date: d(expectedAt, 'weekday') })}</p>}
      {text && <p className={styles.said} lang="el">{text}</p>}
      {held && <Held requestId={requestId} moment={moment} />}
      {closing?.duplicateOf && <Link to={closing.duplicateOf.path}>{t('page.goesOn', { title: lt(closing.duplicateOf.title), id: closing.duplicateOf.id })}</Link>}
      <Pictures pictures={pictures} />
      {isReportable && <ReportButton item={{ kind: 'request-moment', id: `${requestId}.${id}` }} of={excerptOf(text)} />}
    </div>
  );
}

/** Why not everybody reads what a citizen said; who said it reads what the moderators wrote. */
function Held({ requestId, moment: { id, held, mine, remark } }: { requestId: string; moment: ShownMoment }) {
  const { t } = useWords('requests');
  if (!mine || !remark || held === 'waiting') return <p className={styles.held}>{t(held === 'waiting' ? (mine ? 'words.waitingMine' : 'words.waiting') : 'words.stopped')}</p>;
  return (
    <Notice tone="warning" title={t(held === 'returned' ? 'words.returnedTitle' : 'words.hiddenTitle')}>
      <p>{remark.reason}</p>
      {held === 'returned' && <p><LinkButton to={`/requests/${requestId}/correct/${id}`}>{t('correct.title')}</LinkButton></p>}
      <p>
        {remark.rule !== null && <Link to="/code-of-conduct">{t('page.rule', { rule: remark.rule })}</Link>} <Link to={`/moderation/cases/${remark.caseId}/objection`}>{t('page.object')}</Link>
      </p>
    </Notice>
  );
}

const excerptOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
