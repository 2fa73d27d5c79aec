import { isToMeet, WAITING_SECTION } from '@isegoria/insights/contracts';
import { FollowButton } from '@isegoria/notifications/web';
import { Button, Empty, LinkButton, Loaded, Page, SubjectParts, useHall, useWords } from '@isegoria/ui/web';
import { useParams } from 'react-router';
import { Agenda } from './agenda';
import type { Sitting, SittingView } from './documents';
import { Minutes } from './minutes';
import { MoveButtons } from './move-buttons';
import { Postponements } from './postponements';
import { SectionView } from './section-view';
import styles from './sitting.module.css';
import { StatusTag } from './status-tag';
import { useSitting, type LiveSitting } from './use-sitting';
import { useSteps } from './use-steps';

/** One page for a sitting: what the city says of each item, an item at a time, live while the council meets. */
export function Component() {
  const { id = '' } = useParams();
  const live = useSitting(id);
  return (
    <Loaded answer={live.sitting}>
      {({ sitting }) => (sitting ? <Loaded answer={live.view}>{({ view }) => (view ? <SittingPage key={id} sitting={sitting} view={view} fresh={live.fresh} /> : <NoSitting />)}</Loaded> : <NoSitting />)}
    </Loaded>
  );
}

function NoSitting() {
  const { t } = useWords('insights');
  return <Page title={t('sitting.none')} lead={t('sitting.noneHint')} back={{ to: '/council/sittings', label: t('sittings.title') }} />;
}

function SittingPage({ sitting, view, fresh }: { sitting: Sitting; view: SittingView } & Pick<LiveSitting, 'fresh'>) {
  const { t, lt, d, locale } = useWords('insights');
  const [inHall, setInHall] = useHall();
  const sections = view.sections.filter(({ id, parts }) => id !== WAITING_SECTION || parts.length > 0);
  const steps = useSteps(sections.map(({ id }) => id), { inHall, leaveHall: () => setInHall(false) });
  const { title, place, startsAt, status, items } = sitting;
  return (
    <Page
      wide
      title={lt(title)}
      back={{ to: '/council/sittings', label: t('sittings.title') }}
      kicker={<StatusTag status={status} startsAt={startsAt} />}
      lead={`${d(startsAt, 'moment')} · ${place}`}
      actions={
        <div className="no-print">
          <Actions sitting={sitting} inHall={inHall} setInHall={setInHall} />
        </div>
      }
    >
      <Postponements sitting={sitting} />
      <p className={styles.when}>
        {t(status === 'open' ? 'sitting.live' : 'live', { time: d(view.at, 'time') })}
      </p>
      {!inHall && (
        <p className="no-print">
          <a href={`/insights/sittings/${sitting.id}.ics?lang=${locale}`}>{t('sitting.calendar')}</a>
        </p>
      )}
      {!inHall && <Minutes sitting={sitting} />}
      {sections.length === 0 && <Empty title={t('sitting.empty')}>{t('sitting.emptyHint')}</Empty>}
      <div className={styles.columns}>
        <Agenda sections={sections} steps={steps} fresh={fresh} sitting={sitting} />
        <div className={styles.sections}>
          {sections.map((section, at) => (
            <SectionView
              key={section.id}
              section={section}
              number={section.id === WAITING_SECTION ? null : at + 1}
              subjects={items.find(({ id }) => id === section.id)?.subjects ?? []}
              sitting={sitting}
              isCurrent={section.id === steps.current}
            />
          ))}
          <nav className={styles.walk} aria-label={t('sitting.walk')}>
            <Button variant="secondary" disabled={steps.previous === null} onClick={() => steps.previous && steps.go(steps.previous)}>
              {t('sitting.previous')}
            </Button>
            <Button variant="secondary" disabled={steps.next === null} onClick={() => steps.next && steps.go(steps.next)}>
              {t('sitting.next')}
            </Button>
          </nav>
        </div>
      </div>
      {!inHall && <SubjectParts subject={{ kind: 'sitting', id: sitting.id }} />}
    </Page>
  );
}

function Actions({ sitting, inHall, setInHall }: { sitting: Sitting; inHall: boolean; setInHall(wish: boolean): void }) {
  const { t } = useWords('insights');
  return (
    <div className={styles.actions}>
      {sitting.mayManage && !inHall && (
        <>
          <MoveButtons sitting={sitting} />
          {(isToMeet(sitting.status) || sitting.status === 'open') && (
            <LinkButton variant="secondary" to={`/council/sittings/${sitting.id}/edit`}>
              {t('sitting.edit')}
            </LinkButton>
          )}
        </>
      )}
      {!inHall && <FollowButton subject={{ kind: 'sitting', id: sitting.id }} />}
      <Button variant="secondary" onClick={() => setInHall(!inHall)}>
        {t(inHall ? 'sitting.leaveHall' : 'sitting.hall')}
      </Button>
      {!inHall && (
        <Button variant="secondary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      )}
    </div>
  );
}
