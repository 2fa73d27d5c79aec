import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Section, Timeline, useGraph, useWords } from '@isegoria/ui/web';
import { Link, useParams } from 'react-router';
import { RequestDocument, type ShownRequest } from '../documents';
import styles from './new.module.css';

/** The number, what happens next, and by when. It can be kept as a bookmark: it sends nothing. */
export function Component() {
  const { id = '' } = useParams();
  const { t } = useWords('requests');
  const answer = useGraph(RequestDocument, { id });
  return (
    <RequireRole>
      <Loaded answer={answer}>
        {({ request }) =>
          request?.mine ? (
            <Sent request={request} />
          ) : (
            <Page title={t('page.missing')}>
              <Empty title={t('page.missingHint')} action={<LinkButton to="/requests">{t('back')}</LinkButton>} />
            </Page>
          )
        }
      </Loaded>
    </RequireRole>
  );
}

function Sent({ request: { id, title, department, dueAt, status, isPrivate } }: { request: ShownRequest }) {
  const { t, lt, d } = useWords('requests');
  const waits = status === 'waiting';
  const steps = [
    ...(waits ? [{ title: t('sent.stepRead'), when: t('sent.soon'), state: 'now' as const }] : []),
    { title: t('sent.step1', { department: lt(department.name) }), state: waits ? ('next' as const) : ('now' as const) },
    { title: t('sent.step2'), when: t('sent.until', { date: d(dueAt) }), state: 'next' as const },
    { title: t('sent.step3'), state: 'next' as const },
  ];
  return (
    <Page title={t('sent.title')} lead={t(isPrivate ? 'sent.leadPrivate' : waits ? 'sent.leadWaits' : 'sent.lead')}>
      <p className={styles.ticket}>
        <span>{t('sent.number')}</span> <strong>{id}</strong> <span>{lt(title)}</span>
      </p>
      <p>{t('sent.keep')}</p>
      <Section title={t('sent.next')}>
        <div>
          <Timeline label={t('sent.next')} steps={steps} />
        </div>
      </Section>
      <p>
        <LinkButton to={`/requests/${id}`}>{t('sent.see')}</LinkButton>
      </p>
      <p>
        <Link to="/requests/mine">{t('mine.title')}</Link>
      </p>
      <p>
        <Link to="/requests/new">{t('sent.again')}</Link>
      </p>
    </Page>
  );
}
