import { Empty, LinkButton, Loaded, narrowed, Page, Pager, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { Link, useSearchParams } from 'react-router';
import { type ListedRequest, RequestsDocument, ServicesDocument } from '../documents';
import { MakeProposal } from '../proposal/make-proposal';
import { useAsked } from './asked';
import styles from './list.module.css';
import { RequestFilters } from './request-filters';
import { RequestRow } from './request-row';
import { RequestsMap } from './requests-map';
import { TotalsLine } from './totals-line';

const size = 20;

/** What people have asked the municipality to fix: to be found, to be joined; as a list, or on the map above it. */
export function Component() {
  const { t } = useWords('requests');
  const { filter, sort, view, isNarrow } = useAsked();
  const { after, page } = usePaging();
  const first = useGraph(RequestsDocument, { filter, sort, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(RequestsDocument, { filter, sort, first: size, after }, { keepPrevious: true });
  const total = first.data?.requests.total ?? 0;
  const act = <LinkButton to="/requests/new">{t('act.report')}</LinkButton>;
  return (
    <Page wide title={t('list.title')} lead={<TotalsLine />} actions={act}>
      <RequestFilters />
      <Loaded answer={answer}>
        {({ requests: { items, next } }) =>
          items.length === 0 && page === 1 ? (
            <Empty title={t(isNarrow ? 'list.none' : 'list.empty')} action={act}>
              {t(isNarrow ? 'list.noneHint' : 'list.emptyHint')}
            </Empty>
          ) : (
            <>
              <div className={styles.over}>
                <p className={styles.number} role="status">{t('list.found', { count: total })}</p>
                <ViewSwitch view={view} />
              </div>
              <Alike filter={filter} items={items} />
              {view === 'map' && <RequestsMap filter={filter} />}
              <Rows label={t('list.title')}>
                {items.map((request) => (
                  <RequestRow key={request.id} request={request} />
                ))}
              </Rows>
              <Pager next={next} total={total} size={size} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** One service in one neighbourhood: what returns there may become a proposal. */
function Alike({ filter: { serviceId, districtId }, items }: { filter: ReturnType<typeof useAsked>['filter']; items: readonly ListedRequest[] }) {
  const { data } = useGraph(ServicesDocument, {}, { staleMs: 600_000 });
  const service = data?.requestServices.find(({ id }) => id === serviceId);
  const district = items.find((item) => item.district.id === districtId)?.district;
  return service && district ? <MakeProposal service={service} district={district} departmentId={service.department.id} /> : null;
}

function ViewSwitch({ view }: { view: 'list' | 'map' }) {
  const { t } = useWords('requests');
  const [search] = useSearchParams();
  const to = (other: string) => `?${narrowed(search, 'view', other).toString()}`;
  return (
    <nav className={styles.views} aria-label={t('list.view')}>
      <Link to={to('')} aria-current={view === 'list' ? 'true' : undefined} preventScrollReset>{t('list.asList')}</Link>
      <Link to={to('map')} aria-current={view === 'map' ? 'true' : undefined} preventScrollReset>{t('list.asMap')}</Link>
    </nav>
  );
}
