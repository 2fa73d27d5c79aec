import { PartLinks } from '@isegoria/notifications/web';
import { FoundRows, LinkButton, Loaded, Page, useGraph, usePaging, useWords, ViewSwitch } from '@isegoria/ui/web';
import { type ListedRequest, RequestsDocument, ServicesDocument } from '../documents';
import { MakeProposal } from '../proposal/make-proposal';
import { useAsked } from './asked';
import { RequestFilters } from './request-filters';
import { RequestRow } from './request-row';
import { RequestsMap } from './requests-map';
import { TotalsLine } from './totals-line';

const size = 20;

/** What people have asked the municipality to fix: to be found, to be joined; as a list, or on the map above it. */
export function Component() {
  const { t } = useWords('requests');
  const { filter, sort, view, isNarrow } = useAsked();
  const { after } = usePaging();
  const first = useGraph(RequestsDocument, { filter, sort, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(RequestsDocument, { filter, sort, first: size, after }, { keepPrevious: true });
  const total = first.data?.requests.total ?? 0;
  const act = <LinkButton to="/requests/new">{t('act.report')}</LinkButton>;
  return (
    <Page wide title={t('list.title')} lead={<TotalsLine />} actions={act}>
      <RequestFilters />
      <PartLinks district={filter.districtId} />
      <Loaded answer={answer}>
        {({ requests: { items, next } }) => (
          <FoundRows
            words="requests" items={items} next={next} total={total} size={size} isNarrow={isNarrow} action={act} beside={<ViewSwitch label={t('list.view')} view={view} views={[{ value: 'list', name: t('list.asList') }, { value: 'map', name: t('list.asMap') }]} />}
            above={<><Alike filter={filter} items={items} />{view === 'map' && <RequestsMap filter={filter} />}</>}
          >
            {(request) => <RequestRow key={request.id} request={request} />}
          </FoundRows>
        )}
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
