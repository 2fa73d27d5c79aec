import { CLERK_ROLES } from '@isegoria/insights/contracts';
import { useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Pager, Row, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { SittingsQuery } from './documents';
import { StatusTag } from './status-tag';

const SIZE = 20;

/** The council's sittings: everybody reads the agendas, a clerk makes them. */
export function Component() {
  const { t, lt, d, locale } = useWords('insights');
  const { after } = usePaging();
  const answer = useGraph(SittingsQuery, { after }, { keepPrevious: true });
  const roles: readonly string[] = useMe().me?.roles ?? [];
  const isClerk = CLERK_ROLES.some((role) => roles.includes(role));
  return (
    <Page title={t('sittings.title')} lead={t('sittings.lead')} actions={isClerk && <LinkButton to="/council/sittings/new">{t('sittings.new')}</LinkButton>}>
      <Loaded answer={answer}>
        {({ sittings }) => (
          <>
            {sittings.items.length === 0 && <Empty title={t('sittings.none')}>{t('sittings.noneHint')}</Empty>}
            <Rows label={t('sittings.title')}>
              {sittings.items.map(({ id, title, place, startsAt, postponements, status, items }) => (
                <Row
                  key={id}
                  level={2}
                  to={`/council/sittings/${id}`}
                  title={lt(title)}
                  tag={<StatusTag status={status} startsAt={startsAt} />}
                  note={[d(startsAt, 'moment'), ...postponements.slice(-1).map(({ from }) => t('sitting.postponedFrom', { from: d(from, 'moment') })), place, t('sittings.items', { count: items.length })].join(' · ')}
                />
              ))}
            </Rows>
            <p>
              <a href={`/insights/sittings.ics?lang=${locale}`}>{t('sittings.calendar')}</a>
            </p>
            <Pager next={sittings.next} total={sittings.total} size={SIZE} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
