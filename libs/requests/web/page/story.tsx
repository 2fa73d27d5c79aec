import { DateText, Timeline, type TimelineStep, useWords } from '@isegoria/ui/web';
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
    children: <Moment moment={moment} />,
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

function Moment({ moment: { text, pictures, expectedAt, closing } }: { moment: ShownMoment }) {
  const { t, lt, d } = useWords('requests');
  return (
    <>
      {expectedAt && <p>{t('page.named', { date: d(expectedAt, 'weekday') })}</p>}
      {text && <p className={styles.said} lang="el">{text}</p>}
      {closing?.duplicateOf && <Link to={closing.duplicateOf.path}>{t('page.goesOn', { title: lt(closing.duplicateOf.title), id: closing.duplicateOf.id })}</Link>}
      <Pictures pictures={pictures} />
    </>
  );
}
