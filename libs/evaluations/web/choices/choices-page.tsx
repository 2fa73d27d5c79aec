import { useMe } from '@isegoria/identity/web';
import { Empty, LinkButton, Loaded, Page, Pager, SearchField, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import { ChoicesDocument } from './choice-documents';
import { ChoiceRows } from './leading-choices';

const SIZE = 20;

/** Every choice, to be found and weighed. */
export function Component() {
  const { t } = useWords('evaluations');
  const { is } = useMe();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const { after, page } = usePaging();
  const first = useGraph(ChoicesDocument, { search: search || null, first: SIZE, after: null }, { keepPrevious: true });
  const answer = useGraph(ChoicesDocument, { search: search || null, first: SIZE, after }, { keepPrevious: true });
  return (
    <Page
      wide title={t('choices.title')} lead={t('choices.lead')} back={{ to: '/decisions', label: t('choices.stack') }}
      actions={is('official', 'administrator') && <LinkButton to="/choices/new">{t('choice.new')}</LinkButton>}
    >
      <SearchField name="q" label={t('choices.search')} value={search} onSearch={(text) => setParams(text ? { q: text } : {}, { preventScrollReset: true })} />
      <Loaded answer={answer}>
        {({ choices: { items, next } }) => {
          if (items.length === 0 && page === 1) return <Empty title={t(search ? 'choices.none' : 'choices.empty')} action={search ? <LinkButton variant="secondary" to="/choices">{t('choices.all')}</LinkButton> : <LinkButton variant="secondary" to="/decisions">{t('choices.stack')}</LinkButton>} />;
          const total = first.data?.choices.total ?? items.length;
          return (
            <>
              <p role="status">{t('choices.found', { count: total })}</p>
              <ChoiceRows choices={items} level={2} />
              <Pager next={next} total={total} size={SIZE} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
