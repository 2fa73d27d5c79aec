import { RequireRole } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Pager, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { DebateRow } from './debate-row';
import { MyDebatesDocument } from './documents';

const size = 20;

/** What one opened, also what waits, was sent back or was hidden; for an official what the department opened. */
export function Component() {
  return (
    <RequireRole>
      <Mine />
    </RequireRole>
  );
}

function Mine() {
  const { t } = useWords('debates');
  const { after, page } = usePaging();
  const first = useGraph(MyDebatesDocument, { first: size, after: null });
  const answer = useGraph(MyDebatesDocument, { first: size, after }, { keepPrevious: true });
  const open = <LinkButton to="/debates/new">{t('list.new')}</LinkButton>;
  return (
    <Page wide title={t('mine.title')} lead={t('mine.lead')} back={{ to: '/debates', label: t('page.all') }} actions={open}>
      <Loaded answer={answer}>
        {({ myDebates: { items, next } }) =>
          items.length === 0 && page === 1 ? (
            <Empty title={t('mine.empty')} action={open}>{t('mine.emptyHint')}</Empty>
          ) : (
            <>
              <Rows label={t('mine.title')}>{items.map((debate) => <DebateRow key={debate.id} debate={debate} />)}</Rows>
              <Pager next={next} total={first.data?.myDebates.total ?? items.length} size={size} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
