import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Pager, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { MyRequestsDocument } from '../documents';
import { RequestRow } from './request-row';

const size = 20;

/** All that one has reported, private ones too. */
export function Component() {
  const { t } = useWords('requests');
  return (
    <RequireRole>
      <Page wide title={t('mine.title')} lead={t('mine.lead')} actions={<LinkButton to="/requests/new">{t('act.report')}</LinkButton>}>
        <Mine />
      </Page>
    </RequireRole>
  );
}

function Mine() {
  const { t } = useWords('requests');
  const { after, page } = usePaging();
  const first = useGraph(MyRequestsDocument, { first: size, after: null });
  const answer = useGraph(MyRequestsDocument, { first: size, after }, { keepPrevious: true, staleMs: 0 });
  return (
    <Loaded answer={answer}>
      {({ myRequests: { items, next } }) =>
        items.length === 0 && page === 1 ? (
          <Empty title={t('mine.empty')}>{t('mine.emptyHint')}</Empty>
        ) : (
          <>
            <Rows label={t('mine.title')}>
              {items.map((request) => (
                <RequestRow key={request.id} request={request} />
              ))}
            </Rows>
            <Pager next={next} total={first.data?.myRequests.total ?? 0} size={size} />
          </>
        )
      }
    </Loaded>
  );
}
