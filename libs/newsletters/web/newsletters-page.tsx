import { useMe } from '@isegoria/identity/web';
import { DateText, Empty, LinkButton, Loaded, Page, Pager, Row, Rows, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { NewslettersDocument } from './documents';

const size = 20;

/** Every letter that the city sent, the newest first. */
export function Component() {
  const { t, lt } = useWords('newsletters');
  const { is } = useMe();
  const { after } = usePaging();
  const answer = useGraph(NewslettersDocument, { first: size, after }, { keepPrevious: true });
  const actions = (
    <>
      <LinkButton to="/account">{t('list.want')}</LinkButton>
      {is('clerk', 'administrator') && <LinkButton variant="secondary" to="/newsletters/desk">{t('list.write')}</LinkButton>}
    </>
  );
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={actions}>
      <Loaded answer={answer}>
        {({ newsletters: { items, next, total } }) => (
          <>
            {items.length === 0 && <Empty title={t('list.empty')}>{t('list.emptyHint')}</Empty>}
            <Rows label={t('list.title')}>
              {items.map(({ id, title, at }) => (
                <Row key={id} level={2} to={`/newsletters/${id}`} title={lt(title)} note={<DateText at={at} />} />
              ))}
            </Rows>
            <Pager next={next} total={Math.max(total, items.length)} size={size} />
          </>
        )}
      </Loaded>
      <p>{t('list.noPixels')}</p>
    </Page>
  );
}
