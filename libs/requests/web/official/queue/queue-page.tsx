import { RequireRole, useMe } from '@isegoria/identity/web';
import { everyDesk, type RequestQueueView } from '@isegoria/requests/contracts';
import { useRoom } from '@isegoria/realtime/web';
import { Button, Checkbox, cx, Empty, LinkButton, Loaded, Page, Pager, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { BatchForm } from './batch-form';
import { type DeskRequest, QueueDocument } from '../documents';
import { QueueFilters } from './queue-filters';
import { QueueRow } from './queue-row';
import { QueueTabs } from './queue-tabs';
import styles from './queue.module.css';
import { WorkSheet } from './work-sheet';

const size = 50;
const views: readonly RequestQueueView[] = ['new', 'underWay', 'overdue', 'contested', 'ended'];

/** What the department has to do, what is promised first on top; several are taken a step on together, or printed as a sheet for the crew. */
export function Component() {
  const { t } = useWords('requests');
  const actions = (
    <>
      <span className="no-print"><LinkButton to="/requests/enter" variant="secondary">{t('queue.enter')}</LinkButton></span>
      <Button variant="quiet" onClick={() => window.print()}>{t('queue.print')}</Button>
    </>
  );
  return (
    <RequireRole roles={['official', 'administrator']}>
      <Page wide title={t('queue.title')} lead={t('queue.lead')} actions={actions}>
        <Queue />
      </Page>
    </RequireRole>
  );
}

function useAsked() {
  const [search] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'new';
  return { view, serviceId: search.get('service') || null, districtId: search.get('district') || null, mine: search.get('mine') === 'yes' };
}

function Queue() {
  const { t } = useWords('requests');
  const { me } = useMe();
  const { after, page } = usePaging();
  const asked = useAsked();
  const first = useGraph(QueueDocument, { ...asked, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(QueueDocument, { ...asked, first: size, after }, { keepPrevious: true });
  // The list, the tabs' counts and the first page's total keep up with what others do; an administrator sees all departments.
  const desk = me?.roles.includes('administrator') ? everyDesk : me?.departmentId;
  const again = () => void Promise.all([answer.refetch(), after ? first.refetch() : null]);
  useRoom(desk ? { kind: 'request-desk', id: desk } : null, { onDelta: again, onMissed: again });
  return (
    <>
      <div className={cx('no-print', styles.head)}>
        <QueueTabs views={views} current={asked.view} counts={first.data?.requestQueue.counts ?? null} />
        <QueueFilters {...asked} />
      </div>
      <Loaded answer={answer}>
        {({ requestQueue: { items, next } }) =>
          items.length === 0 && page === 1 ? (
            <Empty title={t(`queue.empty.${asked.view}`)}>{t('queue.emptyHint')}</Empty>
          ) : (
            <>
              <Listed key={asked.view} items={items} />
              <Pager next={next} total={first.data?.requestQueue.total ?? 0} size={size} />
            </>
          )
        }
      </Loaded>
      <p className="no-print"><Link to="/requests/templates">{t('queue.templates')}</Link></p>
    </>
  );
}

/** The rows with what is chosen of them. What went from the list meanwhile is chosen no more. */
function Listed({ items }: { items: readonly DeskRequest[] }) {
  const { t } = useWords('requests');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ id }) => ticked.has(id));
  const tick = (id: string, isOn: boolean) => setTicked((before) => new Set(isOn ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <>
      <div className="no-print">
        <div className={styles.bar}>
          <Checkbox name="all" label={t('queue.all', { count: items.length })} checked={chosen.length === items.length} onChange={(isOn) => setTicked(new Set(isOn ? items.map(({ id }) => id) : []))} />
          {chosen.length > 0 && <p role="status" className={styles.quiet}>{t('queue.chosen', { count: chosen.length })}</p>}
        </div>
        {chosen.length > 0 && <BatchForm chosen={chosen} onDone={() => setTicked(new Set())} />}
        <ol role="list" className={styles.rows} aria-label={t('queue.title')}>
          {items.map((request) => (
            <QueueRow key={request.id} request={request} isTicked={ticked.has(request.id)} onTick={(isOn) => tick(request.id, isOn)} />
          ))}
        </ol>
      </div>
      <WorkSheet requests={chosen.length > 0 ? chosen : items} />
    </>
  );
}
