import { Empty, graphql, LinkButton, Loaded, Page, type ResultOf, Row, Rows, SearchField, Section, useGraph, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';

const SearchQuery = graphql(`
  query Search($words: String!) {
    search(words: $words) {
      kind hasMore
      things { kind id title { el en } excerpt { el en } path }
    }
  }
`);

type Found = ResultOf<typeof SearchQuery>['search'];

/** The lists that take the same words, with all that they find. */
const LISTS: Readonly<Record<string, string>> = { proposal: '/proposals', request: '/requests', decision: '/decisions', choice: '/choices', consultation: '/consultations', initiative: '/initiatives', debate: '/debates', survey: '/surveys', panel: '/panels', meeting: '/meetings?time=past', 'volunteer-call': '/volunteering' };

/** One search over everything public in the city. Its words stand in the address, so that what was found can be sent to somebody. */
export function Component() {
  const { t } = useWords('discovery');
  const [address, setAddress] = useSearchParams();
  const words = (address.get('q') ?? '').trim();
  const answer = useGraph(SearchQuery, { words }, { enabled: words !== '', keepPrevious: true });
  const search = (text: string) => setAddress(text ? { q: text } : {}, { preventScrollReset: true });
  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <SearchField name="q" label={t('search.label')} hint={t('search.hint')} value={words} onSearch={search} />
      {words !== '' && <Loaded answer={answer}>{(data) => <Results found={data.search} words={words} />}</Loaded>}
    </Page>
  );
}

function Results({ found, words }: { found: Found; words: string }) {
  const { t, lt, lang } = useWords('discovery');
  const counts = found.map(({ kind, things, hasMore }) => `${t(`search.kind.${kind}`)}: ${countOf(things.length, hasMore)}`);
  return (
    <>
      <p role="status">{found.length > 0 ? t('search.found', { words, counts: counts.join(', ') }) : t('search.none', { words })}</p>
      {found.length === 0 && (
        <Empty title={t('search.noneTitle')} action={<LinkButton variant="secondary" to="/proposals">{t('search.toProposals')}</LinkButton>}>
          {t('search.noneHint')}
        </Empty>
      )}
      {found.map(({ kind, things, hasMore }) => {
        const list = hasMore ? LISTS[kind] : undefined;
        return (
          <Section key={kind} title={`${t(`search.kind.${kind}`)} (${countOf(things.length, hasMore)})`} more={list ? { to: `${list}?q=${encodeURIComponent(words)}`, label: t(`search.all.${kind}`) } : undefined}>
            <Rows label={t(`search.kind.${kind}`)}>
              {things.map(({ id, title, excerpt, path }) => (
                <Row key={id} to={path} title={lt(title)} lang={lang(title)} note={<span lang={lang(excerpt)}>{lt(excerpt)}</span>} />
              ))}
            </Rows>
          </Section>
        );
      })}
    </>
  );
}

const countOf = (count: number, hasMore: boolean): string => `${count}${hasMore ? '+' : ''}`;
