import { PartLinks } from '@isegoria/notifications/web';
import { Empty, Excerpt, LinkButton, Loaded, Page, Pager, Rows, useGraph, usePaging, useWords, ViewSwitch } from '@isegoria/ui/web';
import { BeforeSending } from '../write/before-sending';
import { DistrictsView } from './districts-view';
import { ProposalsDocument } from '../documents';
import { Filters, useAsked } from './filters';
import { ProposalRow } from '../proposal-row';
import styles from './proposals.module.css';

const size = 20;

/** All public proposals, to be found, narrowed and supported; as a list, or on the map with the same filters. */
export function Component() {
  const { t } = useWords('proposals');
  const { filter, sort, view, isNarrow } = useAsked();
  const { after, page } = usePaging();
  const first = useGraph(ProposalsDocument, { filter, sort, first: size, after: null }, { keepPrevious: true });
  const answer = useGraph(ProposalsDocument, { filter, sort, first: size, after }, { keepPrevious: true });
  const total = first.data?.proposals.total ?? 0;
  const write = `/proposals/new${filter.processId ? `?process=${encodeURIComponent(filter.processId)}` : ''}`;
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')} actions={<LinkButton to={write}>{t('list.write')}</LinkButton>}>
      <BeforeSending processId={filter.processId} />
      <Filters />
      <PartLinks district={filter.district} category={filter.category} />
      <Loaded answer={answer}>
        {({ proposals: { items, next } }) =>
          items.length === 0 && page === 1 ? (
            <Empty title={t(isNarrow ? 'list.none' : 'list.empty')} action={<LinkButton to={write}>{t('list.write')}</LinkButton>}>
              {t(isNarrow ? 'list.noneHint' : 'list.emptyHint')}
            </Empty>
          ) : (
            <>
              <div className={styles.over}>
                <p className={styles.found} role="status">
                  {t('list.found', { count: total })}
                </p>
                <ViewSwitch label={t('list.view')} view={view} views={[{ value: 'list', name: t('list.asList') }, { value: 'map', name: t('list.asMap') }]} />
              </div>
              {view === 'map' && <DistrictsView filter={filter} />}
              {view === 'list' && (
                <>
                  <Rows label={t('list.title')}>
                    {items.map((proposal) => (
                      <ProposalRow key={proposal.id} proposal={proposal} onChange={() => void answer.refetch()}>
                        <Excerpt lang={proposal.lang}>
                          {proposal.excerpt}
                        </Excerpt>
                      </ProposalRow>
                    ))}
                  </Rows>
                  <Pager next={next} total={total} size={size} />
                </>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
